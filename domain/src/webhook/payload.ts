import type { Actor } from '../access/actor.ts';
import type { AuditEvent } from '../audit/event.ts';
import type { Environment } from '../environment.ts';
import type { DeliveredEvent } from './events.ts';
import { TEST_EVENT } from './events.ts';

/** What a message says, in the form of Standard Webhooks. Of a key it knows the hint, as the audit log does. */
export interface WebhookPayload {
  readonly type: DeliveredEvent;
  /** When it happened, ISO 8601. */
  readonly timestamp: string;
  readonly data: WebhookData;
}

export interface WebhookData {
  readonly environment: Environment;
  readonly licenseId: string | null;
  /** The first 8 characters of the license key. */
  readonly keyHint: string | null;
  readonly productId: string | null;
  readonly customerId: string | null;
  readonly activationId: string | null;
  /** The record where it is no license: "contract/abc", "job/abc". */
  readonly about: string | null;
  /** The license's state before and after. */
  readonly from: string | null;
  readonly to: string | null;
  /** The reason as customers see it. */
  readonly reason: string | null;
  readonly changes: AuditEvent['changes'];
  readonly by: { readonly kind: Actor['kind']; readonly name: string | null };
  readonly requestId: string;
}

/** The message about an event; internal notes stay inside. */
export function payloadOf(environment: Environment, type: DeliveredEvent, event: AuditEvent): WebhookPayload {
  const { licenseId, keyHint, productId, customerId, activationId, about, from, to } = event;
  const { reason, changes, actor, requestId } = event;
  const name = actor.kind === 'person' ? actor.name : null;
  const subject = { licenseId, keyHint, productId, customerId, activationId, about, from, to };
  const by = { kind: actor.kind, name };
  return {
    type,
    timestamp: event.at.toISOString(),
    data: { environment, ...subject, reason, changes, by, requestId },
  };
}

/** What a test send says: the form of every message, about nobody's license. */
export function testPayload(
  environment: Environment,
  requestId: string,
  by: string,
  now: Date,
): WebhookPayload {
  return {
    type: TEST_EVENT,
    timestamp: now.toISOString(),
    data: {
      environment,
      licenseId: 'example-license',
      keyHint: 'EXAMP-LE',
      productId: 'example-product',
      customerId: null,
      activationId: null,
      about: null,
      from: 'active',
      to: 'suspended',
      reason: 'This is a test. Nothing happened to any license.',
      changes: {},
      by: { kind: 'person', name: by },
      requestId,
    },
  };
}
