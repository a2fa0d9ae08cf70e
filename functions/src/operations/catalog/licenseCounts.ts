import type { Environment } from '@latchkey/domain/environment';
import type { LicenseStatus } from '@latchkey/domain/license/license';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import type { Store } from '../../firestore/store.ts';
import { licenseCountQuery } from '../licenseCountQuery.ts';

/** What licenses come from, or whose they are. */
export interface Source {
  readonly by: 'product' | 'generator' | 'customer';
  readonly id: string;
}
export type StateCounts = Readonly<Record<LicenseStatus, number>>;

/** How many licenses a product or a generator has in each stored state; one aggregation for each, all at once. */
export async function countByState(store: Store, environment: Environment, of: Source): Promise<StateCounts> {
  const counted = await Promise.all(
    LICENSE_STATUSES.map(async (status) => {
      const query = licenseCountQuery(environment, { ...narrowed(of), status });
      return [status, await store.count(query)] as const;
    }),
  );
  return Object.fromEntries(counted) as StateCounts;
}

/** How many licenses each of them has in all. */
export async function countOfEach(
  store: Store,
  environment: Environment,
  by: Source['by'],
  ids: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const counted = await Promise.all(
    ids.map(async (id) => [id, await countOf(store, environment, { by, id })] as const),
  );
  return Object.fromEntries(counted);
}

/** At most up to `upTo`, where one is given. */
export function countOf(store: Store, environment: Environment, of: Source, upTo?: number): Promise<number> {
  return store.count(licenseCountQuery(environment, narrowed(of)), upTo);
}

function narrowed({ by, id }: Source) {
  switch (by) {
    case 'product':
      return { productId: id };
    case 'generator':
      return { generatorId: id };
    case 'customer':
      return { customerId: id };
  }
}
