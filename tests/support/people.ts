import type { Role } from '@latchkey/domain/access/roles';
import { firebaseAccounts } from '@latchkey/functions/auth/firebaseAccounts';
import type { Access } from '@latchkey/functions/operations/setAccess';
import { setAccess } from '@latchkey/functions/operations/setAccess';
import type { World } from './world.ts';

const PASSWORD = 'a-long-test-password';

/** host:port of the Auth emulator the suite runs against. */
export function authEmulatorHost(): string {
  const host = process.env['FIREBASE_AUTH_EMULATOR_HOST'];
  if (!host) throw new Error('FIREBASE_AUTH_EMULATOR_HOST is not set: start an Auth emulator first');
  return host;
}

/** Gives a person access as the product does it. */
export async function grant(world: World, email: string, access: Access, now = new Date()): Promise<string> {
  const accounts = await firebaseAccounts(world.project);
  return setAccess(world.call({ now }), accounts, { email, name: email }, access);
}

/** An ID token, as the browser gets it by signing in at this moment. */
export async function signIn(world: World, email: string, uid: string): Promise<string> {
  const base = `http://${authEmulatorHost()}/identitytoolkit.googleapis.com/v1`;
  const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer owner' };
    const answer = await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the Auth emulator refused ${path}: ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  };
  await post(`/projects/${world.project}/accounts:update`, { localId: uid, password: PASSWORD });
  const signedIn = await post('/accounts:signInWithPassword', {
    email,
    password: PASSWORD,
    returnSecureToken: true,
    targetProjectId: world.project,
  });
  return String(signedIn['idToken']);
}

/** Somebody with this role, signed in. */
export async function signedInAs(world: World, role: Role, access: Access = {}): Promise<string> {
  const email = `${role}-${world.tools.newId().toLowerCase()}@example.com`;
  return signIn(world, email, await grant(world, email, { role, ...access }));
}

/** The same token as it would be had the person signed in this long ago; the account knows of no later sign-out. */
export async function signedInLongAgo(world: World, role: Role, milliseconds: number): Promise<string> {
  const then = new Date(Date.now() - milliseconds);
  const email = `${role}-${world.tools.newId().toLowerCase()}@example.com`;
  const uid = await grant(world, email, { role }, new Date(then.getTime() - 60_000));
  const claims = claimsOf(await signIn(world, email, uid));
  const validSince = String(Math.floor(then.getTime() / 1000) - 60);
  await fetch(
    `http://${authEmulatorHost()}/identitytoolkit.googleapis.com/v1/projects/${world.project}/accounts:update`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer owner' },
      body: JSON.stringify({ localId: uid, validSince }),
    },
  );
  return unsignedToken({ ...claims, auth_time: Math.floor(then.getTime() / 1000) });
}

/** A customer of the portal, signed in. */
export async function signedInCustomer(world: World, customerId: string): Promise<string> {
  const email = `${customerId}-${world.tools.newId().toLowerCase()}@example.com`;
  return signIn(world, email, await grant(world, email, { customerId }));
}

/** A token that nobody signed: it says what the caller likes. */
export function unsignedToken(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}

export function claimsOf(token: string): Record<string, unknown> {
  const [, payload = ''] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
}
