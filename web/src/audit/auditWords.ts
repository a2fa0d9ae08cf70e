import { ABUSE_RULES, isAbuseRule } from '@latchkey/domain/abuse/rules';
import type { Actor, ActorKind } from '@latchkey/domain/access/actor';
import type { AuditAction, AuditDraft } from '@latchkey/domain/audit/event';
import { describeValidity, type Validity } from '@latchkey/domain/generator/validity';
import { exactWords } from '../ui/dateWords.ts';
import type { AuditThing } from './console/auditFilter.ts';

/** What happened, in a few words. */
export const ACTION_WORDS: Readonly<Record<AuditAction, string>> = {
  'license.created': 'License created',
  'license.assigned': 'Assigned to a customer',
  'license.activated': 'Activated for the first time',
  'license.inactivated': 'Inactivated',
  'license.reactivated': 'Reactivated',
  'license.suspended': 'Suspended',
  'license.unsuspended': 'Suspension lifted',
  'license.expired': 'Expired',
  'license.revoked': 'Revoked',
  'license.transferred': 'Transferred to another customer',
  'license.edited': 'Edited',
  'license.renewed': 'Renewed',
  'license.deleted': 'Deleted',
  'license.customer-deleted': 'Customer deleted, the license stays',
  'license.offline-file': 'Offline file issued',
  'activation.created': 'Device activated',
  'activation.deactivated': 'Device deactivated',
  'customer.created': 'Customer created',
  'customer.invited': 'Password link sent',
  'customer.joined': 'Signed in for the first time',
  'customer.renamed': 'Customer renamed',
  'customer.disabled': 'Customer disabled',
  'customer.enabled': 'Customer enabled',
  'customer.exported': 'Customer’s data exported',
  'customer.mail-chosen': 'Chose which mail to get',
  'customer.mailed-again': 'Mail sent again',
  'customer.deleted': 'Customer deleted',
  'product.created': 'Product created',
  'product.edited': 'Product edited',
  'product.activated': 'Product activated',
  'product.inactivated': 'Product inactivated',
  'product.archived': 'Product archived',
  'product.unarchived': 'Product taken out of the archive',
  'product.killed': 'Kill switch used',
  'product.deleted': 'Product deleted',
  'generator.created': 'Generator created',
  'generator.edited': 'Generator edited',
  'generator.activated': 'Generator activated',
  'generator.inactivated': 'Generator inactivated',
  'generator.deleted': 'Generator deleted',
  'contract.created': 'Contract created',
  'contract.edited': 'Contract edited',
  'contract.activated': 'Contract activated',
  'contract.inactivated': 'Contract inactivated',
  'contract.issued': 'Licenses issued by contract',
  'contract.key-made': 'Contract key made',
  'contract.key-revoked': 'Contract key revoked',
  'contract.deleted': 'Contract deleted',
  'download.created': 'Release created',
  'download.upload-restarted': 'Upload started again',
  'download.uploaded': 'File uploaded',
  'download.published': 'Release published',
  'download.edited': 'Release edited',
  'download.withdrawn': 'Release withdrawn',
  'download.deleted': 'Release deleted',
  'download.fetched': 'Release downloaded',
  'user.invited': 'Invited to the console',
  'user.access-changed': 'Access changed',
  'user.disabled': 'Account switched off',
  'user.enabled': 'Account switched on',
  'user.removed': 'Removed from the console',
  'user.renamed': 'Renamed',
  'user.signed-out': 'Signed out everywhere',
  'settings.changed': 'Settings changed',
  'settings.retention-applied': 'Old records deleted',
  'webhook.created': 'Webhook endpoint created',
  'webhook.edited': 'Webhook endpoint edited',
  'webhook.enabled': 'Webhook endpoint enabled',
  'webhook.disabled': 'Webhook endpoint disabled',
  'webhook.secret-made': 'New secret of a webhook endpoint',
  'webhook.replayed': 'Webhook delivery replayed',
  'webhook.deleted': 'Webhook endpoint deleted',
  'api-key.created': 'API key made',
  'api-key.edited': 'API key edited',
  'api-key.rotated': 'API key renewed',
  'api-key.revoked': 'API key revoked',
  'api-key.deleted': 'API key deleted',
  'abuse.detected': 'Abuse rule met',
  'abuse.taken': 'Abuse case taken up',
  'abuse.released': 'Abuse case left to others',
  'abuse.confirmed': 'Abuse confirmed',
  'abuse.dismissed': 'Abuse case dismissed',
  'abuse.reopened': 'Abuse case reopened',
  'job.started': 'Job started',
  'job.retried': 'Job retried',
  'job.cancel-asked': 'Job asked to stop',
  'job.done': 'Job done',
  'job.failed': 'Job failed',
  'job.cancelled': 'Job cancelled',
};

/** Kinds of things, in the plural. */
export const THING_WORDS: Readonly<Record<AuditThing, string>> = {
  license: 'licenses',
  activation: 'devices',
  customer: 'customers',
  product: 'products',
  generator: 'generators',
  contract: 'contracts',
  download: 'downloads',
  user: 'people',
  settings: 'settings',
  abuse: 'abuse cases',
  webhook: 'webhooks',
  'api-key': 'API keys',
  job: 'jobs',
};

/** Who did it. */
export function actorWords(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return `${actor.name} (${actor.role})`;
    case 'customer':
      return 'The customer';
    case 'software':
      return 'Shipped software';
    case 'clock':
      return 'Time';
    case 'abuse-rule':
      return isAbuseRule(actor.rule) ? `Abuse rule “${ABUSE_RULES[actor.rule].title}”` : 'An abuse rule';
    case 'contract':
      return 'A contract';
    case 'job':
      return `A background job of ${actor.startedBy}`;
    case 'api-key':
      return `API key “${actor.name}”`;
  }
}

/** The kinds of those who do something, as a filter offers them. */
export const ACTOR_KIND_WORDS: Readonly<Record<ActorKind, string>> = {
  person: 'Console people',
  customer: 'Customers',
  software: 'Shipped software',
  clock: 'Time',
  'abuse-rule': 'Abuse rules',
  contract: 'Contracts',
  job: 'Background jobs',
  'api-key': 'API keys',
};
export const ACTOR_KINDS = Object.keys(ACTOR_KIND_WORDS) as ActorKind[];

/** Stored fields by the names that forms and lists give them. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  activationLimit: 'Activation limit',
  activationCount: 'Devices in use',
  expiresAt: 'Expires',
  graceDays: 'Grace days',
  graceInherited: 'Grace follows the settings',
  features: 'Features',
  metadata: 'Metadata',
  customerId: 'Customer id',
  assignedAt: 'Assigned',
  activatedAt: 'Activated',
  validity: 'Validity',
  name: 'Name',
  description: 'Description',
  status: 'Status',
  identifierType: 'Usual kind of device',
  requireIdentifier: 'Identifier required',
  offlineAllowed: 'Offline files',
  downloadsAllowed: 'Downloads',
  emailOnAssign: 'E-mail on assignment',
  format: 'Form of keys',
  renewedToId: 'Renewed by',
  role: 'Role',
  quota: 'Quota',
  quantity: 'Licenses',
  used: 'Used',
  rates: 'Rate limits',
  keyHint: 'Key',
  generatorId: 'Generator',
  type: 'Type',
  environments: 'Environments',
  'deleted.jobs': 'Jobs deleted',
  'deleted.mails': 'Mail records deleted',
  'deleted.deliveries': 'Webhook deliveries deleted',
  'deleted.signIns': 'Customers whose recent sign-ins were deleted',
  disabled: 'Switched off',
  url: 'Address',
  events: 'Events',
  disabledWhy: 'Disabled because',
  disabledAt: 'Disabled at',
  failingSince: 'Failing since',
  pausedUntil: 'Paused until',
  oldSecretUntil: 'Old secret valid until',
  permissions: 'Permissions',
  productIds: 'Products',
  addresses: 'Addresses',
  perMinute: 'Requests a minute',
  version: 'Version',
  channel: 'Channel',
  fileName: 'File',
  size: 'Size in bytes',
  sha256: 'SHA-256',
  notes: 'Notes',
  state: 'State',
  downloads: 'Downloads',
};
/** What no value means, where it means something. */
const EMPTY_WORDS: Readonly<Record<string, string>> = {
  expiresAt: 'Lifetime',
  validity: 'Lifetime',
  environments: 'all',
};
/** Consequences that say nothing on their own. */
const UNTOLD: readonly string[] = ['assignedAt', 'activatedAt', 'deviceEpoch'];

export interface ChangeLine {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What changed, field by field, from what to what. */
export function changeLines(changes: AuditDraft['changes'], timeZone: string): ChangeLine[] {
  return (
    Object.entries(changes)
      // A validity that has become a date is told by the date.
      .filter(([field]) => !UNTOLD.includes(field) && !(field === 'validity' && 'expiresAt' in changes))
      .map(([field, { before, after }]) => ({
        field: FIELD_WORDS[field] ?? field,
        before: valueWords(field, before, timeZone),
        after: valueWords(field, after, timeZone),
      }))
  );
}

function valueWords(field: string, value: unknown, timeZone: string): string {
  if (value instanceof Date) return exactWords(value, timeZone);
  if (value === null || value === undefined) return EMPTY_WORDS[field] ?? 'none';
  if (field === 'validity' && isValidity(value)) return describeValidity(value);
  if (field === 'activationLimit' && value === -1) return 'unlimited';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isValidity(value: unknown): value is Validity {
  return (
    typeof value === 'object' && value !== null && 'amount' in value && 'unit' in value && 'from' in value
  );
}

/** The same in one line, for a table: "active → suspended · Activation limit 3 → 5". */
export function changeSummary(
  event: Pick<AuditDraft, 'from' | 'to' | 'changes' | 'reason'>,
  timeZone: string,
): string {
  const { from, to, changes, reason } = event;
  const status = from === null || to === null || from === to ? [] : [`${from} → ${to}`];
  const lines = changeLines(changes, timeZone).map(
    ({ field, before, after }) => `${field} ${before} → ${after}`,
  );
  return [...status, ...lines, ...(reason === null ? [] : [`“${reason}”`])].join(' · ');
}
