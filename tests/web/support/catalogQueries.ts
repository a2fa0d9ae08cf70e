import { GENERATOR_STATUSES } from '@latchkey/domain/generator/generator';
import type { QueryDescription } from '../../../web/src/firebase/description.ts';
import {
  GENERATOR_SORT_KEYS,
  generatorListQuery,
  generatorSearchQuery,
} from '../../../web/src/generators/console/generatorFilter.ts';
import { generatorsQuery, productGeneratorsQuery } from '../../../web/src/generators/useGenerators.ts';
import {
  PRODUCT_SORT_KEYS,
  PRODUCT_VIEWS,
  productListQuery,
  productSearchQuery,
} from '../../../web/src/products/console/productFilter.ts';
import { productsQuery } from '../../../web/src/products/useProducts.ts';
import type { AskedList } from './customerQueries.ts';

const ENV = 'production';
const DIRECTIONS = ['asc', 'desc'] as const;

/** Every filter of the products in every order. */
export function productLists(): AskedList[] {
  return PRODUCT_VIEWS.flatMap((view) => sorts(PRODUCT_SORT_KEYS, { search: 'abc', view })).map((filter) => ({
    query: productListQuery(ENV, filter),
    search: productSearchQuery(ENV, filter),
  }));
}

/** Every filter of the generators in every order. */
export function generatorLists(): AskedList[] {
  const filters = [null, ...GENERATOR_STATUSES].flatMap((status) =>
    [null, 'p'].map((productId) => ({ search: 'abc', status, productId })),
  );
  return filters
    .flatMap((filter) => sorts(GENERATOR_SORT_KEYS, filter))
    .map((filter) => ({
      query: generatorListQuery(ENV, filter),
      search: generatorSearchQuery(ENV, filter),
    }));
}

/** What pickers and a product's own page ask. */
export function catalogPageQueries(): QueryDescription[] {
  return [
    generatorsQuery(ENV, 'p'),
    productGeneratorsQuery(ENV, 'p'),
    productsQuery(ENV, 'all'),
    productsQuery(ENV, 'active'),
  ];
}

function sorts<Key extends string, Filter extends object>(keys: readonly Key[], filter: Filter) {
  return keys.flatMap((key) => DIRECTIONS.map((direction) => ({ ...filter, sort: { key, direction } })));
}
