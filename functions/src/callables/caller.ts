import type { Claims, Person } from '@latchkey/domain/access/person';
import { consoleRole, customerIdentity } from '@latchkey/domain/access/person';
import type { Actor } from '@latchkey/domain/access/actor';
import type { Permission } from '@latchkey/domain/access/roles';
import { isRole, may } from '@latchkey/domain/access/roles';
import type { Environment } from '@latchkey/domain/environment';
import type { CallableRequest } from 'firebase-functions/https';
import { HttpsError } from 'firebase-functions/https';
import { userPath } from '../firestore/collections.ts';
import { sharedTools } from '../tools.ts';

export type PersonActor = Extract<Actor, { kind: 'person' }>;
export type CustomerActor = Extract<Actor, { kind: 'customer' }>;

/** Who is signed in, as users/{uid} and the token agree on it; both are asked on every call. */
async function signedIn(request: CallableRequest): Promise<{ person: Person; claims: Claims }> {
  const { auth } = request;
  if (!auth) throw new HttpsError('unauthenticated', 'Sign in first.');
  const [snapshot] = await sharedTools().store.getAll<Omit<Person, 'uid'>>([userPath(auth.uid)]);
  if (!snapshot?.data) throw denied();
  const { role, customerId } = auth.token as { role?: unknown; customerId?: unknown };
  const claims: Claims = {
    role: isRole(role) ? role : null,
    customerId: typeof customerId === 'string' ? customerId : null,
    authTime: new Date(auth.token.auth_time * 1000),
  };
  return { person: { ...snapshot.data, uid: auth.uid }, claims };
}

/** A person of the console with this permission in this environment, or the call ends with 403. */
export async function consolePerson(
  request: CallableRequest,
  environment: Environment,
  permission: Permission,
): Promise<PersonActor> {
  const { person, claims } = await signedIn(request);
  const role = consoleRole(person, claims, environment);
  if (role === null || !may(role, permission)) throw denied();
  return { kind: 'person', uid: person.uid, role, name: person.name ?? person.email };
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

function denied(): HttpsError {
  return new HttpsError('permission-denied', 'Your account may not do this.');
}
