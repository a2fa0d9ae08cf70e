import type { Role } from '@latchkey/domain/access/roles';

/** Sign-in accounts, as far as operations need them; Firebase Authentication stands behind it. */
export interface Accounts {
  /** The uid of the account with this e-mail; makes one (without a password) when there is none. */
  ensure(email: string, name: string | null): Promise<string>;
  /** What the account's tokens say from the next refresh on. */
  setClaims(uid: string, claims: { role: Role | null; customerId: string | null }): Promise<void>;
  /** Whether the account can sign in at all. */
  setDisabled(uid: string, disabled: boolean): Promise<void>;
  /** No refresh token issued so far works any longer. */
  revokeSessions(uid: string): Promise<void>;
  /** Sends a link to choose a password, in the mail of the sign-in service. */
  sendPasswordLink(email: string): Promise<void>;
  /** The code with which the address may choose a password within the hour, for a link of our own. */
  passwordCode(email: string): Promise<string>;
  /** The account is gone, its second factors too; nothing where it is gone already. */
  remove(uid: string): Promise<void>;
  /** What the sign-in service knows of up to 100 accounts; who has none is left out. */
  signIns(uids: readonly string[]): Promise<readonly SignIns[]>;
}

export interface SignIns {
  readonly uid: string;
  /** null = never. */
  readonly lastSignInAt: Date | null;
  readonly secondFactor: boolean;
}
