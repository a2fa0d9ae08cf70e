import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../web/src/lists/countWords.ts';
import type { ListQuery } from '../../web/src/lists/listPlan.ts';
import {
  comparePlaces,
  COUNT_LIMIT,
  countQuery,
  firstMatches,
  PAGE_SIZE,
  pageQuery,
  placeValues,
  SEARCH_LIMIT,
} from '../../web/src/lists/listQuery.ts';
import { pagePlaceOf, pagePlaceUrl, sortOf, sortUrl } from '../../web/src/lists/listUrl.ts';

const QUERY: ListQuery = {
  collection: 'environments/staging/things',
  where: [['status', '==', 'active']],
  orderBy: [
    ['size', 'desc'],
    ['__name__', 'desc'],
  ],
};
const LICENSES = { one: 'license', many: 'licenses' };

describe('what a list asks', () => {
  it('is never more than the rules let a browser read: a page and one row, the first matches, 500 to count', () => {
    expect(pageQuery(QUERY, null).limit).toBe(PAGE_SIZE + 1);
    expect(firstMatches(QUERY)).toEqual({
      collection: QUERY.collection,
      where: QUERY.where,
      limit: SEARCH_LIMIT,
    });
    expect(countQuery(QUERY).limit).toBe(COUNT_LIMIT);
    expect(COUNT_LIMIT).toBe(500);
  });

  it('begins after the row before the page, or ends before the row behind it', () => {
    const values = placeValues(QUERY.orderBy, { id: 'x', size: 7 } as { id: string });
    expect(values).toEqual([7, 'x']);
    expect(pageQuery(QUERY, { side: 'after', values })).toMatchObject({ startAfter: [7, 'x'] });
    expect(pageQuery(QUERY, { side: 'before', values })).toMatchObject({ endBefore: [7, 'x'] });
    expect(pageQuery(QUERY, null)).not.toHaveProperty('startAfter');
  });
});

describe('the order of what was found', () => {
  const orderBy = [
    ['name', 'asc'],
    ['__name__', 'asc'],
  ] as const;

  it('has nothing before something, texts by code point, dates by time, and the id decides a tie', () => {
    const rows = [
      { id: 'd', name: 'b' },
      { id: 'c', name: 'B' },
      { id: 'b', name: null },
      { id: 'a', name: 'b' },
    ];
    const sorted = rows.toSorted((a, b) =>
      comparePlaces(orderBy, placeValues(orderBy, a), placeValues(orderBy, b)),
    );
    expect(sorted.map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd']);
    const [early, late] = [new Date(1), new Date(2)];
    expect(comparePlaces([['at', 'desc']], [early], [late])).toBeGreaterThan(0);
  });
});

describe('the address of a list', () => {
  const place = fc.option(
    fc.record({
      page: fc.integer({ min: 2, max: 99_999 }),
      side: fc.constantFrom('after' as const, 'before' as const),
      id: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,60}$/),
    }),
    { nil: null },
  );

  it('brings the page back', () => {
    fc.assert(
      fc.property(place, (wanted) => {
        expect(pagePlaceOf(pagePlaceUrl(wanted))).toEqual(wanted);
      }),
    );
  });

  it.each([
    { page: '2' },
    { after: 'x/y', page: '2' },
    { after: 'abc', page: '-1' },
    { after: 'abc', page: 'NaN' },
    { after: ['a', 'b'], page: '2' },
    { before: 'abc', page: '1' },
  ])('takes the first page where it names no other: %j', (query) => {
    expect(pagePlaceOf(query)).toBeNull();
  });

  it('brings the order back, leaves the plain one out, and knows no other', () => {
    const plain = { key: 'created', direction: 'desc' } as const;
    const keys = ['created', 'name'] as const;
    for (const key of keys) {
      for (const direction of ['asc', 'desc'] as const) {
        expect(sortOf(sortUrl({ key, direction }, plain).sort, keys, plain)).toEqual({ key, direction });
      }
    }
    expect(sortUrl(plain, plain)).toEqual({});
    expect(sortOf('-secret', keys, plain)).toEqual(plain);
    expect(sortOf(['name'], keys, plain)).toEqual(plain);
  });
});

describe('the foot of a list', () => {
  it.each([
    [{ shown: 50, total: 1204, page: 2, pageSize: 50, search: null }, '51–100 of 1,204 licenses'],
    [
      { shown: 50, total: COUNT_LIMIT, page: 2, pageSize: 50, search: null },
      '51–100 of 500 or more licenses',
    ],
    [{ shown: 50, total: 340, page: 2, pageSize: 50, search: null }, '51–100 of 340 licenses'],
    [{ shown: 100, total: 340, page: 3, pageSize: 100, search: null }, '201–300 of 340 licenses'],
    [{ shown: 1, total: 1, page: 1, pageSize: 50, search: null }, '1–1 of 1 license'],
    [{ shown: 50, total: null, page: 1, pageSize: 50, search: null }, '1–50'],
    [{ shown: 3, total: null, page: 1, pageSize: 50, search: { more: false } }, '3 licenses found'],
    [{ shown: 1, total: null, page: 1, pageSize: 50, search: { more: false } }, '1 license found'],
    [{ shown: 100, total: null, page: 1, pageSize: 50, search: { more: true } }, 'The first 100 matches'],
  ])('%j reads "%s"', (counted, words) => {
    expect(countWords(LICENSES, counted)).toContain(words);
  });
});
