import type { Environment } from '../environment.ts';
import type { Preferences } from './preferences.ts';
import type { Role } from './roles.ts';

/** users/{uid}: the one place that says what a signed-in person may do. */
export interface Person {
  readonly uid: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role | null;
  /** null = all environments. */
  readonly environments: readonly Environment[] | null;
  readonly customerId: string | null;
  readonly disabled: boolean;
  /** Sign-ins before this moment no longer count: demotion and "sign out everywhere" act at once. */
  readonly claimsValidAfter: Date;
  readonly createdAt: Date;
  /** Absent until something was chosen. */
  readonly preferences?: Preferences;
}

/** What the token claims; it is believed only where the stored person says the same. */
export interface Claims {
  readonly role: Role | null;
  readonly customerId: string | null;
  readonly authTime: Date;
}

/** The role a person acts with in an environment, or null: the same rule as firestore.rules. */
export function consoleRole(person: Person, claims: Claims, environment: Environment): Role | null {
  if (!isLive(person, claims) || person.role === null || person.role !== claims.role) return null;
  if (person.environments !== null && !person.environments.includes(environment)) return null;
  return person.role;
}

/** Whether a sign-in still counts for this person, whatever they may do. */
export function countsFor(person: Person, claims: Claims): boolean {
  return isLive(person, claims);
}

/** The customer a person is, or null: the same rule as firestore.rules. */
export function customerIdentity(person: Person, claims: Claims): string | null {
  if (!isLive(person, claims) || person.customerId === null) return null;
  return person.customerId === claims.customerId ? person.customerId : null;
}

function isLive(person: Person, claims: Claims): boolean {
  return !person.disabled && claims.authTime.getTime() >= person.claimsValidAfter.getTime();
}
