import type { Environment } from '@latchkey/domain/environment';
import type { CheckAction } from '@latchkey/domain/license/validation';

/** A running stack as the outside sees it (contract.md, variables). */
export const URL_OF_APP = variable('LATCHKEY_URL', 'http://127.0.0.1:5000');
const PROJECT = variable('GCLOUD_PROJECT', 'demo-latchkey');
const AUTH = variable('FIREBASE_AUTH_EMULATOR_HOST', '127.0.0.1:9099');
const FIRESTORE = variable('FIRESTORE_EMULATOR_HOST', '127.0.0.1:8080');
/** Ports move together: functions listen on the one after the app's. */
const FUNCTIONS = `http://127.0.0.1:${Number(new URL(URL_OF_APP).port) + 1}`;

export const PASSWORD = 'latchkey-demo';
export type Account = 'owner' | 'admin' | 'operator' | 'viewer' | 'customer-a' | 'customer-b';

function variable(name: string, fallback: string): string {
  return process.env[name] ?? fallback;
}

/** What shipped software gets: status and parsed body. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & {
    readonly code: string;
    readonly reason: string;
    readonly token: string;
    readonly license: Record<string, unknown> | null;
    readonly activation: Record<string, unknown> | null;
  };
}

export async function ask(action: CheckAction, body: object): Promise<Answer> {
  return send(`/v1/${action}`, JSON.stringify(body));
}

/** Sends a body as it is, for input that no client library would let through. */
export async function send(path: string, body: BodyInit | null, init: RequestInit = {}): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    ...(init.headers as Record<string, string> | undefined),
  };
  const response = await fetch(`${URL_OF_APP}${path}`, { method: 'POST', body, ...init, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parse(text) };
}

function parse(text: string): Answer['body'] {
  try {
    return JSON.parse(text) as Answer['body'];
  } catch {
    return { code: '', reason: '', token: '', license: null, activation: null, notJson: text };
  }
}

/** Who asks: a demo account, whoever has this token, or nobody. */
type Asker = Account | { readonly token: string } | null;

async function headersOf(asker: Asker): Promise<Record<string, string>> {
  const type = { 'content-type': 'application/json' };
  if (asker === null) return type;
  const token = typeof asker === 'string' ? await signIn(asker) : asker.token;
  return { ...type, authorization: `Bearer ${token}` };
}

const tokens = new Map<string, Promise<string>>();

/** An ID token of a demo account, as the app would hold it. */
export function signIn(account: Account): Promise<string> {
  const known = tokens.get(account) ?? passwordSignIn(`${account}@latchkey.test`);
  tokens.set(account, known);
  return known;
}

/** What anybody may ask the sign-in service, past the app. */
export async function signInService(method: string, body: object): Promise<{ status: number; text: string }> {
  const response = await fetch(
    `http://${AUTH}/identitytoolkit.googleapis.com/v1/accounts:${method}?key=demo`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
  );
  return { status: response.status, text: await response.text() };
}

async function passwordSignIn(email: string): Promise<string> {
  const about = { email, password: PASSWORD, returnSecureToken: true };
  const { text } = await signInService('signInWithPassword', about);
  const { idToken } = JSON.parse(text) as { idToken?: string };
  if (!idToken) throw new Error(`${email} cannot sign in`);
  return idToken;
}

const TRIES = 6;

/**
 * Calls a function as a signed-in person does; gives the HTTP status and the result or error. Told that the
 * service is busy and nothing was changed, it asks again as a person would.
 */
export async function call(name: string, data: object, account: Asker): Promise<Called> {
  for (let attempt = 1; ; attempt += 1) {
    const called = await callOnce(name, data, account);
    if (called.error?.status !== 'UNAVAILABLE' || attempt === TRIES) return called;
  }
}

interface Called {
  readonly status: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { status: string };
}

async function callOnce(name: string, data: object, account: Asker): Promise<Called> {
  const response = await fetch(`${FUNCTIONS}/${PROJECT}/us-central1/${name}`, {
    method: 'POST',
    headers: await headersOf(account),
    body: JSON.stringify({ data }),
  });
  const body = (await response.json()) as Omit<Called, 'status'>;
  return { status: response.status, ...body };
}

const DOCUMENTS = `http://${FIRESTORE}/v1/projects/${PROJECT}/databases/(default)/documents`;

/** Reads below the documents root with somebody's token; rules decide. */
export async function firestore(path: string, account: Asker, query?: object) {
  const response = await fetch(`${DOCUMENTS}${path}`, {
    method: query ? 'POST' : 'GET',
    headers: await headersOf(account),
    ...(query && { body: JSON.stringify(query) }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

/** A license of its own for a test, so that tests do not share state; issued as the console does. */
export async function freshLicense(
  order: {
    limit?: number;
    email?: string | null;
    expiresAt?: string;
    product?: { id: string; generatorId: string };
  } = {},
) {
  const { limit = 3, email = 'customer-a@latchkey.test', expiresAt } = order;
  const { product = { id: 'acme-editor', generatorId: 'acme-editor-yearly' } } = order;
  const issued = await call(
    'issueLicense',
    {
      environment: 'production',
      productId: product.id,
      generatorId: product.generatorId,
      activationLimit: limit,
      ...(expiresAt && { expiresAt }),
      ...(email && { customer: { email, name: null } }),
    },
    'admin',
  );
  const id = issued.result?.['licenseId'];
  if (typeof id !== 'string') throw new Error(`no license was issued: ${JSON.stringify(issued)}`);
  const { body } = await firestore(`/environments/production/licenses/${id}`, 'admin');
  const key = (body as { fields: { key: { stringValue: string } } }).fields.key.stringValue;
  return { id, key };
}

/** A license with a customer in another environment than production. */
export async function issueIn(environment: Environment): Promise<{ id: string; key: string }> {
  const order = {
    environment,
    productId: 'acme-editor',
    generatorId: 'acme-editor-yearly',
    customer: { email: 'customer-a@latchkey.test', name: null },
  };
  const id = (await call('issueLicense', order, 'admin')).result?.['licenseId'];
  if (typeof id !== 'string') throw new Error(`no license was issued in ${environment}`);
  const { body } = await firestore(`/environments/${environment}/licenses/${id}`, 'admin');
  return { id, key: (body as { fields: { key: { stringValue: string } } }).fields.key.stringValue };
}

/** After how many minutes an environment asks for a fresh sign-in; null = never. Written past the rules. */
export async function setReauthMinutes(environment: Environment, minutes: number | null): Promise<void> {
  const value = minutes === null ? { nullValue: null } : { integerValue: String(minutes) };
  const response = await fetch(`${DOCUMENTS}/environments/${environment}/settings/security`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', authorization: 'Bearer owner' },
    body: JSON.stringify({ fields: { reauthMinutes: value } }),
  });
  if (!response.ok) throw new Error(`the settings of ${environment} could not be written`);
}

export async function command(licenseId: string, command: object, account: Account = 'admin') {
  return call('commandLicense', { environment: 'production', licenseId, command }, account);
}
