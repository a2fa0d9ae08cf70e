import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { NO_FILTER, SORT_KEYS } from '../../web/src/licenses/console/licenseFilter.ts';
import {
  COUNT_LIMIT,
  licenseCountQuery,
  licensePageQuery,
  licenseSearchQuery,
  SEARCH_LIMIT,
} from '../../web/src/licenses/console/licenseQuery.ts';
import { countWords } from '../../web/src/licenses/console/countWords.ts';
import { urlOf, urlSearch, viewOf, type LicenseView } from '../../web/src/licenses/console/licenseUrl.ts';
import { searchResult } from '../../web/src/licenses/console/searchResult.ts';
import { aLicense } from '../support/builders.ts';
import { licenseFilters } from './support/askedQueries.ts';

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/);
const view: fc.Arbitrary<LicenseView> = fc.record({
  filter: fc.record({
    search: fc.stringMatching(/^[a-zA-Z0-9-]{0,8}$/),
    status: fc.option(fc.constantFrom(...LICENSE_STATUSES), { nil: null }),
    productId: fc.option(id, { nil: null }),
    sort: fc.record({
      key: fc.constantFrom(...SORT_KEYS),
      direction: fc.constantFrom('asc' as const, 'desc' as const),
    }),
  }),
  place: fc.option(
    fc.record({
      page: fc.integer({ min: 2, max: 999 }),
      side: fc.constantFrom('after' as const, 'before' as const),
      licenseId: id,
    }),
    { nil: null },
  ),
});

describe('the address of the license list', () => {
  it('brings filters, order and page back', () => {
    fc.assert(
      fc.property(view, (state) => {
        expect(viewOf(urlOf(state))).toEqual(state);
      }),
    );
  });

  it('is empty for the plain list', () => {
    expect(urlOf({ filter: NO_FILTER, place: null })).toEqual({});
  });

  it.each([
    [{ status: 'broken', sort: 'drop', product: '../x', page: '2' }],
    [{ status: ['active'], after: 'x/y', page: '-1' }],
    [{ q: ['a', 'b'], page: 'NaN', after: 'abc' }],
  ])('leaves out what it does not know: %j', (query) => {
    expect(viewOf(query)).toEqual({ filter: NO_FILTER, place: null });
  });

  it.each([
    'DEMO-ACTI-VE00-0001',
    'demo acti ve00 0001',
    '3862cf5e-2b1c-4f0e-9d1a-0a1b2c3d4e5f',
    'ABCDEFGHJKLMNPQR',
    'AB@CDEFGH-JKLM-NPQR',
  ])('never holds a whole key: %s', (key) => {
    const url = JSON.stringify(urlOf({ filter: { ...NO_FILTER, search: key }, place: null }));
    expect(url).not.toContain(key.slice(0, 9));
    expect(url).toContain(key.slice(0, 8));
  });

  it('never holds more than eight characters of anything that is no e-mail address', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const kept = urlSearch(text);
        expect([...kept].length <= 8 || /@[a-z0-9.-]+\.[a-z]{2,}$/.test(kept)).toBe(true);
      }),
    );
  });

  it.each(['ada@example.com', '@example.com', 'Ada', 'ACME-ED'])('keeps what is no key: %s', (text) => {
    expect(urlSearch(text)).toBe(text);
  });
});

describe('the queries of the license list', () => {
  it('always carry a limit that the rules let pass', () => {
    for (const filter of licenseFilters()) {
      expect(licensePageQuery('production', filter, null).limit).toBeLessThanOrEqual(500);
      expect(licenseCountQuery('production', filter).limit).toBe(COUNT_LIMIT);
    }
  });

  it('end their order with the id in the same direction, so that no license is lost between pages', () => {
    for (const filter of licenseFilters()) {
      const order = licensePageQuery('production', filter, null).orderBy ?? [];
      expect(order.at(-1)).toEqual(['__name__', order[0]?.[1]]);
    }
  });

  it('search from two characters on', () => {
    expect(licenseSearchQuery('production', { ...NO_FILTER, search: 'a' })).toBeNull();
    expect(licenseSearchQuery('production', { ...NO_FILTER, search: 'ab' })?.where).toEqual([
      ['search.AB', '==', true],
    ]);
  });

  it('search together with the filters', () => {
    const filter = { ...NO_FILTER, search: 'abc', status: 'active', productId: 'p' } as const;
    expect(licenseSearchQuery('production', filter)?.where).toEqual([
      ['search.ABC', '==', true],
      ['status', '==', 'active'],
      ['productId', '==', 'p'],
    ]);
  });

  it('stay in their environment', () => {
    for (const environment of ['production', 'staging', 'development'] as const) {
      const path = `environments/${environment}/licenses`;
      expect(licensePageQuery(environment, NO_FILTER, null).collection).toBe(path);
      expect(licenseSearchQuery(environment, { ...NO_FILTER, search: 'ab' })?.collection).toBe(path);
    }
  });
});

describe('what a search found', () => {
  const licenses = Array.from({ length: SEARCH_LIMIT + 1 }, (_, n) =>
    aLicense({ id: `l${String(n).padStart(3, '0')}`, key: `KEY-${n}-ABCD`, createdAt: new Date(n * 1000) }),
  );

  it('is at most a hundred, in the order of the list, and says that there is more', () => {
    const { rows, more } = searchResult(licenses, { ...NO_FILTER, search: 'abcd' });
    expect(more).toBe(true);
    expect(rows).toHaveLength(SEARCH_LIMIT);
    expect(rows[0]?.createdAt.getTime()).toBeGreaterThan(rows[1]?.createdAt.getTime() ?? Infinity);
  });

  it('holds only what really contains the text', () => {
    const { rows, more } = searchResult(licenses.slice(0, 5), { ...NO_FILTER, search: 'KEY3ABCD' });
    expect(more).toBe(false);
    expect(rows.map((row) => row.id)).toEqual(['l003']);
  });
});

describe('the foot of the list', () => {
  it.each([
    [{ shown: 50, total: 1204, page: 2, search: null }, '51–100 of 1,204 licenses'],
    [{ shown: 50, total: COUNT_LIMIT, page: 2, search: null }, '51–100 of more than 499 licenses'],
    [{ shown: 50, total: 340, page: 2, search: null }, '51–100 of 340 licenses'],
    [{ shown: 1, total: 1, page: 1, search: null }, '1–1 of 1 license'],
    [{ shown: 50, total: null, page: 1, search: null }, '1–50'],
    [{ shown: 3, total: null, page: 1, search: { more: false } }, '3 licenses found'],
    [{ shown: 100, total: null, page: 1, search: { more: true } }, 'The first 100 matches'],
  ])('%j reads "%s"', (counted, words) => {
    expect(countWords(counted)).toContain(words);
  });
});
