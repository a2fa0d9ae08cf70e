import type { Product } from '@latchkey/domain/product/product';
import { containsText } from '@latchkey/domain/search/tokens';
import { useList, type List } from '../../lists/useList.ts';
import { useEnvironment } from '../../session/environment.ts';
import { readProduct } from '../useProducts.ts';
import {
  filterOf,
  productListQuery,
  productSearchQuery,
  urlOf,
  type ProductFilter,
} from './productFilter.ts';

/** The products of the environment. */
export function useProductList(): List<Product, ProductFilter> {
  const environment = useEnvironment();
  return useList<Product, ProductFilter>({
    noun: { one: 'product', many: 'products' },
    filterOf,
    urlOf,
    query: (filter) => productListQuery(environment.current, filter),
    read: (id, data) => readProduct(environment.current)(id, data),
    search: {
      query: (filter) => productSearchQuery(environment.current, filter),
      matches: ({ id, name }, { search }) => containsText([name, id], search),
    },
  });
}
