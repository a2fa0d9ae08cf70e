import type { Product } from '@latchkey/domain/product/product';
import { useLiveDoc } from '../firebase/useLiveDoc.ts';
import { useEnvironment } from '../session/environment.ts';
import { readProduct } from './useProducts.ts';

/** One product of the current environment, live; nothing while there is no id. */
export function useProduct(id: () => string | null) {
  const environment = useEnvironment();
  return useLiveDoc<Product>(
    () => {
      const wanted = id();
      return wanted === null ? null : `environments/${environment.current}/products/${wanted}`;
    },
    (docId, data) => readProduct(environment.current)(docId, data),
  );
}
