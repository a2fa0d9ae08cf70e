import type { Environment } from '../environment.ts';

/** Invited: has an account, never signed in. Disabled: may not sign in; licenses go on working. */
export const CUSTOMER_STATUSES = ['invited', 'active', 'disabled'] as const;
export type CustomerStatus = (typeof CUSTOMER_STATUSES)[number];

/**
 * Somebody who owns licenses: one record in every environment in which they have something, all with the
 * same id, e-mail, name and status.
 */
export interface Customer {
  readonly id: string;
  readonly environment: Environment;
  /** Folded; never changes, because the id is derived from it. */
  readonly email: string;
  readonly name: string | null;
  readonly status: CustomerStatus;
  /** When they came into this environment ("joined"). */
  readonly createdAt: Date;
  /** The last time that a link to choose a password was sent. */
  readonly invitedAt: Date | null;
  readonly firstSignInAt: Date | null;
  readonly lastSignInAt: Date | null;
  /** The last few sign-ins to the portal, newest first; absent before the first one. */
  readonly recentSignIns?: readonly Date[];
  /** The name as ascending lists sort by it: without a name comes last. */
  readonly nameUp: string;
  /** The same for descending lists, where it has to be the lowest value to come last. */
  readonly nameDown: string | null;
  /** Pieces of name and e-mail by which searches find the customer. */
  readonly search: { readonly [token: string]: true };
}

/**
 * The owner of licenses whose customer was deleted. No account ever has this id, so such a license and its
 * devices are seen by the console alone, while the software that uses it goes on working.
 */
export const DELETED_CUSTOMER_ID = 'deleted';
export const DELETED_CUSTOMER_WORDS = 'Deleted customer';

/** The form in which e-mail addresses are compared and from which the customer id is derived. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** "example.com" of "jo@example.com". */
export function emailDomain(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

/** A name as it is kept: trimmed, and none where nothing is left. */
export function customerName(name: string | null): string | null {
  const trimmed = name?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

interface Owned {
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly customerEmail: string | null;
}

/** Who owns a license or a device, in a word or two; null = nobody. */
export function ownerWords({ customerId, customerName, customerEmail }: Owned): string | null {
  if (customerId === DELETED_CUSTOMER_ID) return DELETED_CUSTOMER_WORDS;
  return customerName ?? customerEmail;
}
