import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { matchesSearch, queryTokens } from '@latchkey/domain/search/tokens';
import type { Where } from '../../firebase/description.ts';
import type { ListQuery, SearchQuery } from '../../lists/listPlan.ts';
import { licensesPath } from '../readLicense.ts';
import { createdSince, effectiveSort, SORT_FIELDS, type LicenseFilter } from './licenseFilter.ts';

/** A search looks at so many where creation narrows it too, which no index of pieces can tell. */
const SEARCH_WITHIN = 500;

/**
 * The licenses that the filter leaves, in its order. What is equal there follows by creation: so one index serves
 * an order with and without the days of creation.
 */
export function licensesQuery(environment: Environment, filter: LicenseFilter, now = new Date()): ListQuery {
  const { key, direction } = effectiveSort(filter);
  const since = createdSince(filter, now);
  return {
    collection: licensesPath(environment),
    where: [...equalities(filter), ...(since === null ? [] : ([['createdAt', '>=', since]] as const))],
    orderBy: [
      ...(key === 'created' ? [] : ([[SORT_FIELDS[key], direction]] as const)),
      ['createdAt', direction],
      ['__name__', direction],
    ],
  };
}

/** All licenses that may contain the text: equality filters only, which need no composite index; unordered. */
export function licenseSearchQuery(environment: Environment, filter: LicenseFilter): SearchQuery | null {
  const tokens = queryTokens(filter.search);
  if (tokens.length === 0) return null;
  const contains = tokens.map((token): Where => [`search.${token}`, '==', true]);
  return {
    collection: licensesPath(environment),
    where: [...contains, ...equalities(filter)],
    ...(filter.created !== null && { looksAt: SEARCH_WITHIN }),
  };
}

/** Whether a license that an index found really fits: the text as a whole, and the days of creation. */
export function fitsSearch(license: License, filter: LicenseFilter, now: Date): boolean {
  const since = createdSince(filter, now);
  return matchesSearch(license, filter.search) && (since === null || license.createdAt >= since);
}

function equalities({ status, productId }: LicenseFilter): Where[] {
  return [
    ...(status === null ? [] : ([['status', '==', status]] as const)),
    ...(productId === null ? [] : ([['productId', '==', productId]] as const)),
  ];
}
