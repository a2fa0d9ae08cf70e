import { expect, test, type Page } from '@playwright/test';
import { leave, personAt, signInAt, visitorAt } from '../support/pages.ts';
import { ask, freshLicense } from '../support/stack.ts';

/** The scripts that a page fetches from now on, by what is in them. */
function scriptsOf(page: Page) {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (/\.js(\?|$)/.test(response.url())) bodies.push(response.text().catch(() => ''));
  });
  return async () => (await Promise.all(bodies)).join('\n');
}

/** The name of the door that only the console knocks at. */
const CONSOLE_CODE = 'commandLicense';

test('a customer takes a device off after a question, and its place is free at once', async ({ browser }) => {
  const { id, key } = await freshLicense({ limit: 1, email: 'customer-b@latchkey.test' });
  await ask('activate', { key, identifier: 'HW-OLD-LAPTOP', label: 'Old laptop' });
  expect((await ask('activate', { key, identifier: 'HW-NEW-LAPTOP' })).body.code).toBe('LIMIT_EXCEEDED');
  const page = await personAt(browser, 'customer-b', `/portal/licenses/production/${id}`);
  const dialog = page.getByRole('dialog');

  await page.getByRole('button', { name: 'Deactivate HW-OLD-LAPTOP' }).click();
  await expect(dialog).toContainText('Old laptop');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  expect((await ask('validate', { key, identifier: 'HW-OLD-LAPTOP' })).body.code).toBe('VALID');

  await page.getByRole('button', { name: 'Deactivate HW-OLD-LAPTOP' }).click();
  await dialog.getByRole('button', { name: 'Deactivate device' }).click();
  await expect(page.getByRole('row', { name: /HW-OLD-LAPTOP/ })).toContainText('Deactivated');
  expect((await ask('activate', { key, identifier: 'HW-NEW-LAPTOP' })).body.code).toBe('ACTIVATED');
  await expect(page.getByRole('row', { name: /HW-NEW-LAPTOP/ })).toContainText('Active');
  await leave(page);
});

test('a license of somebody else looks like none at all', async ({ browser }) => {
  const own = await freshLicense({ email: 'customer-b@latchkey.test' });
  const other = await freshLicense({ email: 'customer-a@latchkey.test' });
  const page = await personAt(browser, 'customer-b', `/portal/licenses/production/${own.id}`);
  await expect(page.getByText(own.key)).toBeVisible();
  for (const id of [other.id, 'no-such-license']) {
    await page.goto(`/portal/licenses/production/${id}`);
    await expect(page.getByText('There is no such license among yours')).toBeVisible();
  }
  await leave(page);
});

test('a customer who opens the console finds nothing there and fetches none of its code', async ({
  browser,
}) => {
  const customer = await visitorAt(browser, 'about:blank');
  const fetched = scriptsOf(customer);
  await customer.goto('/admin/licenses');
  await signInAt(customer, 'customer-a');
  await expect(customer.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await expect(customer).toHaveURL('/admin/licenses');
  await customer.goto('/portal/licenses');
  await expect(customer.getByRole('row').nth(1)).toBeVisible();
  expect(await fetched()).not.toContain(CONSOLE_CODE);
  await leave(customer);

  const admin = await visitorAt(browser, 'about:blank');
  const given = scriptsOf(admin);
  await admin.goto('/admin/licenses');
  await signInAt(admin, 'admin');
  await expect(admin.getByRole('row').nth(1)).toBeVisible();
  expect(await given()).toContain(CONSOLE_CODE);
  await leave(admin);
});

test('signing in and resetting a password answer alike whether an address has an account or not', async ({
  browser,
}) => {
  const page = await visitorAt(browser, '/sign-in');
  const told = { signIn: new Set<string>(), reset: new Set<string>() };
  for (const email of ['customer-b@latchkey.test', 'nobody-by-this-name@latchkey.test']) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    told.signIn.add(await page.getByRole('alert').innerText());

    await page.getByRole('link', { name: 'Forgot password?' }).click();
    await expect(page.getByLabel('E-mail')).toHaveValue(email);
    await page.getByRole('button', { name: 'Send link' }).click();
    await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
    told.reset.add(await page.locator('.v-application').innerText());
  }
  expect(told.signIn.size).toBe(1);
  expect(told.reset.size).toBe(1);
  await leave(page);
});

test('signing out leaves nothing behind, and Back shows the sign-in', async ({ browser }) => {
  const page = await personAt(browser, 'customer-b', '/portal/licenses');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByText('Sign out').click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/portal/licenses');
  await expect(page).toHaveURL(/\/sign-in\?redirect=/);
  await signInAt(page, 'customer-b');
  await expect(page).toHaveURL('/portal/licenses');
  await leave(page);
});
