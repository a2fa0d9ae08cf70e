import type { Environment } from '@latchkey/domain/environment';
import type { Sibling } from '@latchkey/domain/generator/decide';
import type { Generator } from '@latchkey/domain/generator/generator';
import type { Product } from '@latchkey/domain/product/product';
import { envPath, productPath } from '../../firestore/collections.ts';
import type { Stored, Versioned } from '../../firestore/records.ts';
import type { Store, Write } from '../../firestore/store.ts';

/** More generators than this a product does not have; each is one small row here. */
export const MAX_GENERATORS = 500;

/** Id and name of every generator of a product. */
export async function siblings(
  store: Store,
  environment: Environment,
  productId: string,
): Promise<readonly Sibling[]> {
  const found = await store.query<Stored<Generator>>({
    parent: envPath(environment),
    collection: 'generators',
    where: [['productId', '==', productId]],
    limit: MAX_GENERATORS,
    select: ['nameKey'],
  });
  return found.flatMap(({ id, data }) => (data ? [{ id, nameKey: data.nameKey }] : []));
}

/**
 * Goes into every commit that gives a generator a name: two of them at once touch the same product, so that
 * the second one reads the names again.
 */
export function nameTaken({ record, version }: Versioned<Product>): Write {
  return {
    kind: 'update',
    path: productPath(record.environment, record.id),
    data: { generatorEpoch: record.generatorEpoch + 1 },
    if: version,
  };
}
