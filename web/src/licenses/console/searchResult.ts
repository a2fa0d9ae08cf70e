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
  const { key, direction } = effectiveSort(filter);
  const field = SORT_FIELDS[key];
  const sign = direction === 'asc' ? 1 : -1;
  const rows = found
    .slice(0, SEARCH_LIMIT)
    .filter((license) => matchesSearch(license, filter.search))
    .sort((a, b) => sign * (compare(a[field], b[field]) || compare(a.id, b.id)));
  return { rows, more: found.length > SEARCH_LIMIT };
}

/** As Firestore orders: nothing before something, numbers and dates by size, texts by code point. */
function compare(a: string | number | Date | null, b: string | number | Date | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
