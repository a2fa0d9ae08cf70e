import type { Actor } from '../access/actor.ts';
import type { LicenseStatus } from '../license/license.ts';
import type { AuditLink } from './chain.ts';

export const AUDIT_ACTIONS = [
  'license.created',
  'license.assigned',
  'license.activated',
  'license.inactivated',
  'license.reactivated',
  'license.suspended',
  'license.unsuspended',
  'license.expired',
  'license.revoked',
  'license.transferred',
  'license.edited',
  'license.renewed',
  'license.deleted',
  'license.customer-deleted',
  'license.offline-file',
  'activation.created',
  'activation.deactivated',
  'customer.created',
  'customer.invited',
  'customer.joined',
  'customer.renamed',
  'customer.disabled',
  'customer.enabled',
  'customer.exported',
  'customer.mail-chosen',
  'customer.mailed-again',
  'customer.deleted',
  'product.created',
  'product.edited',
  'product.activated',
  'product.inactivated',
  'product.archived',
  'product.unarchived',
  'product.killed',
  'product.deleted',
  'generator.created',
  'generator.edited',
  'generator.activated',
  'generator.inactivated',
  'generator.deleted',
  'contract.created',
  'contract.edited',
  'contract.activated',
  'contract.inactivated',
  'contract.issued',
  'contract.key-made',
  'contract.key-revoked',
  'contract.deleted',
  'download.created',
  'download.upload-restarted',
  'download.uploaded',
  'download.published',
  'download.edited',
  'download.withdrawn',
  'download.deleted',
  'download.fetched',
  'user.invited',
  'user.access-changed',
  'user.disabled',
  'user.enabled',
  'user.removed',
  'user.renamed',
  'user.signed-out',
  'user.preferences-chosen',
  'settings.changed',
  'settings.retention-applied',
  'abuse.detected',
  'abuse.taken',
  'abuse.released',
  'abuse.confirmed',
  'abuse.dismissed',
  'abuse.reopened',
  'webhook.created',
  'webhook.edited',
  'webhook.enabled',
  'webhook.disabled',
  'webhook.secret-made',
  'webhook.replayed',
  'webhook.deleted',
  'api-key.created',
  'api-key.edited',
  'api-key.rotated',
  'api-key.revoked',
  'api-key.deleted',
  'job.started',
  'job.retried',
  'job.cancel-asked',
  'job.done',
  'job.failed',
  'job.cancelled',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What a pure decision says happened; the writer adds id, time, actor and request. */
export interface AuditDraft {
  readonly action: AuditAction;
  readonly licenseId: string | null;
  /** Devices are named by id only, so that deleting a license really removes its identifiers. */
  readonly activationId: string | null;
  readonly keyHint: string | null;
  readonly productId: string | null;
  readonly customerId: string | null;
  /** The record that the event is about where it is no license: "product/acme-editor", "generator/abc". */
  readonly about: string | null;
  readonly from: LicenseStatus | null;
  readonly to: LicenseStatus | null;
  /** Public reason or internal note, as given. */
  readonly reason: string | null;
  readonly note: string | null;
  readonly changes: { readonly [field: string]: { readonly before: unknown; readonly after: unknown } };
}

/** environments/{env}/audit/{id}: append-only, written in the commit of the change it tells of. */
export interface AuditEvent extends AuditDraft {
  readonly id: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly requestId: string;
  /** Its place in the chain; absent until the sequencer has linked it, within a minute. */
  readonly link?: AuditLink;
}
