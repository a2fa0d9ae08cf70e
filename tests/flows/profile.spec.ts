import { expect, test, type Page, type Route } from '@playwright/test';
import { freshAdmin, signInWith, staffAt } from '../support/freshAdmin.ts';
import { leave } from '../support/pages.ts';

test('people name themselves, and end their sign-ins everywhere at once', async ({ browser }) => {
  const staff = await freshAdmin('viewer');
  const page = await staffAt(browser, staff, '/admin/profile');
  const elsewhere = await staffAt(browser, staff, '/admin/licenses');
  await expect(elsewhere.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(staff.email).first()).toBeVisible();
  await expect(page.getByText('Sees and exports everything, changes nothing.')).toBeVisible();

  await page.getByLabel('Name').fill('Somebody Else');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(page.getByText('Name saved.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Account of Somebody Else' })).toBeVisible();

  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(elsewhere.getByRole('heading', { name: 'Your access has changed' })).toBeVisible();
  await leave(elsewhere);
  await leave(page);
});

test('where the sign-in service knows no second factors, the page says so', async ({ browser }) => {
  const staff = await freshAdmin('viewer');
  const page = await staffAt(browser, staff, '/admin/profile');
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await expect(page.getByRole('alert')).toContainText('works in a deployed project with Identity Platform');
  await leave(page);
});

const SECRET = 'JBSWY3DPEHPK3PXP';
const RIGHT = '123456';

/**
 * Identity Platform's answers about authenticator apps, in front of an emulator that knows none of them: the
 * shapes are those of its REST reference (mfaEnrollment, mfaSignIn, totpInfo).
 */
async function withTotp(page: Page): Promise<void> {
  let factors: object[] = [];
  let tokens: { idToken: string; refreshToken: string } | null = null;
  const json = (route: Route, body: object, status = 200): Promise<void> =>
    route.fulfill({ status, json: body });
  const wrong = { error: { code: 400, message: 'INVALID_CODE' } };
  const codeOf = (route: Route): string =>
    /"verificationCode":"(\d+)"/.exec(route.request().postData() ?? '')?.[1] ?? '';

  await page.route('**/v1/accounts:signInWithPassword*', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { idToken: string; refreshToken: string };
    tokens = body;
    if (factors.length === 0 || !answer.ok()) return route.fulfill({ response: answer });
    return json(route, { mfaPendingCredential: 'pending', mfaInfo: factors });
  });
  await page.route('**/v1/accounts:lookup*', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { users: object[] };
    return json(route, { users: body.users.map((user) => ({ ...user, mfaInfo: factors })) });
  });
  await page.route('**/v2/accounts/mfaEnrollment:start*', (route) =>
    json(route, {
      totpSessionInfo: {
        sharedSecretKey: SECRET,
        verificationCodeLength: 6,
        hashingAlgorithm: 'SHA1',
        periodSec: 30,
        sessionInfo: 'session',
        finalizeEnrollmentTime: new Date(Date.now() + 300_000).toISOString(),
      },
    }),
  );
  await page.route('**/v2/accounts/mfaEnrollment:finalize*', (route) => {
    if (codeOf(route) !== RIGHT) return json(route, wrong, 400);
    const enrolledAt = new Date().toISOString();
    factors = [{ mfaEnrollmentId: 'f1', displayName: 'Authenticator app', enrolledAt, totpInfo: {} }];
    return json(route, tokens ?? {});
  });
  await page.route('**/v2/accounts/mfaSignIn:finalize*', (route) =>
    codeOf(route) === RIGHT ? json(route, tokens ?? {}) : json(route, wrong, 400),
  );
}

test('an authenticator app is set up, asked for at the next sign-in, and a wrong code goes no further', async ({
  browser,
}) => {
  const staff = await freshAdmin('viewer');
  const context = await browser.newContext({
    baseURL: process.env['LATCHKEY_URL'] ?? 'http://127.0.0.1:5000',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await withTotp(page);
  await page.goto('/admin/profile');
  await signInWith(page, staff.email);
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await expect(page.getByText(SECRET)).toBeVisible();
  await page.getByRole('textbox', { name: 'Code' }).fill('000000');
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByText('That code is not right')).toBeVisible();
  await page.getByRole('textbox', { name: 'Code' }).fill(RIGHT);
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByText('Second factor is on.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take away' })).toBeVisible();

  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByText('Sign out', { exact: true }).click();
  await signInWith(page, staff.email);
  const dialog = page.getByRole('dialog', { name: 'Second factor' });
  await dialog.getByLabel('Code').fill('000000');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog.getByText('That code is not right')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Without the code of your second factor you cannot go on.')).toBeVisible();
  await signInWith(page, staff.email);
  await dialog.getByLabel('Code').fill(RIGHT);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  await leave(page);
});
