import { ENVIRONMENTS } from '@latchkey/domain/environment';
import { effectiveState } from '@latchkey/domain/license/expiry';
import type { License } from '@latchkey/domain/license/license';
import { envPath } from '../../firestore/collections.ts';
import type { Stored } from '../../firestore/records.ts';
import { toLicense } from '../../firestore/records.ts';
import type { Call } from '../context.ts';

/** A mail is no place for more; the portal has them all. */
const MOST = 100;

/** What a customer may want to enter somewhere: their licenses in every environment but the revoked ones. */
export async function licensesWithKeys(call: Call, customerId: string): Promise<License[]> {
  const found = await Promise.all(
    ENVIRONMENTS.map(async (environment) => {
      const snapshots = await call.store.query<Stored<License>>({
        parent: envPath(environment),
        collection: 'licenses',
        where: [['customerId', '==', customerId]],
        orderBy: [['createdAt', 'desc']],
        limit: MOST,
      });
      return snapshots.flatMap((snapshot) => toLicense(environment)(snapshot)?.record ?? []);
    }),
  );
  return found
    .flat()
    .filter((license) => effectiveState(license, call.now) !== 'revoked')
    .slice(0, MOST);
}
