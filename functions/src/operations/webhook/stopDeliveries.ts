import type { Environment } from '@latchkey/domain/environment';
import { envPath, webhookPath } from '../../firestore/collections.ts';
import { ConflictError, unchanged } from '../../firestore/store.ts';
import type { Call } from '../context.ts';
import type { StoredDelivery } from './records.ts';
import { toEndpoint } from './records.ts';

const PAGE = 200;

/** Gives up what waits for an endpoint that is disabled or gone; a replay brings it back. */
export async function stopDeliveries(
  call: Call,
  environment: Environment,
  endpointId: string,
): Promise<void> {
  for (;;) {
    const [snapshot] = await call.store.getAll<never>([webhookPath(environment, endpointId)]);
    const endpoint = toEndpoint(environment, snapshot)?.record;
    // Switched on again meanwhile.
    if (endpoint?.status === 'enabled') return;
    const problem = endpoint ? 'The endpoint was disabled.' : 'The endpoint was deleted.';
    const found = await call.store.query<StoredDelivery>({
      parent: envPath(environment),
      collection: 'deliveries',
      where: [
        ['endpointId', '==', endpointId],
        ['status', '==', 'pending'],
      ],
      limit: PAGE,
      select: ['status'],
    });
    const data = { status: 'failed', nextAt: null, problem, updatedAt: call.now };
    try {
      await call.store.commit(
        found.map((one) => ({ kind: 'update', path: one.path, data, if: unchanged(one) })),
      );
    } catch (error) {
      // One of them was being sent: the next look finds what is left.
      if (error instanceof ConflictError) continue;
      throw error;
    }
    if (found.length < PAGE) return;
  }
}
