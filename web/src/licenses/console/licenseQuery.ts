import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { queryTokens } from '@latchkey/domain/search/tokens';
import type { QueryDescription, Where } from '../../firebase/description.ts';
import { licensesPath } from '../readLicense.ts';
import { effectiveSort, SORT_FIELDS, type LicenseFilter } from './licenseFilter.ts';

export const PAGE_SIZE = 50;
/** A search shows so many at most, and says when there are more. */
export const SEARCH_LIMIT = 100;

/** Where a page begins or ends: the sorted value and the id of the license beside it. */
export interface Cursor {
  readonly side: 'after' | 'before';
  readonly values: readonly unknown[];
}

/** One page of the list, and one more row that tells whether another page follows. */
export function licensePageQuery(
  environment: Environment,
  filter: LicenseFilter,
  cursor: Cursor | null,
): QueryDescription {
  const { key, direction } = effectiveSort(filter);
  return {
    collection: licensesPath(environment),
    where: equalities(filter),
    orderBy: [
      [SORT_FIELDS[key], direction],
      ['__name__', direction],
    ],
    limit: PAGE_SIZE + 1,
    ...(cursor?.side === 'after' && { startAfter: cursor.values }),
    ...(cursor?.side === 'before' && { endBefore: cursor.values }),
  };
}

/** What a cursor beside this license has to hold. */
export function cursorValues(filter: LicenseFilter, license: License): readonly unknown[] {
  return [license[SORT_FIELDS[effectiveSort(filter).key]], license.id];
}

/** The rules let nobody look at more at once, not even to count them. */
export const COUNT_LIMIT = 500;

/** How many the filter leaves, up to the limit; page and order do not matter. */
export function licenseCountQuery(environment: Environment, filter: LicenseFilter): QueryDescription {
  return { collection: licensesPath(environment), where: equalities(filter), limit: COUNT_LIMIT };
}

/** All licenses that may contain the text: equality filters only, which need no composite index; unordered. */
export function licenseSearchQuery(environment: Environment, filter: LicenseFilter): QueryDescription | null {
  const tokens = queryTokens(filter.search);
  if (tokens.length === 0) return null;
  const contains = tokens.map((token): Where => [`search.${token}`, '==', true]);
  return {
    collection: licensesPath(environment),
    where: [...contains, ...equalities(filter)],
    limit: SEARCH_LIMIT + 1,
  };
}

function equalities({ status, productId }: LicenseFilter): Where[] {
  return [
    ...(status === null ? [] : ([['status', '==', status]] as const)),
    ...(productId === null ? [] : ([['productId', '==', productId]] as const)),
  ];
}
