import type { Environment } from '@latchkey/domain/environment';
import { TEST_EVENT } from '@latchkey/domain/webhook/events';
import { testPayload } from '@latchkey/domain/webhook/payload';
import type { WebhookRefusal } from '@latchkey/domain/webhook/refusals';
import { refuseWebhook } from '@latchkey/domain/webhook/refusals';
import { isSuccess } from '@latchkey/domain/webhook/retry';
import { deliveryAttemptPath, deliveryPath, webhookPath } from '../../firestore/collections.ts';
import type { Snapshot } from '../../firestore/store.ts';
import type { Call } from '../context.ts';
import type { StoredDelivery, StoredWebhookSecrets } from './records.ts';
import { signingSecrets, toEndpoint, webhookSecretsPath } from './records.ts';

/**
 * Sends an example at once, signed like everything else, and notes the answer as a delivery of the log. It is
 * tried once, says nothing about the endpoint's health, and works for a disabled one too.
 */
export async function testEndpoint(
  call: Call,
  environment: Environment,
  endpointId: string,
): Promise<{ ok: true; deliveryId: string } | WebhookRefusal> {
  const paths = [webhookPath(environment, endpointId), webhookSecretsPath(environment, endpointId)];
  const [first, second] = await call.store.getAll<never>(paths);
  const endpoint = toEndpoint(environment, first)?.record;
  const secrets = (second as Snapshot<StoredWebhookSecrets> | undefined)?.data;
  if (!endpoint || !secrets) {
    return refuseWebhook('NOT_FOUND', 'There is no such endpoint in this environment.');
  }
  const { now, requestId, actor } = call;
  const deliveryId = call.newId();
  const by = actor.kind === 'person' ? actor.name : actor.kind;
  const body = JSON.stringify(testPayload(environment, requestId, by, now));
  const { timeoutSeconds } = await call.settings.read(call.store, environment, 'webhooks');
  const sent = await call.sender.send({
    url: endpoint.url,
    id: deliveryId,
    at: now,
    body,
    secrets: signingSecrets(secrets, now),
    deadlineMs: timeoutSeconds * 1000,
  });
  const ok = isSuccess(sent.status);
  const delivery: StoredDelivery = {
    endpointId,
    endpointName: endpoint.name,
    eventId: deliveryId,
    event: TEST_EVENT,
    licenseId: null,
    keyHint: null,
    eventAt: now,
    body,
    status: ok ? 'delivered' : 'failed',
    attempts: 1,
    tries: 1,
    nextAt: null,
    firstAt: now,
    createdAt: now,
    updatedAt: now,
    deliveredAt: ok ? now : null,
    lastStatus: sent.status,
    problem: ok ? null : (sent.problem ?? `The answer was ${sent.status}.`),
  };
  await call.store.commit([
    { kind: 'set', path: deliveryPath(environment, deliveryId), data: delivery, if: { exists: false } },
    {
      kind: 'set',
      path: deliveryAttemptPath(environment, deliveryId, 1),
      data: { number: 1, at: now, url: endpoint.url, ...sent },
    },
  ]);
  return { ok: true, deliveryId };
}
