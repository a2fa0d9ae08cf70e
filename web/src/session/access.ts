import { readPreferences, type Preferences } from '@latchkey/domain/access/preferences';
import { isRole, type Role } from '@latchkey/domain/access/roles';
import { isEnvironment, type Environment } from '@latchkey/domain/environment';

/** What a signed-in person may enter: the console, the portal, both, or neither. */
export type Access = 'console' | 'portal' | 'both' | 'none';

/** The claims of a token that this app believes; set by the server only. */
export interface Claims {
  readonly role: Role | null;
  readonly customerId: string | null;
}

/** What the app needs of users/{uid}. */
export interface PersonRecord extends Claims {
  readonly name: string | null;
  /** null = all. */
  readonly environments: readonly Environment[] | null;
  readonly disabled: boolean;
  readonly claimsValidAfter: Date;
  readonly preferences: Preferences;
}

/** Reads the claims of a token; whatever is not known gives nothing. */
export function claimsOf(raw: Readonly<Record<string, unknown>>): Claims {
  return {
    role: isRole(raw.role) ? raw.role : null,
    customerId: typeof raw.customerId === 'string' && raw.customerId !== '' ? raw.customerId : null,
  };
}

export function accessOf({ role, customerId }: Claims): Access {
  if (role !== null) return customerId !== null ? 'both' : 'console';
  return customerId !== null ? 'portal' : 'none';
}

/** Reads users/{uid}; a missing field gives the least. */
export function personOf(_id: string, data: Readonly<Record<string, unknown>>): PersonRecord {
  const { environments, claimsValidAfter } = data;
  return {
    ...claimsOf(data),
    name: typeof data.name === 'string' && data.name !== '' ? data.name : null,
    environments: Array.isArray(environments) ? environments.filter(isEnvironment) : null,
    disabled: data.disabled === true,
    claimsValidAfter: claimsValidAfter instanceof Date ? claimsValidAfter : new Date(0),
    preferences: readPreferences(data.preferences),
  };
}

export type Verdict = 'current' | 'refresh-token' | 'sign-in-again' | 'disabled';

/** Whether the token still says what the stored person says: the same comparison as the security rules. */
export function judge(person: PersonRecord, claims: Claims, authTime: Date): Verdict {
  if (person.disabled) return 'disabled';
  if (authTime.getTime() < person.claimsValidAfter.getTime()) return 'sign-in-again';
  const same = person.role === claims.role && person.customerId === claims.customerId;
  return same ? 'current' : 'refresh-token';
}
