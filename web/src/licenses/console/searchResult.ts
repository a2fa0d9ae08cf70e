import type { License } from '@latchkey/domain/license/license';
import { matchesSearch } from '@latchkey/domain/search/tokens';
import { effectiveSort, SORT_FIELDS, type LicenseFilter } from './licenseFilter.ts';
import { SEARCH_LIMIT } from './licenseQuery.ts';

export interface SearchResult {
  readonly rows: readonly License[];
  /** There are more than may be shown. */
  readonly more: boolean;
}

/** What a search found: the false hits of the tokens taken out, in the order of the list. */
export function searchResult(found: readonly License[], filter: LicenseFilter): SearchResult {
  const rows = found
    .slice(0, SEARCH_LIMIT)
    .filter((license) => matchesSearch(license, filter.search))
    .sort((a, b) => comparePlaces(placeOf(a, filter), placeOf(b, filter), filter));
  return { rows, more: found.length > SEARCH_LIMIT };
}

/** What decides where a license stands in the list: the value sorted by, then its id. */
export type Place = readonly [value: string | number | Date | null, id: string];

export function placeOf(license: License, filter: LicenseFilter): Place {
  return [license[SORT_FIELDS[effectiveSort(filter).key]], license.id];
}

/** Less than 0 where the first comes before the second. */
export function comparePlaces(a: Place, b: Place, filter: LicenseFilter): number {
  const sign = effectiveSort(filter).direction === 'asc' ? 1 : -1;
  return sign * (compare(a[0], b[0]) || compare(a[1], b[1]));
}

/** As Firestore orders: nothing before something, numbers and dates by size, texts by code point. */
function compare(a: string | number | Date | null, b: string | number | Date | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
