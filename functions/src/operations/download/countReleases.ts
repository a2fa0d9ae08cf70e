import type { Environment } from '@latchkey/domain/environment';
import { envPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';

/** How many releases a product has, whatever their state; at most up to `upTo`. */
export function countReleases(
  store: Store,
  environment: Environment,
  productId: string,
  upTo: number,
): Promise<number> {
  return store.count(
    { parent: envPath(environment), collection: 'downloads', where: [['productId', '==', productId]] },
    upTo,
  );
}
