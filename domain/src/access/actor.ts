import type { ApiPermission } from './apiPermissions.ts';
import type { Role } from './roles.ts';

/** Who causes a change. Each kind is a door: a person in the console, a program, the clock. */
export type Actor =
  | { readonly kind: 'person'; readonly uid: string; readonly role: Role; readonly name: string }
  | { readonly kind: 'customer'; readonly uid: string; readonly customerId: string }
  | { readonly kind: 'software' }
  | { readonly kind: 'clock' }
  | { readonly kind: 'abuse-rule'; readonly rule: string }
  | { readonly kind: 'contract'; readonly contractId: string }
  /** In the name of whoever started it. */
  | { readonly kind: 'job'; readonly jobId: string; readonly startedBy: string }
  /** A program. It has permissions of its own, as a person has a role. */
  | {
      readonly kind: 'api-key';
      readonly keyId: string;
      readonly name: string;
      readonly permissions: readonly ApiPermission[];
    };

export type ActorKind = Actor['kind'];
