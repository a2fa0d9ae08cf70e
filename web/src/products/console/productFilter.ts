import type { Environment } from '@latchkey/domain/environment';
import { queryTokens } from '@latchkey/domain/search/tokens';
import type { Where } from '../../firebase/description.ts';
import type { ListQuery, SearchQuery } from '../../lists/listPlan.ts';
import { oneOf, sortOf, sortUrl, textOf, type UrlQuery } from '../../lists/listUrl.ts';
import type { Sort } from '../../ui/listTable.ts';

const SORT_FIELDS = { name: 'name', created: 'createdAt', updated: 'updatedAt' } as const;
export type ProductSortKey = keyof typeof SORT_FIELDS;
export const PRODUCT_SORT_KEYS = Object.keys(SORT_FIELDS) as ProductSortKey[];

/** "current" is what is not archived. */
export const PRODUCT_VIEWS = ['current', 'active', 'inactive', 'archived'] as const;
export type ProductView = (typeof PRODUCT_VIEWS)[number];

/** What the list of products shows. */
export interface ProductFilter {
  readonly search: string;
  readonly view: ProductView;
  readonly sort: Sort<ProductSortKey>;
}

const BY_NAME: Sort<ProductSortKey> = { key: 'name', direction: 'asc' };

/** Reads the filter out of an address that anybody may have written; what is not known is left out. */
export function filterOf(query: UrlQuery): ProductFilter {
  return {
    search: (textOf(query.q) ?? '').trim(),
    view: oneOf(PRODUCT_VIEWS, query.view) ?? 'current',
    sort: sortOf(query.sort, PRODUCT_SORT_KEYS, BY_NAME),
  };
}

export function urlOf({ search, view, sort }: ProductFilter): Record<string, string> {
  return {
    ...(search !== '' && { q: search }),
    ...(view !== 'current' && { view }),
    ...sortUrl(sort, BY_NAME),
  };
}

/** The products that the filter leaves, in its order. */
export function productListQuery(environment: Environment, { view, sort }: ProductFilter): ListQuery {
  return {
    collection: `environments/${environment}/products`,
    where: stateOf(view),
    orderBy: [
      [SORT_FIELDS[sort.key], sort.direction],
      ['__name__', sort.direction],
    ],
  };
}

/** All products that may contain the text: equality filters only, which need no composite index; unordered. */
export function productSearchQuery(
  environment: Environment,
  { search, view }: ProductFilter,
): SearchQuery | null {
  const tokens = queryTokens(search);
  if (tokens.length === 0) return null;
  const contains = tokens.map((token): Where => [`search.${token}`, '==', true]);
  return { collection: `environments/${environment}/products`, where: [...contains, ...stateOf(view)] };
}

function stateOf(view: ProductView): Where[] {
  return view === 'current' ? [['status', 'in', ['active', 'inactive']]] : [['status', '==', view]];
}
