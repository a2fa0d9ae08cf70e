import type { Claims, Person } from '@latchkey/domain/access/person';
import { consoleRole, countsFor, customerIdentity } from '@latchkey/domain/access/person';
import { isFreshSignIn } from '@latchkey/domain/access/freshSignIn';
import type { Actor } from '@latchkey/domain/access/actor';
import type { Permission } from '@latchkey/domain/access/roles';
import { isRole, may } from '@latchkey/domain/access/roles';
import type { Environment } from '@latchkey/domain/environment';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { reauthMinutes } from '@latchkey/domain/settings/security';
import type { CallableRequest } from 'firebase-functions/https';
import { HttpsError } from 'firebase-functions/https';
import { settingsPath, userPath } from '../firestore/collections.ts';
import type { Snapshot } from '../firestore/store.ts';
import { sharedTools } from '../tools.ts';

export type PersonActor = Extract<Actor, { kind: 'person' }>;
export type CustomerActor = Extract<Actor, { kind: 'customer' }>;

/** Who is signed in, as users/{uid} and the token agree on it; both are asked on every call. */
async function signedIn(
  request: CallableRequest,
  alsoRead: readonly string[] = [],
): Promise<{ person: Person; claims: Claims; others: readonly Snapshot<never>[] }> {
  const { auth } = request;
  if (!auth) throw new HttpsError('unauthenticated', 'Sign in first.');
  const paths = [userPath(auth.uid), ...alsoRead];
  const [first, ...others] = await sharedTools().store.getAll<never>(paths);
  const snapshot = first as Snapshot<Omit<Person, 'uid'>> | undefined;
  if (!snapshot?.data) throw denied();
  const { role, customerId } = auth.token as { role?: unknown; customerId?: unknown };
  const claims: Claims = {
    role: isRole(role) ? role : null,
    customerId: typeof customerId === 'string' ? customerId : null,
    authTime: new Date(auth.token.auth_time * 1000),
  };
  return { person: { ...snapshot.data, uid: auth.uid }, claims, others };
}

/** Where something acts; 'everywhere' needs a role that counts in all environments. */
export type Reach = Environment | 'everywhere';

/** A person of the console with this permission in this environment, or the call ends with 403. */
export async function consolePerson(
  request: CallableRequest,
  reach: Reach,
  permission: Permission,
): Promise<PersonActor> {
  const { person, claims } = await signedIn(request);
  return actorOf(person, claims, reach, permission);
}

function actorOf(person: Person, claims: Claims, reach: Reach, permission: Permission): PersonActor {
  const [environment = 'production', ...others] = reach === 'everywhere' ? ENVIRONMENTS : [reach];
  const role = consoleRole(person, claims, environment);
  if (role === null || !may(role, permission)) throw denied();
  if (others.some((other) => consoleRole(person, claims, other) === null)) throw denied();
  return { kind: 'person', uid: person.uid, role, name: person.name ?? person.email };
}

/**
 * The same, for what asks for a fresh sign-in: refused while the last one is older than the environment's
 * settings allow. What belongs to no environment asks by production's settings.
 */
export async function freshConsolePerson(
  request: CallableRequest,
  reach: Reach,
  permission: Permission,
): Promise<{ readonly ok: true; readonly actor: PersonActor } | Refusal> {
  const settings = settingsPath(reach === 'everywhere' ? 'production' : reach, 'security');
  const { person, claims, others } = await signedIn(request, [settings]);
  const actor = actorOf(person, claims, reach, permission);
  if (isFreshSignIn(claims.authTime, reauthMinutes(others[0]?.data), new Date())) return { ok: true, actor };
  return refuse(
    'REAUTHENTICATION_NEEDED',
    'Your last sign-in is too long ago for this. Confirm that it is you, then try again.',
  );
}

/** A person of the console with the permission, or else a customer of the portal. */
export async function consolePersonOrCustomer(
  request: CallableRequest,
  environment: Environment,
  permission: Permission,
): Promise<PersonActor | CustomerActor> {
  const { person, claims } = await signedIn(request);
  const role = consoleRole(person, claims, environment);
  if (role !== null && may(role, permission)) {
    return { kind: 'person', uid: person.uid, role, name: person.name ?? person.email };
  }
  const customerId = customerIdentity(person, claims);
  if (customerId === null) throw denied();
  return { kind: 'customer', uid: person.uid, customerId };
}

/** Whoever is signed in, for what people do about themselves; somebody without any rights may not. */
export async function anyPerson(request: CallableRequest): Promise<PersonActor | CustomerActor> {
  const { person, claims } = await signedIn(request);
  const { uid, role } = person;
  const customerId = customerIdentity(person, claims);
  if (countsFor(person, claims) && role !== null) {
    return { kind: 'person', uid, role, name: person.name ?? person.email };
  }
  if (customerId === null) throw denied();
  return { kind: 'customer', uid, customerId };
}

/** A customer of the portal, and when they signed in. */
export async function portalCustomer(
  request: CallableRequest,
): Promise<{ actor: CustomerActor; signedInAt: Date }> {
  const { person, claims } = await signedIn(request);
  const customerId = customerIdentity(person, claims);
  if (customerId === null) throw denied();
  return { actor: { kind: 'customer', uid: person.uid, customerId }, signedInAt: claims.authTime };
}

function denied(): HttpsError {
  return new HttpsError('permission-denied', 'Your account may not do this.');
}
