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
  | { readonly kind: 'api-key'; readonly keyId: string };

export type ActorKind = Actor['kind'];
