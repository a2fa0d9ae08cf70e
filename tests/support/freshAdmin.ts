import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { Role } from '@latchkey/domain/access/roles';
import { visitorAt } from './pages.ts';
import { call, PASSWORD } from './stack.ts';

const AUTH = process.env['FIREBASE_AUTH_EMULATOR_HOST'] ?? '127.0.0.1:9099';
const PROJECT = process.env['GCLOUD_PROJECT'] ?? 'demo-latchkey';
const HOST = `http://${AUTH}`;

export interface FreshAdmin {
  readonly uid: string;
  readonly email: string;
  readonly name: string;
}

/** An address that nobody has yet. */
export function freshAddress(): { email: string; name: string } {
  const part = randomUUID().slice(0, 8);
  return { email: `staff-${part}@latchkey.test`, name: `Staff ${part}` };
}

/** Somebody of the console for one test, invited by the owner, who can sign in with the demo password. */
export async function freshAdmin(role: Role): Promise<FreshAdmin> {
  const who = freshAddress();
  const invited = await call('inviteAdmin', { ...who, role, environments: null }, 'owner');
  const uid = invited.result?.['uid'];
  if (typeof uid !== 'string') throw new Error(`nobody was invited: ${JSON.stringify(invited)}`);
  await emulator(`/identitytoolkit.googleapis.com/v1/projects/${PROJECT}/accounts:update`, {
    localId: uid,
    password: PASSWORD,
    emailVerified: true,
  });
  return { uid, ...who };
}

/** The link that the sign-in service has mailed to an address, as its path in the app. */
export async function mailedLink(email: string): Promise<string | null> {
  const response = await fetch(`${HOST}/emulator/v1/projects/${PROJECT}/oobCodes`);
  const { oobCodes } = (await response.json()) as { oobCodes: { email: string; oobCode: string }[] };
  const last = oobCodes.filter((one) => one.email === email).at(-1);
  return last ? `/auth/action?mode=resetPassword&oobCode=${last.oobCode}` : null;
}

async function emulator(path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer owner' };
  const response = await fetch(HOST + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`the Auth emulator refused: ${await response.text()}`);
}

/** Fills in the sign-in form for anybody with the demo password. */
export async function signInWith(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
}

/** A browser of their own. */
export async function staffAt(
  browser: Browser,
  { email }: Pick<FreshAdmin, 'email'>,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await visitorAt(browser, path, options);
  await signInWith(page, email);
  return page;
}
