import type { Environment } from '@latchkey/domain/environment';
import { endpointEvent } from '@latchkey/domain/webhook/decide';
import type { WebhookRefusal } from '@latchkey/domain/webhook/refusals';
import { refuseWebhook } from '@latchkey/domain/webhook/refusals';
import { deliveryPath, webhookPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { waiting } from './putDown.ts';
import { toDelivery, toEndpoint } from './records.ts';

/** Sends a delivery once more, with all its attempts before it and under the id that it had. */
export async function replayDelivery(
  call: Call,
  environment: Environment,
  deliveryId: string,
): Promise<{ ok: true } | WebhookRefusal> {
  const path = deliveryPath(environment, deliveryId);
  return withRetry(path, async () => {
    const [first] = await call.store.getAll<never>([path]);
    const delivery = toDelivery(environment, first);
    if (!delivery)
      return refuseWebhook('NOT_FOUND', 'There is no such delivery in this environment any more.');
    const { endpointId, event, eventId } = delivery.record;
    const [second] = await call.store.getAll<never>([webhookPath(environment, endpointId)]);
    const endpoint = toEndpoint(environment, second)?.record;
    const refusal = replayRefusal(endpoint);
    if (refusal) return refusal;
    const changes = {
      event: { before: null, after: event },
      delivery: { before: null, after: deliveryId },
      webhookId: { before: null, after: eventId },
    };
    await call.store.commit([
      { kind: 'update', path, data: waiting(call.now), if: delivery.version },
      ...auditWrites(environment, call, [endpointEvent('webhook.replayed', { id: endpointId }, { changes })]),
    ]);
    return { ok: true };
  });
}

/** Why nothing can be replayed to an endpoint; null = it can. */
export function replayRefusal(endpoint: { readonly status: string } | undefined): WebhookRefusal | null {
  if (!endpoint)
    return refuseWebhook('ENDPOINT_GONE', 'The endpoint was deleted; nothing can be sent to it.');
  if (endpoint.status === 'enabled') return null;
  return refuseWebhook('ENDPOINT_DISABLED', 'The endpoint is disabled. Enable it, then replay.');
}
