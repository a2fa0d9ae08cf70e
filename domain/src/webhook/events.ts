import type { AuditAction } from '../audit/event.ts';

/** What receivers outside are told of, by the nouns of the audit log. */
type ToldNoun = 'license' | 'activation' | 'contract' | 'abuse' | 'job';
/** What is nobody's business outside. */
type UntoldNoun =
  'customer' | 'product' | 'generator' | 'download' | 'user' | 'settings' | 'webhook' | 'api-key';

type Told = Extract<AuditAction, `${ToldNoun}.${string}`>;
type Untold = Extract<AuditAction, `${UntoldNoun}.${string}`>;

/**
 * The types of events that leave, by the events of the audit log. The list is whole: an event new to one of these
 * nouns does not compile here until it has a name, and a noun new to the audit log not until somebody has decided.
 */
const TOLD = {
  'license.created': 'license.created',
  'license.assigned': 'license.assigned',
  'license.activated': 'license.activated',
  'license.inactivated': 'license.inactivated',
  'license.reactivated': 'license.reactivated',
  'license.suspended': 'license.suspended',
  'license.unsuspended': 'license.unsuspended',
  'license.expired': 'license.expired',
  'license.revoked': 'license.revoked',
  'license.transferred': 'license.transferred',
  'license.edited': 'license.edited',
  'license.renewed': 'license.renewed',
  'license.deleted': 'license.deleted',
  'license.customer-deleted': 'license.customer_deleted',
  'license.offline-file': 'license.offline_file',
  'activation.created': 'activation.created',
  'activation.deactivated': 'activation.deactivated',
  'contract.created': 'contract.created',
  'contract.edited': 'contract.edited',
  'contract.activated': 'contract.activated',
  'contract.inactivated': 'contract.inactivated',
  'contract.issued': 'contract.issued',
  'contract.key-made': 'contract.key_made',
  'contract.key-revoked': 'contract.key_revoked',
  'contract.deleted': 'contract.deleted',
  'abuse.detected': 'abuse.detected',
  'abuse.taken': 'abuse.taken',
  'abuse.released': 'abuse.released',
  'abuse.confirmed': 'abuse.confirmed',
  'abuse.dismissed': 'abuse.dismissed',
  'abuse.reopened': 'abuse.reopened',
  'job.started': 'job.started',
  'job.retried': 'job.retried',
  'job.cancel-asked': 'job.cancel_asked',
  'job.done': 'job.done',
  'job.failed': 'job.failed',
  'job.cancelled': 'job.cancelled',
} as const satisfies Readonly<Record<Told | Exclude<AuditAction, Untold>, string>>;

/** In the words of the protocol: parts of letters and `_`, joined by full stops. */
export type WebhookEvent = (typeof TOLD)[Told];

export const WEBHOOK_EVENTS: readonly WebhookEvent[] = Object.values(TOLD);

/** What a test send is called; nobody subscribes to it. */
export const TEST_EVENT = 'webhook.test';
export type DeliveredEvent = WebhookEvent | typeof TEST_EVENT;

/** What an event of the audit log is called outside; null = nobody is told of it. */
export function webhookEventOf(action: AuditAction): WebhookEvent | null {
  return isTold(action) ? TOLD[action] : null;
}

function isTold(action: AuditAction): action is Told {
  return Object.hasOwn(TOLD, action);
}

export function isWebhookEvent(value: unknown): value is WebhookEvent {
  return WEBHOOK_EVENTS.some((event) => event === value);
}

/** Events by the noun they are about, in the order of the list above. */
export function eventGroups(): readonly {
  readonly about: string;
  readonly events: readonly WebhookEvent[];
}[] {
  const groups = Map.groupBy(WEBHOOK_EVENTS, (event) => event.slice(0, event.indexOf('.')));
  return [...groups].map(([about, events]) => ({ about, events }));
}
