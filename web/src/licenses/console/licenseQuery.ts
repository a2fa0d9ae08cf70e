import type { Environment } from '@latchkey/domain/environment';
import { queryTokens } from '@latchkey/domain/search/tokens';
import type { Where } from '../../firebase/description.ts';
import type { ListQuery, SearchQuery } from '../../lists/listPlan.ts';
import { licensesPath } from '../readLicense.ts';
import { effectiveSort, SORT_FIELDS, type LicenseFilter } from './licenseFilter.ts';

/** The licenses that the filter leaves, in its order. */
export function licensesQuery(environment: Environment, filter: LicenseFilter): ListQuery {
  const { key, direction } = effectiveSort(filter);
  return {
    collection: licensesPath(environment),
    where: equalities(filter),
    orderBy: [
      [SORT_FIELDS[key], direction],
      ['__name__', direction],
    ],
  };
}

/** All licenses that may contain the text: equality filters only, which need no composite index; unordered. */
export function licenseSearchQuery(environment: Environment, filter: LicenseFilter): SearchQuery | null {
  const tokens = queryTokens(filter.search);
  if (tokens.length === 0) return null;
  const contains = tokens.map((token): Where => [`search.${token}`, '==', true]);
  return { collection: licensesPath(environment), where: [...contains, ...equalities(filter)] };
}

function equalities({ status, productId }: LicenseFilter): Where[] {
  return [
    ...(status === null ? [] : ([['status', '==', status]] as const)),
    ...(productId === null ? [] : ([['productId', '==', productId]] as const)),
  ];
}
