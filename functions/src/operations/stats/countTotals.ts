import type { Environment } from '@latchkey/domain/environment';
import type { LicenseStatus } from '@latchkey/domain/license/license';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import type { TotalStats } from '@latchkey/domain/stats/day';
import { envPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';
import { licenseCountQuery } from '../licenseCountQuery.ts';

export type Totals = Pick<TotalStats, 'products' | 'licenses'>;

/** What there is now: active products, and licenses by stored state; one aggregation each, all at once. */
export async function countTotals(store: Store, environment: Environment): Promise<Totals> {
  const counting = LICENSE_STATUSES.map(
    async (status) => [status, await store.count(licenseCountQuery(environment, { status }))] as const,
  );
  const [products, ...licenses] = await Promise.all([countProducts(store, environment), ...counting]);
  return { products, licenses: Object.fromEntries(licenses) as Record<LicenseStatus, number> };
}

function countProducts(store: Store, environment: Environment): Promise<number> {
  return store.count({
    parent: envPath(environment),
    collection: 'products',
    where: [['status', '==', 'active']],
  });
}
