import type { WebhookAttempt, WebhookDelivery } from '@latchkey/domain/webhook/delivery';
import { endpointEvent } from '@latchkey/domain/webhook/decide';
import type { DisabledWhy, WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import type { AttemptDecision } from '@latchkey/domain/webhook/retry';
import { decideAttempt } from '@latchkey/domain/webhook/retry';
import { deliveryAttemptPath, deliveryPath, webhookPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Versioned } from '../../firestore/records.ts';
import type { Write } from '../../firestore/store.ts';
import { auditWrites, outboxWrite } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import type { AttemptEnd } from './attemptDelivery.ts';
import { toDelivery, toEndpoint } from './records.ts';
import { ownerMailWrites } from './tellOwners.ts';

/**
 * Writes down what came of an attempt, with all that follows from it, in one commit: the delivery's next step,
 * the endpoint's health, and where this ends the endpoint the audit event, the end of what waits, and word to
 * the owners.
 * @param taken the delivery as this process took it
 */
export async function noteAttempt(
  call: Call,
  taken: WebhookDelivery,
  attempt: WebhookAttempt,
): Promise<AttemptEnd> {
  const { environment, id, endpointId } = taken;
  const paths = [deliveryPath(environment, id), webhookPath(environment, endpointId)];
  const kept: Write = {
    kind: 'set',
    path: deliveryAttemptPath(environment, id, attempt.number),
    data: attempt,
  };
  const rules = await call.settings.read(call.store, environment, 'webhooks');
  return withRetry(paths[0] ?? id, async () => {
    const [first, second] = await call.store.getAll<never>(paths);
    const current = toDelivery(environment, first);
    const endpoint = toEndpoint(environment, second);
    if (!current) return 'elsewhere';
    const random = (call.randomBytes(1)[0] ?? 0) / 256;
    const outcome = { ...attempt, retryAfter: attempt.responseHeaders['retry-after'] ?? null };
    const around = { rules, now: call.now, random };
    const decision = decideAttempt(taken, endpoint?.record ?? goneEndpoint(), outcome, around);
    // Given up, replayed or taken over meanwhile: only a success says more than that.
    const stands = current.record.tries === taken.tries && current.record.status === 'pending';
    const counts = stands || decision.delivery.status === 'delivered';
    await call.store.commit([
      kept,
      ...(counts ? [deliveryWrite(current, decision)] : []),
      ...(endpoint && counts ? await endpointWrites(call, endpoint, decision, rules.retryDays) : []),
    ]);
    if (decision.disabled !== null) return 'disabled';
    if (decision.delivery.status === 'delivered') return 'delivered';
    return decision.endpoint?.pausedUntil ? 'pause' : 'failed';
  });
}

function deliveryWrite(
  { record, version }: Versioned<WebhookDelivery>,
  { delivery }: AttemptDecision,
): Write {
  const path = deliveryPath(record.environment, record.id);
  return { kind: 'update', path, data: delivery, if: version };
}

async function endpointWrites(
  call: Call,
  { record, version }: Versioned<WebhookEndpoint>,
  { endpoint: news, disabled }: AttemptDecision,
  retryDays: number,
): Promise<Write[]> {
  if (news === null) return [];
  const { environment, id } = record;
  const path = webhookPath(environment, id);
  const update: Write = { kind: 'update', path, data: news, if: version };
  if (disabled === null) return [update];
  const changes = {
    status: { before: record.status, after: 'disabled' },
    disabledWhy: { before: null, after: disabled },
  };
  const mails = await ownerMailWrites(call, disabledWords(record, disabled, retryDays));
  return [
    update,
    ...auditWrites(environment, { ...call, actor: { kind: 'clock' } }, [
      endpointEvent('webhook.disabled', record, { changes }),
    ]),
    outboxWrite(environment, call, { kind: 'webhook-stop', endpointId: id }),
    ...mails,
  ];
}

function disabledWords(
  { name, url, environment }: WebhookEndpoint,
  why: Exclude<DisabledWhy, 'by-hand'>,
  days: number,
): string {
  const reason =
    why === 'gone'
      ? 'its receiver answered that it is gone (410)'
      : `nothing could be delivered to it for ${days === 1 ? 'a day' : `${days} days`}`;
  return (
    `The webhook endpoint "${name}" (${url}, ${environment}) was disabled: ${reason}. ` +
    'When the receiver is well again, enable the endpoint under Webhooks and replay what it has missed.'
  );
}

/** Deleted while it was being sent to: nothing of it can change any more. */
function goneEndpoint(): Pick<WebhookEndpoint, 'status' | 'failingSince' | 'pausedUntil'> {
  return { status: 'disabled', failingSince: null, pausedUntil: null };
}
