import type { MailOrder } from '../mail/record.ts';

/** Work that a commit leaves behind for later: done at least once, harmless when done again. */
export type OutboxWork =
  /** Bring the devices of a license in line with it. */
  | { readonly kind: 'devices'; readonly licenseId: string }
  /** Remove the devices of a license that is gone. */
  | { readonly kind: 'remove-devices'; readonly licenseId: string }
  /** Give a customer an account to sign in with, or take its rights away: as the customer's record says. */
  | { readonly kind: 'customer-account'; readonly customerId: string }
  /** The same, and send them a link to choose a password. */
  | { readonly kind: 'customer-invitation'; readonly customerId: string }
  /** Mail whoever has this (folded) address their keys; nothing where nobody has it. */
  | { readonly kind: 'lost-keys'; readonly email: string }
  /** Put down deliveries of what the commit's audit events tell, for whoever listens. */
  | { readonly kind: 'webhook-events'; readonly eventIds: readonly string[] }
  /** Put down what an endpoint was not told while word of its subscription went round. */
  | { readonly kind: 'webhook-catch-up'; readonly endpointId: string; readonly since: Date }
  /** Give up what waits for an endpoint that is disabled or gone. */
  | { readonly kind: 'webhook-stop'; readonly endpointId: string }
  /** Take the file of a release that is gone out of the bucket. */
  | { readonly kind: 'remove-file'; readonly path: string }
  /** Send a mail; its record gets the id of the entry. */
  | { readonly kind: 'mail'; readonly mail: MailOrder }
  /** Delete the records of the mails to a customer who was deleted. */
  | { readonly kind: 'erase-mails'; readonly customerId: string; readonly deletedAt: Date }
  /** Bring a sign-in account in line with users/{uid}: claims, sessions, whether it may sign in or exist. */
  | { readonly kind: 'sign-in'; readonly uid: string };

export interface OutboxEntry {
  readonly work: OutboxWork;
  readonly createdAt: Date;
  /** Not before this moment; moves ahead after a failure. */
  readonly notBefore: Date;
  readonly attempts: number;
}
