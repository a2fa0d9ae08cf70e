import type { Environment } from '@latchkey/domain/environment';
import type { Product } from '@latchkey/domain/product/product';
import type { QueryDescription, RawDoc } from '../firebase/description.ts';
import { useLiveQuery } from '../firebase/useLiveQuery.ts';
import { useEnvironment } from '../session/environment.ts';

/** The products of an environment by name: all of them, or only those that get new licenses. */
export function productsQuery(environment: Environment, which: 'all' | 'active'): QueryDescription {
  return {
    collection: `environments/${environment}/products`,
    where: which === 'active' ? [['status', '==', 'active']] : [],
    orderBy: [['name', 'asc']],
    limit: 500,
  };
}

export function readProduct(environment: Environment) {
  return (id: string, data: RawDoc['data']): Product => ({ ...data, id, environment }) as unknown as Product;
}

/** Live; of the environment that the console works in. */
export function useProducts(which: 'all' | 'active') {
  const environment = useEnvironment();
  return useLiveQuery<Product>(
    () => productsQuery(environment.current, which),
    (id, data) => readProduct(environment.current)(id, data),
  );
}
