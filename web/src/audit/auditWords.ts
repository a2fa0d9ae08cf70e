import { ABUSE_RULES, isAbuseRule } from '@latchkey/domain/abuse/rules';
import type { Actor } from '@latchkey/domain/access/actor';
import type { AuditAction } from '@latchkey/domain/audit/event';

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
  'user.preferences-chosen': 'Preferences changed',
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
