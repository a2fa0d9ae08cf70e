import type { Actor } from '@latchkey/domain/access/actor';

/** The console's page about who did it, where there is one. */
export function actorPath(actor: Actor): string | null {
  switch (actor.kind) {
    case 'person':
      return `/admin/admins/${actor.uid}`;
    case 'customer':
      return `/admin/customers/${actor.customerId}`;
    case 'job':
      return `/admin/jobs/${actor.jobId}`;
    case 'contract':
      return `/admin/contracts/${actor.contractId}`;
    case 'api-key':
      return `/admin/api-keys/${actor.keyId}`;
    case 'abuse-rule':
      return '/admin/settings/abuse';
    case 'software':
    case 'clock':
      return null;
  }
}
