import type { CallableFunction, CallableRequest } from 'firebase-functions/https';
import { HttpsError } from 'firebase-functions/https';
import type { Role } from '@latchkey/domain/access/roles';
import type { Environment } from '@latchkey/domain/environment';
import * as deployed from '@latchkey/functions/index';
import { setRecord } from './jobs.ts';
import type { World } from './world.ts';

type Callable = CallableFunction<unknown, Promise<unknown>>;

/** Every callable of the deploy list, by name: one that is added there is in here at once. */
export const CALLABLES: ReadonlyMap<string, Callable> = new Map(
  Object.entries(deployed).flatMap(([name, value]): [string, Callable][] =>
    isCallable(value) ? [[name, value]] : [],
  ),
);

function isCallable(value: unknown): value is Callable {
  const endpoint: unknown = typeof value === 'function' ? Reflect.get(value, '__endpoint') : null;
  return typeof endpoint === 'object' && endpoint !== null && 'callableTrigger' in endpoint;
}

/** Somebody who is signed in at this moment; null = nobody. */
export type Caller = { readonly uid: string; readonly token: object } | null;

/** Somebody whose stored record and token say this, as after a sign-in. */
export async function caller(
  world: World,
  access: {
    readonly role?: Role;
    readonly environments?: readonly Environment[];
    readonly customerId?: string;
  },
): Promise<Exclude<Caller, null>> {
  const { role = null, environments = null, customerId = null } = access;
  const uid = `uid-${world.tools.newId()}`;
  const email = `${uid.toLowerCase()}@example.com`;
  await setRecord(world, uid, { email, role, environments, customerId });
  return { uid, token: { role, customerId, email, auth_time: Math.floor(Date.now() / 1000) } };
}

/** What a call came to: its answer, or the code that it was refused with. */
export interface Called {
  readonly refused: string | null;
  readonly answer: unknown;
}

/** Calls a door as the framework does once it has checked the token. */
export async function callDoor(name: string, by: Caller, data: object): Promise<Called> {
  const door = CALLABLES.get(name);
  if (!door) throw new Error(`${name} is not deployed`);
  const rawRequest = { body: { data }, headers: {} };
  const request = { data, rawRequest, ...(by && { auth: { ...by, rawToken: '' } }) };
  try {
    const answer = await door.run(request as unknown as CallableRequest);
    return { refused: refusalIn(answer), answer };
  } catch (error) {
    if (!(error instanceof HttpsError)) throw error;
    return { refused: error.code, answer: null };
  }
}

/** A refusal that is data, of the whole or of every row there is. */
function refusalIn(answer: unknown): string | null {
  const { ok, code, rows } = answer as { ok?: boolean; code?: string; rows?: { code?: string | null }[] };
  if (ok === false) return code ?? 'refused';
  const codes = Array.isArray(rows) ? rows.map((row) => row.code) : [];
  const [first] = codes;
  return typeof first === 'string' && codes.every((one) => one === first) ? first : null;
}
