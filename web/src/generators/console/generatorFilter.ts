import type { Environment } from '@latchkey/domain/environment';
import { GENERATOR_STATUSES, type GeneratorStatus } from '@latchkey/domain/generator/generator';
import { queryTokens } from '@latchkey/domain/search/tokens';
import type { Where } from '../../firebase/description.ts';
import type { ListQuery, SearchQuery } from '../../lists/listPlan.ts';
import { idOf, oneOf, sortOf, sortUrl, textOf, type UrlQuery } from '../../lists/listUrl.ts';
import type { Sort } from '../../ui/listTable.ts';

const SORT_FIELDS = { name: 'nameKey', product: 'productName', created: 'createdAt' } as const;
export type GeneratorSortKey = keyof typeof SORT_FIELDS;
export const GENERATOR_SORT_KEYS = Object.keys(SORT_FIELDS) as GeneratorSortKey[];

/** What the list of generators shows. */
export interface GeneratorFilter {
  readonly search: string;
  /** null = all. */
  readonly status: GeneratorStatus | null;
  readonly productId: string | null;
  readonly sort: Sort<GeneratorSortKey>;
}

const BY_NAME: Sort<GeneratorSortKey> = { key: 'name', direction: 'asc' };

/** Reads the filter out of an address that anybody may have written; what is not known is left out. */
export function filterOf(query: UrlQuery): GeneratorFilter {
  return {
    search: (textOf(query.q) ?? '').trim(),
    status: oneOf(GENERATOR_STATUSES, query.status),
    productId: idOf(query.product),
    sort: sortOf(query.sort, GENERATOR_SORT_KEYS, BY_NAME),
  };
}

export function urlOf({ search, status, productId, sort }: GeneratorFilter): Record<string, string> {
  return {
    ...(search !== '' && { q: search }),
    ...(status !== null && { status }),
    ...(productId !== null && { product: productId }),
    ...sortUrl(sort, BY_NAME),
  };
}

/** The generators that the filter leaves, in its order; one product by product would say nothing. */
export function generatorListQuery(environment: Environment, filter: GeneratorFilter): ListQuery {
  const { sort, productId } = filter;
  const { key, direction } = sort.key === 'product' && productId !== null ? BY_NAME : sort;
  return {
    collection: generatorsPath(environment),
    where: equalities(filter),
    orderBy: [
      [SORT_FIELDS[key], direction],
      ['__name__', direction],
    ],
  };
}

/** All generators that may contain the text: equality filters only, which need no composite index; unordered. */
export function generatorSearchQuery(environment: Environment, filter: GeneratorFilter): SearchQuery | null {
  const tokens = queryTokens(filter.search);
  if (tokens.length === 0) return null;
  const contains = tokens.map((token): Where => [`search.${token}`, '==', true]);
  return { collection: generatorsPath(environment), where: [...contains, ...equalities(filter)] };
}

export function generatorsPath(environment: Environment): string {
  return `environments/${environment}/generators`;
}

function equalities({ status, productId }: GeneratorFilter): Where[] {
  return [
    ...(status === null ? [] : ([['status', '==', status]] as const)),
    ...(productId === null ? [] : ([['productId', '==', productId]] as const)),
  ];
}
