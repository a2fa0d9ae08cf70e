import type { Environment } from '@latchkey/domain/environment';
import type { WebhookAttempt } from '@latchkey/domain/webhook/delivery';
import { deliveryPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';

/** Retries of three days, and some replays. */
const MOST = 50;

/** The attempts to deliver a message, the last one first. */
export async function readAttempts(
  store: Store,
  environment: Environment,
  deliveryId: string,
): Promise<WebhookAttempt[]> {
  const found = await store.query<WebhookAttempt>({
    parent: deliveryPath(environment, deliveryId),
    collection: 'attempts',
    orderBy: [['number', 'desc']],
    limit: MOST,
  });
  return found.flatMap(({ data }) => data ?? []);
}
