import type { WebhookAttempt, WebhookDelivery } from '@latchkey/domain/webhook/delivery';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import { deliveryPath } from '../../firestore/collections.ts';
import type { Versioned } from '../../firestore/records.ts';
import { ConflictError } from '../../firestore/store.ts';
import type { Call } from '../context.ts';
import { noteAttempt } from './noteAttempt.ts';
import type { StoredWebhookSecrets } from './records.ts';
import { signingSecrets } from './records.ts';

/** Whoever sends has so long before others may think that they died: twice what a receiver may be given. */
export const LEASE_MS = 60_000;

/** What an attempt tells whoever goes on with the endpoint. */
export type AttemptEnd = 'delivered' | 'failed' | 'pause' | 'disabled' | 'elsewhere';

/**
 * One attempt: taken by a commit that counts it, sent, and noted. Of several senders only one gets to send; one
 * that dies in between leaves the delivery to be sent again when its time is over, under the same `webhook-id`.
 */
export async function attemptDelivery(
  call: Call,
  endpoint: WebhookEndpoint,
  secrets: StoredWebhookSecrets,
  delivery: Versioned<WebhookDelivery>,
  clock: () => Date,
): Promise<AttemptEnd> {
  const taken = await take(call, delivery);
  if (taken === null) return 'elsewhere';
  const { timeoutSeconds } = await call.settings.read(call.store, taken.environment, 'webhooks');
  const sent = await call.sender.send({
    url: endpoint.url,
    id: taken.eventId,
    at: call.now,
    body: taken.body,
    secrets: signingSecrets(secrets, call.now),
    deadlineMs: timeoutSeconds * 1000,
  });
  const { status, requestHeaders, tookMs, responseHeaders, responseBody, responseCut, problem } = sent;
  const attempt: WebhookAttempt = {
    number: taken.tries,
    at: call.now,
    url: endpoint.url,
    ...{ status, requestHeaders, tookMs, responseHeaders, responseBody, responseCut, problem },
  };
  return noteAttempt({ ...call, now: clock() }, taken, attempt);
}

/** The delivery with this attempt counted, in the hands of this process; null = somebody else has it. */
async function take(
  call: Call,
  { record, version }: Versioned<WebhookDelivery>,
): Promise<WebhookDelivery | null> {
  const { now } = call;
  const data = {
    attempts: record.attempts + 1,
    tries: record.tries + 1,
    firstAt: record.firstAt ?? now,
    nextAt: new Date(now.getTime() + LEASE_MS),
  };
  try {
    const path = deliveryPath(record.environment, record.id);
    await call.store.commit([{ kind: 'update', path, data, if: version }]);
  } catch (error) {
    if (error instanceof ConflictError) return null;
    throw error;
  }
  return { ...record, ...data };
}
