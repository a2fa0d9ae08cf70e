import { expect, test } from '@playwright/test';
import { closed, passes, phone, rowsShown, still } from '../support/accessible.ts';
import { chooseCommand, leave, openMenu, personAt, visitorAt } from '../support/pages.ts';
import { ask, freshLicense } from '../support/stack.ts';

test.describe.configure({ mode: 'parallel' });

test("nothing keeps anybody out of the console's lists, light or dark", async ({ browser }) => {
  const page = await personAt(browser, 'admin', '/admin/licenses?q=DEMO', still);
  await rowsShown(page);
  await passes(page, 'list of licenses');
  await openMenu(page);
  await passes(page, 'menu of a row');
  await closed(page);
  await page.getByRole('button', { name: 'Sort', exact: true }).click();
  await passes(page, 'sort panel');
  await closed(page);
  await page.getByRole('button', { name: /^Account of/ }).click();
  await passes(page, 'account');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Environment/ }).click();
  await passes(page, 'choice of environment');
  await page.getByText('staging', { exact: true }).click();
  await rowsShown(page);
  await passes(page, 'list of another environment');
  await page.getByRole('button', { name: /^Environment/ }).click();
  await page.getByText('production', { exact: true }).click();

  await page.goto('/admin/licenses?q=nothing-like-it');
  await expect(page.getByText('No license matches')).toBeVisible();
  await passes(page, 'empty list');

  await page.goto('/admin/activations');
  await rowsShown(page);
  await passes(page, 'activations');

  await page.setViewportSize(phone);
  await page.goto('/admin/licenses?q=DEMO');
  await rowsShown(page);
  await passes(page, 'list on a phone');
  await page.getByRole('button', { name: 'Open menu' }).click();
  await passes(page, 'drawer on a phone');
  await leave(page);
});

test("nothing keeps anybody out of a license's page, dialogs and forms, light or dark", async ({
  browser,
}) => {
  const { id, key } = await freshLicense();
  await ask('activate', { key, identifier: 'HW-ACCESSIBLE', label: 'A laptop' });
  const page = await personAt(browser, 'admin', `/admin/licenses/${id}`, still);
  await rowsShown(page);
  await passes(page, 'license');
  const dialog = await chooseCommand(page, 'Revoke');
  await dialog.getByRole('button', { name: 'Revoke license' }).click();
  await expect(dialog.getByText('This is needed.')).toBeVisible();
  await passes(page, 'revoke dialog with an error');
  await closed(page);
  await chooseCommand(page, 'Delete');
  await passes(page, 'delete dialog');
  await closed(page);
  await chooseCommand(page, 'Transfer');
  await passes(page, 'transfer dialog');
  await closed(page);
  await page.getByRole('button', { name: 'Deactivate HW-ACCESSIBLE' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await passes(page, 'deactivate dialog');
  await closed(page);

  await page.goto(`/admin/licenses/${id}/edit`);
  await expect(page.getByLabel('Grace days')).toBeVisible();
  await passes(page, 'edit form');
  await page.goto('/admin/licenses/new');
  await page.getByRole('button', { name: 'Create license' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await passes(page, 'create form with errors');
  await page.getByRole('combobox', { name: 'Product' }).press('ArrowDown');
  await expect(page.getByRole('option').first()).toBeVisible();
  await passes(page, 'open select');
  await leave(page);
});

test('nothing keeps anybody out of the portal and the sign-in, light or dark', async ({ browser }) => {
  const { id, key } = await freshLicense({ email: 'customer-b@latchkey.test' });
  await ask('activate', { key, identifier: 'HW-ACCESSIBLE-B' });
  const page = await visitorAt(browser, '/sign-in', still);
  await expect(page.getByLabel('E-mail')).toBeVisible();
  await passes(page, 'sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await passes(page, 'sign-in with errors');
  for (const path of ['/reset', '/auth/action?mode=resetPassword&oobCode=old', '/no-such-page']) {
    await page.goto(path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await passes(page, path);
  }
  await leave(page);

  const customer = await personAt(browser, 'customer-b', '/portal', still);
  for (const path of ['dashboard', 'licenses', 'activations', `licenses/production/${id}`]) {
    await customer.goto(`/portal/${path}`);
    await rowsShown(customer);
    await passes(customer, `portal, ${path}`);
  }
  await customer.getByRole('button', { name: /^Deactivate/ }).click();
  await expect(customer.getByRole('dialog')).toBeVisible();
  await passes(customer, 'deactivate dialog of the portal');
  await closed(customer);
  await customer.goto('/portal/profile');
  await expect(customer.getByLabel('Current password')).toBeVisible();
  await passes(customer, 'profile');
  await customer.goto('/portal/licenses/production/none');
  await expect(customer.getByText('There is no such license among yours')).toBeVisible();
  await passes(customer, 'a license that is not there');
  await customer.setViewportSize(phone);
  await customer.goto('/portal/activations');
  await rowsShown(customer);
  await passes(customer, 'portal on a phone');
  await leave(customer);
});

test('German words, which are longer, fit the smallest phone and keep nobody out', async ({ browser }) => {
  const german = { ...still, locale: 'de-DE', viewport: phone };
  const page = await personAt(browser, 'customer-b', '/portal/settings', german);
  await expect(page.getByRole('combobox', { name: 'Zeitzone' })).toBeVisible();
  await passes(page, 'settings in German');
  for (const path of ['settings', 'dashboard', 'licenses', 'activations', 'downloads', 'profile']) {
    await page.goto(`/portal/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(phone.width);
  }
  await leave(page);
});
