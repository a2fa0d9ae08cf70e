import { expect, test } from '@playwright/test';
import { passes, still } from '../support/accessible.ts';
import { mailedLink, signInWith } from '../support/freshAdmin.ts';
import { customerAt, freshCustomer } from '../support/freshCustomer.ts';
import { leave, visitorAt } from '../support/pages.ts';
import { freshLicense, PASSWORD } from '../support/stack.ts';

test('an invitation ends on the license that was given, and says what to do with it', async ({ browser }) => {
  const email = `first-${Date.now()}@flows.example`;
  const { key } = await freshLicense({ email });
  await expect.poll(() => mailedLink(email)).not.toBeNull();
  const page = await visitorAt(browser, (await mailedLink(email)) ?? '/no-mail', still);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  await signInWith(page, email);
  await expect(page.getByText('Welcome. Your account is ready')).toBeVisible();
  await expect(page.getByText(key)).toBeVisible();
  await leave(page);
});

test('a lost key is asked for by anybody, and every address is answered alike', async ({ browser }) => {
  const { email } = await freshCustomer();
  const page = await visitorAt(browser, '/sign-in', still);
  const told = new Set<string>();
  for (const address of [email, `nobody-${Date.now()}@flows.example`]) {
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Lost your license key?' }).click();
    await page.getByLabel('E-mail').fill(address);
    await page.getByRole('button', { name: 'Send my keys' }).click();
    await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
    told.add(await page.locator('main').innerText());
  }
  expect(told.size).toBe(1);
  await passes(page, 'lost key');
  await leave(page);
});

test('a customer names themselves, sees their sign-ins, keeps their address, and chooses zone, mail and look', async ({
  browser,
}) => {
  const customer = await freshCustomer();
  const page = await customerAt(browser, customer, '/portal/profile', still);
  await expect(page.getByText('this sign-in')).toBeVisible();
  await expect(page.getByText('You sign in with', { exact: true })).toBeVisible();
  await expect(page.getByText(customer.email, { exact: true })).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Grace Hopper');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(page.getByText('Name saved.')).toBeVisible();
  await page.getByLabel('Current password').fill('not the password');
  await page.getByLabel('New password').fill('another-password-1');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Password changed.')).toBeVisible();

  await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Settings' }).click();
  const told = page.getByLabel('Tell me when a license has expired');
  await expect(told).toBeChecked();
  await told.click();
  await expect(page.getByText('You are no longer told')).toBeVisible();
  await expect(page.getByLabel('Remind me before a license expires')).toBeChecked();
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Tokyo');
  await page.getByRole('option', { name: /Tokyo/ }).first().click();
  await expect(page.getByText(/It is now .*GMT\+9/)).toBeVisible();
  await page.goto(`/portal/licenses/production/${customer.license.id}`);
  await expect(page.getByText(/GMT\+9/).first()).toBeVisible();
  await page.goto('/portal/profile');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await leave(page);
});

test('a customer chooses German, which follows them to another browser, and goes back', async ({
  browser,
}) => {
  const customer = await freshCustomer();
  const page = await customerAt(browser, customer, '/portal/settings', still);
  await page.getByRole('combobox', { name: 'Language' }).press('ArrowDown');
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page).toHaveTitle('Einstellungen · Latchkey');

  const elsewhere = await customerAt(browser, customer, '/portal/settings', still);
  await expect(elsewhere.getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible();
  // A list that is just being filled may swallow the click.
  await expect(async () => {
    await elsewhere.getByRole('combobox', { name: 'Sprache' }).press('ArrowDown');
    await elsewhere.getByRole('option', { name: 'English' }).click({ timeout: 10_000 });
    await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'en', { timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
  for (const one of [elsewhere, page]) {
    await expect(one.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
    await leave(one);
  }
});

test('whoever prefers German is asked in German who they are, and may choose otherwise', async ({
  browser,
}) => {
  const page = await visitorAt(browser, '/sign-in', { locale: 'de-AT' });
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await page.getByLabel('Sprache').selectOption('English');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await leave(page);
});
