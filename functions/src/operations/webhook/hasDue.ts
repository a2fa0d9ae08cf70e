import type { Environment } from '@latchkey/domain/environment';
import { envPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';

/** Whether any delivery is due. */
export async function hasDue(store: Store, environment: Environment, now: Date): Promise<boolean> {
  const found = await store.query<object>({
    parent: envPath(environment),
    collection: 'deliveries',
    where: [['nextAt', '<=', now]],
    limit: 1,
    select: [],
  });
  return found.length > 0;
}
