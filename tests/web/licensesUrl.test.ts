import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import {
  CREATED_WITHIN,
  NO_FILTER,
  SORT_KEYS,
  type LicenseFilter,
} from '../../web/src/licenses/console/licenseFilter.ts';
import {
  fitsSearch,
  licenseSearchQuery,
  licensesQuery,
} from '../../web/src/licenses/console/licenseQuery.ts';
import { filterOf, urlOf, urlSearch } from '../../web/src/licenses/console/licenseUrl.ts';
import { aLicense, DAY, later, NOW } from '../support/builders.ts';
import { licenseFilters } from './support/licenseQueries.ts';

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/);
const filter: fc.Arbitrary<LicenseFilter> = fc.record({
  search: fc.stringMatching(/^[a-zA-Z0-9-]{0,8}$/),
  status: fc.option(fc.constantFrom(...LICENSE_STATUSES), { nil: null }),
  productId: fc.option(id, { nil: null }),
  created: fc.option(fc.constantFrom(...CREATED_WITHIN), { nil: null }),
  sort: fc.record({
    key: fc.constantFrom(...SORT_KEYS),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
  }),
});

describe('the address of the license list', () => {
  it('brings filters and order back', () => {
    fc.assert(
      fc.property(filter, (state) => {
        expect(filterOf(urlOf(state))).toEqual(state);
      }),
    );
  });

  it('is empty for the plain list', () => {
    expect(urlOf(NO_FILTER)).toEqual({});
  });

  it.each([
    [{ status: 'broken', sort: 'drop', product: '../x' }],
    [{ status: ['active'], sort: ['key'], created: '8d' }],
    [{ q: ['a', 'b'] }],
  ])('leaves out what it does not know: %j', (query) => {
    expect(filterOf(query)).toEqual(NO_FILTER);
  });

  it.each([
    'DEMO-ACTI-VE00-0001',
    'demo acti ve00 0001',
    '3862cf5e-2b1c-4f0e-9d1a-0a1b2c3d4e5f',
    'ABCDEFGHJKLMNPQR',
    'AB@CDEFGH-JKLM-NPQR',
  ])('never holds a whole key: %s', (key) => {
    const url = JSON.stringify(urlOf({ ...NO_FILTER, search: key }));
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
  it('end their order with the id in the same direction, so that no license is lost between pages', () => {
    for (const filter of licenseFilters()) {
      const order = licensesQuery('production', filter, NOW).orderBy;
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

  it('begin with the days of creation at the moment they were chosen, whatever the order', () => {
    for (const filter of licenseFilters()) {
      const range = licensesQuery('production', filter, NOW).where.filter(([field]) => field === 'createdAt');
      expect(range).toEqual(filter.created === null ? [] : [['createdAt', '>=', later(-7 * DAY)]]);
    }
  });

  it('leave the days of creation in a search to the browser, which looks at more for that', () => {
    const filter = { ...NO_FILTER, search: 'abc', created: '7d' } as const;
    expect(licenseSearchQuery('production', filter)).toMatchObject({
      where: [['search.ABC', '==', true]],
      looksAt: 500,
    });
    const license = (age: number) => aLicense({ key: 'ABCD-EFGH', createdAt: later(-age) });
    expect(fitsSearch(license(7 * DAY), filter, NOW)).toBe(true);
    expect(fitsSearch(license(7 * DAY + 1), filter, NOW)).toBe(false);
    expect(fitsSearch(license(0), { ...filter, search: 'xyz' }, NOW)).toBe(false);
  });

  it('stay in their environment', () => {
    for (const environment of ['production', 'staging', 'development'] as const) {
      const path = `environments/${environment}/licenses`;
      expect(licensesQuery(environment, NO_FILTER, NOW).collection).toBe(path);
      expect(licenseSearchQuery(environment, { ...NO_FILTER, search: 'ab' })?.collection).toBe(path);
    }
  });
});
