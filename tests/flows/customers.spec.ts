import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { closed, passes, phone, rowsShown, still } from '../support/accessible.ts';
import { mailedLink, signInWith } from '../support/freshAdmin.ts';
import { leave, personAt, visitorAt } from '../support/pages.ts';
import { ask, freshLicense, PASSWORD } from '../support/stack.ts';

/** Somebody nobody knows yet. */
function stranger(): { email: string; name: string } {
  const part = randomUUID().slice(0, 8);
  return { email: `guest-${part}@flows.example`, name: `Guest ${part}` };
}

test('a customer made by hand chooses a password by the mailed link, and the console sees them come', async ({
  browser,
}) => {
  const { email, name } = stranger();
  const admin = await personAt(browser, 'admin', '/admin/customers/new');
  await admin.getByRole('button', { name: 'Create customer' }).click();
  await expect(admin.getByText('Enter an e-mail address.')).toBeVisible();
  await admin.getByLabel('E-mail').fill('somebody@gmial.com');
  await expect(admin.getByRole('button', { name: 'somebody@gmail.com' })).toBeVisible();
  await admin.getByLabel('E-mail').fill(email);
  await admin.getByLabel('Name').fill(name);
  await admin.getByRole('button', { name: 'Create customer' }).click();
  await expect(admin.getByRole('heading', { level: 1, name })).toContainText('Invited');
  await expect(admin.getByText('Customer created').first()).toBeVisible();

  await expect.poll(() => mailedLink(email)).not.toBeNull();
  const guest = await visitorAt(browser, (await mailedLink(email)) ?? '/no-mail');
  await guest.getByLabel('New password').fill(PASSWORD);
  await guest.getByRole('button', { name: 'Save password' }).click();
  await guest.getByRole('link', { name: 'Sign in' }).click();
  await signInWith(guest, email);
  await expect(guest).toHaveURL(/\/portal/);
  await expect(admin.getByRole('heading', { level: 1, name })).toContainText('Active');
  await expect(admin.getByText('Signed in for the first time')).toBeVisible();
  await leave(guest);

  await admin.goto(`/admin/customers?q=${encodeURIComponent(email.slice(3, 16))}`);
  await expect(admin.getByRole('row', { name: new RegExp(name) })).toContainText('Active');
  await leave(admin);
});

test('a new name reaches the licenses, and can be taken back', async ({ browser }) => {
  const { email } = stranger();
  const { id } = await freshLicense({ email });
  const page = await personAt(browser, 'admin', `/admin/customers?q=${encodeURIComponent(email)}`);
  await page.getByRole('row', { name: new RegExp(email) }).press('Enter');
  const rename = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Edit name' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Grace Hopper');
    await page.getByRole('button', { name: 'Save name' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Grace Hopper' })).toBeVisible();
  };
  await rename();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: email })).toBeVisible();
  await rename();
  await page.goto(`/admin/licenses/${id}`);
  await expect(page.getByRole('link', { name: 'Grace Hopper' })).toBeVisible({ timeout: 90_000 });
  await leave(page);
});

test('a disabled customer is out at once while the software goes on, and comes back when enabled', async ({
  browser,
}) => {
  const { email } = stranger();
  const { key } = await freshLicense({ email });
  await ask('activate', { key, identifier: 'HW-DISABLED' });
  await expect.poll(() => mailedLink(email)).not.toBeNull();
  const guest = await visitorAt(browser, (await mailedLink(email)) ?? '/no-mail');
  await guest.getByLabel('New password').fill(PASSWORD);
  await guest.getByRole('button', { name: 'Save password' }).click();
  await guest.getByRole('link', { name: 'Sign in' }).click();
  await signInWith(guest, email);
  await expect(guest).toHaveURL(/\/portal/);

  const page = await personAt(browser, 'admin', `/admin/customers?q=${encodeURIComponent(email)}`);
  await page.getByRole('row', { name: new RegExp(email) }).click();
  await page.getByRole('button', { name: 'Disable', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('Their licenses go on working');
  await page.getByRole('button', { name: 'Disable customer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: email })).toContainText('Disabled');
  await expect(guest.getByRole('heading', { name: 'Your access has changed' })).toBeVisible();
  expect((await ask('validate', { key, identifier: 'HW-DISABLED' })).body.code).toBe('VALID');
  await page.getByRole('button', { name: 'Enable', exact: true }).click();
  await page.getByRole('button', { name: 'Enable customer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: email })).not.toContainText('Disabled');
  await guest.getByRole('button', { name: 'Sign in again' }).click();
  await signInWith(guest, email);
  await expect(guest).toHaveURL(/\/portal/);
  await leave(guest);
  await leave(page);
});

test('a deleted customer is gone, their license says so and goes on working', async ({ browser }) => {
  const { email } = stranger();
  const { id, key } = await freshLicense({ email });
  await ask('activate', { key, identifier: 'HW-ORPHAN' });
  const page = await personAt(browser, 'admin', `/admin/customers?q=${encodeURIComponent(email)}`);
  await page.getByRole('row', { name: new RegExp(email) }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Delete customer' });
  await dialog.getByLabel('Type their e-mail address').fill('somebody@else.example');
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel('Type their e-mail address').fill(email);
  await confirm.click();
  await expect(page).toHaveURL((url) => url.pathname === '/admin/customers');
  await page.goto(`/admin/licenses/${id}`);
  await expect(page.getByText('Deleted customer').first()).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(email)).toHaveCount(0);
  expect((await ask('validate', { key, identifier: 'HW-ORPHAN' })).body.code).toBe('VALID');
  await page.goto(`/admin/customers?q=${encodeURIComponent(email)}`);
  await expect(page.getByText('No customer matches')).toBeVisible();
  await leave(page);
});

test('a viewer hands out what is kept about a customer, and reads why the rest is closed', async ({
  browser,
}) => {
  const { email } = stranger();
  const { id, key } = await freshLicense({ email });
  await ask('activate', { key, identifier: 'HW-HANDED', label: '=cmd' });
  const page = await personAt(browser, 'viewer', `/admin/customers?q=${encodeURIComponent(email)}`);
  await expect(page.getByRole('button', { name: 'Create customer' })).toBeDisabled();
  await page.getByRole('row', { name: new RegExp(email) }).click();
  await expect(page.getByRole('button', { name: 'Edit name' })).toBeDisabled();
  await expect(page.getByText('Your role may look at customers but not change them').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Licenses of this customer' })).toContainText(
    key.slice(0, 8),
  );
  await expect(page.getByRole('region', { name: 'Devices of this customer' })).toContainText('HW-HANDED');

  await page.getByRole('button', { name: 'Export data' }).click();
  const dialog = page.getByRole('dialog');
  const text = async (format: string): Promise<string> => {
    await dialog.getByRole('radio', { name: format }).check();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export data' }).click();
    return readFileSync(await (await download).path(), 'utf8');
  };
  const whole = JSON.parse(await text('JSON')) as Record<string, unknown>;
  expect(whole).toMatchObject({
    customer: { email },
    licenses: [{ id, key }],
    devices: [{ identifier: 'HW-HANDED' }],
  });
  expect(await text('CSV, devices')).toContain("'=cmd");
  await leave(page);
});

test('nothing keeps anybody out of the customers, light or dark', async ({ browser }) => {
  const { email } = stranger();
  await freshLicense({ email });
  const page = await personAt(browser, 'admin', '/admin/customers', still);
  await rowsShown(page);
  await passes(page, 'list of customers');
  await page.goto(`/admin/customers?q=${encodeURIComponent(email)}`);
  await page.getByRole('row', { name: new RegExp(email) }).click();
  await expect(page.getByText('Customer created')).toBeVisible();
  await passes(page, 'customer');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('heading')).toBeVisible();
  await passes(page, 'delete dialog');
  await closed(page);
  await page.getByRole('button', { name: 'Export data' }).click();
  await expect(page.getByRole('dialog').getByRole('heading')).toBeVisible();
  await passes(page, 'export of a customer');
  await closed(page);
  await page.setViewportSize(phone);
  await passes(page, 'customer on a phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  await page.goto('/admin/customers/new');
  await page.getByRole('button', { name: 'Create customer' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await passes(page, 'form with errors');
  await leave(page);
});
