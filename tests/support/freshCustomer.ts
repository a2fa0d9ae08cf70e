import { randomUUID } from 'node:crypto';
import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { signedInAt } from './pages.ts';
import { call, freshLicense, PASSWORD } from './stack.ts';

const AUTH = process.env['FIREBASE_AUTH_EMULATOR_HOST'] ?? '127.0.0.1:9099';
const PROJECT = process.env['GCLOUD_PROJECT'] ?? 'demo-latchkey';
const ACCOUNTS = `http://${AUTH}/identitytoolkit.googleapis.com/v1/projects/${PROJECT}/accounts`;

export interface FreshCustomer {
  readonly email: string;
  /** Their first license. */
  readonly license: { readonly id: string; readonly key: string };
}

/** A customer for one test, who owns one license so far and can sign in with the demo password. */
export async function freshCustomer(order: { limit?: number } = {}): Promise<FreshCustomer> {
  const email = freshAddress();
  const license = await freshLicense({ ...order, email });
  await givePassword(email);
  return { email, license };
}

/** The same, made by hand, without any license. */
export async function customerWithNothing(): Promise<Pick<FreshCustomer, 'email'>> {
  const email = freshAddress();
  const customer = { email, name: 'Nora Nothing' };
  const { result } = await call('createCustomer', { environment: 'production', customer }, 'admin');
  expect(result).toMatchObject({ ok: true });
  await givePassword(email);
  return { email };
}

function freshAddress(): string {
  return `buyer-${randomUUID().slice(0, 8)}@flows.example`;
}

async function givePassword(email: string): Promise<void> {
  const localId = await accountOf(email);
  await identity('update', { localId, password: PASSWORD, emailVerified: true });
}

/** The account is made with the outbox, a moment after the license. */
async function accountOf(email: string): Promise<string> {
  let uid: string | undefined;
  await expect
    .poll(async () => {
      const { users } = (await identity('lookup', { email: [email] })) as {
        users?: { localId: string; customAttributes?: string }[];
      };
      const [user] = users ?? [];
      uid = user?.customAttributes?.includes('customerId') ? user.localId : undefined;
      return uid;
    })
    .toBeDefined();
  return uid ?? '';
}

async function identity(act: 'update' | 'lookup', body: object): Promise<object> {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer owner' };
  const response = await fetch(`${ACCOUNTS}:${act}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`the Auth emulator refused: ${await response.text()}`);
  return (await response.json()) as object;
}

/** A browser of their own, signed in and on the page asked for. */
export function customerAt(
  browser: Browser,
  { email }: Pick<FreshCustomer, 'email'>,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  return signedInAt(browser, email, path, options);
}
