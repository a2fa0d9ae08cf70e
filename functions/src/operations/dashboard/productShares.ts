import type { Environment } from '@latchkey/domain/environment';
import type { Product } from '@latchkey/domain/product/product';
import { LOW_POOL } from '@latchkey/domain/stats/pools';
import { envPath } from '../../firestore/collections.ts';
import type { Stored } from '../../firestore/records.ts';
import type { Store } from '../../firestore/store.ts';
import { licenseCountQuery } from '../licenseCountQuery.ts';

/** More products than that are looked at in their own list. */
const LOOKED_AT = 100;
const SHOWN = 5;

export interface ProductShare {
  readonly id: string;
  readonly name: string;
  readonly licenses: number;
  /** Generated and not given to anybody yet. */
  readonly available: number;
}

export interface ProductShares {
  /** Those with most licenses. */
  readonly top: readonly ProductShare[];
  /** Active products with fewer than 50 licenses left to give away, the emptiest first. */
  readonly lowPools: readonly ProductShare[];
}

/** How licenses are spread over products. A product without any license has no pool that could run low. */
export async function productShares(store: Store, environment: Environment): Promise<ProductShares> {
  const products = await store.query<Stored<Product>>({
    parent: envPath(environment),
    collection: 'products',
    orderBy: [['name', 'asc']],
    limit: LOOKED_AT,
    select: ['name', 'status'],
  });
  const shares = await Promise.all(
    products.map(async ({ id, data }) => {
      const [licenses, available] = await Promise.all([
        store.count(licenseCountQuery(environment, { productId: id })),
        store.count(licenseCountQuery(environment, { productId: id, status: 'available' }), LOW_POOL),
      ]);
      return { id, name: data?.name ?? id, status: data?.status, licenses, available };
    }),
  );
  const used = shares.filter(({ licenses }) => licenses > 0);
  const low = used.filter(({ status, available }) => status === 'active' && available < LOW_POOL);
  return {
    top: used
      .toSorted((a, b) => b.licenses - a.licenses)
      .slice(0, SHOWN)
      .map(share),
    lowPools: low
      .toSorted((a, b) => a.available - b.available)
      .slice(0, SHOWN)
      .map(share),
  };
}

function share({ id, name, licenses, available }: ProductShare): ProductShare {
  return { id, name, licenses, available };
}
