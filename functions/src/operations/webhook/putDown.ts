import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { Environment } from '@latchkey/domain/environment';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import { hears } from '@latchkey/domain/webhook/endpoint';
import { webhookEventOf } from '@latchkey/domain/webhook/events';
import { payloadOf } from '@latchkey/domain/webhook/payload';
import { deliveryPath, webhookPath } from '../../firestore/collections.ts';
import type { Versioned } from '../../firestore/records.ts';
import type { Write } from '../../firestore/store.ts';
import type { Call } from '../context.ts';
import type { StoredDelivery } from './records.ts';
import { deliveryIdOf } from './records.ts';

/** Deliveries of one commit. */
const COMMIT = 200;

/**
 * Puts down a delivery for every event that an endpoint wants to be told of and that has none yet. Each commit
 * holds only while its endpoints are as they were read, so nothing is put down for one that was switched off.
 * @throws ConflictError where somebody else was at the same
 */
export async function putDown(
  call: Call,
  environment: Environment,
  endpoints: readonly Versioned<WebhookEndpoint>[],
  events: readonly AuditEvent[],
): Promise<number> {
  const wanted = events.flatMap((event) =>
    endpoints.flatMap(({ record, version }) => {
      const type = webhookEventOf(event.action);
      if (type === null || !hears(record, type)) return [];
      const path = deliveryPath(environment, deliveryIdOf(call, record.id, event.id));
      const check: Write = { kind: 'check', path: webhookPath(environment, record.id), if: version };
      return [{ path, check, data: newDelivery(call, record, event) }];
    }),
  );
  // Named twice, it is still one delivery.
  const distinct = [...new Map(wanted.map((one) => [one.path, one])).values()];
  const known = await call.store.getAll<object>(
    distinct.map(({ path }) => path),
    ['status'],
  );
  const missing = distinct.filter((_, index) => known[index]?.data === undefined);
  for (let from = 0; from < missing.length; from += COMMIT) {
    const some = missing.slice(from, from + COMMIT);
    const checks = new Map(some.map(({ check }) => [check.path, check]));
    const fresh = { exists: false };
    const sets = some.map(({ path, data }): Write => ({ kind: 'set', path, data, if: fresh }));
    await call.store.commit([...checks.values(), ...sets]);
  }
  return missing.length;
}

function newDelivery(
  call: Call,
  { id, name, environment }: WebhookEndpoint,
  event: AuditEvent,
): StoredDelivery {
  const type = webhookEventOf(event.action);
  if (type === null) throw new Error('an event that is told to nobody');
  return {
    endpointId: id,
    endpointName: name,
    eventId: event.id,
    event: type,
    licenseId: event.licenseId,
    keyHint: event.keyHint,
    eventAt: event.at,
    body: JSON.stringify(payloadOf(environment, type, event)),
    ...waiting(call.now),
    tries: 0,
    createdAt: call.now,
    deliveredAt: null,
    lastStatus: null,
  };
}

/** What makes a delivery due from now on, with all its attempts before it. */
export function waiting(now: Date) {
  return {
    status: 'pending',
    attempts: 0,
    nextAt: now,
    firstAt: null,
    updatedAt: now,
    problem: null,
  } as const;
}
