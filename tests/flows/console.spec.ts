import { expect, test, type Page } from '@playwright/test';
import { chooseCommand, leave, openMenu, personAt } from '../support/pages.ts';
import { ask, firestore, freshLicense } from '../support/stack.ts';

const HINT = 8;
const COMMANDS = [
  'Edit',
  'Assign to customer',
  'Transfer to another customer',
  'Inactivate',
  'Reactivate',
  'Suspend',
  'Lift suspension',
  'Renew',
  'Revoke',
  'Delete',
];

/** A license of its own with one device on it, as the list shows it alone. */
async function activeLicense(identifier: string) {
  const license = await freshLicense();
  expect((await ask('activate', { key: license.key, identifier })).body.code).toBe('ACTIVATED');
  return { ...license, hint: license.key.slice(0, HINT), list: listOf(license.key) };
}

function listOf(key: string): string {
  return `/admin/licenses?q=${key.slice(0, HINT)}`;
}

function row(page: Page, hint: string) {
  return page.getByRole('row', { name: new RegExp(hint) });
}

test('a command asks first, says what it did and can be undone; the keyboard returns to where it was', async ({
  browser,
}) => {
  const { key, hint, list } = await activeLicense('HW-UNDO');
  const page = await personAt(browser, 'admin', list);
  const menu = page.getByRole('button', { name: `Actions for license ${hint}` });
  const validate = async () => (await ask('validate', { key, identifier: 'HW-UNDO' })).body.code;

  // By keyboard alone, and out again with Escape: nothing happened.
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Inactivate' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Inactivate this license?' });
  await expect(dialog).toContainText('1 device stops working now.');
  await expect(dialog.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(menu).toBeFocused();
  expect(await validate()).toBe('VALID');

  await chooseCommand(page, 'Inactivate');
  await dialog.getByRole('button', { name: 'Inactivate license' }).click();
  await expect(row(page, hint)).toContainText('Inactive');
  expect(await validate()).toBe('INACTIVE');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(`Undone: ${hint}`)).toBeVisible();
  await expect(row(page, hint)).toContainText('Active');
  await expect.poll(validate).toBe('VALID');
  await leave(page);
});

test('suspending needs a reason; lifting it lets software run again', async ({ browser }) => {
  const { id, key } = await activeLicense('HW-SUSPEND');
  const page = await personAt(browser, 'operator', `/admin/licenses/${id}`);
  const dialog = await chooseCommand(page, 'Suspend');
  await dialog.getByRole('button', { name: 'Suspend license' }).click();
  await expect(dialog.getByText('This is needed.')).toBeVisible();
  await dialog.getByLabel('Reason').fill('A payment failed.');
  await dialog.getByRole('button', { name: 'Suspend license' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Suspended');
  expect((await ask('validate', { key, identifier: 'HW-SUSPEND' })).body.code).toBe('SUSPENDED');

  await page.getByRole('button', { name: 'Lift suspension' }).first().click();
  await dialog.getByRole('button', { name: 'Lift suspension' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Active');
  await expect
    .poll(async () => (await ask('validate', { key, identifier: 'HW-SUSPEND' })).body.code)
    .toBe('VALID');
  await leave(page);
});

test('a license is deleted only when the end of its key is typed', async ({ browser }) => {
  const { id, key, hint, list } = await activeLicense('HW-DELETE');
  const page = await personAt(browser, 'admin', list);
  const dialog = await chooseCommand(page, 'Delete');
  const button = dialog.getByRole('button', { name: 'Delete license' });
  await expect(button).toBeDisabled();
  await dialog.getByLabel(/last 4 characters/).fill('????');
  await expect(button).toBeDisabled();
  await dialog.getByLabel(/last 4 characters/).fill(key.slice(-4));
  await button.click();
  await expect(page.getByText(`License deleted: ${hint}`)).toBeVisible();
  await expect(row(page, hint)).toHaveCount(0);
  expect((await ask('validate', { key, identifier: 'HW-DELETE' })).body.code).toBe('NOT_FOUND');
  expect((await firestore(`/environments/production/licenses/${id}`, 'admin')).status).toBe(404);
  await leave(page);
});

test('renewing where the generator sets no time asks until when', async ({ browser }) => {
  const product = { id: 'acme-plugin', generatorId: 'acme-plugin-lifetime' };
  const soon = new Date(Date.now() + 3_000).toISOString();
  const { id, key } = await freshLicense({ product, expiresAt: soon });
  const page = await personAt(browser, 'admin', `/admin/licenses/${id}`);
  await expect.poll(async () => (await ask('validate', { key })).body.code).toBe('EXPIRED');
  await page.reload();
  const dialog = await chooseCommand(page, 'Renew');
  await dialog.getByRole('button', { name: 'Renew license' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'RENEWAL_DATE_NEEDED' })).toBeVisible();
  await expect(dialog.getByLabel('Expiry date')).toBeVisible();
  await expect(dialog.getByText('Pick a date, or choose Lifetime.')).toBeVisible();
  await dialog.getByLabel('Lifetime').check();
  await dialog.getByRole('button', { name: 'Renew license' }).click();
  await page.getByRole('button', { name: 'Open the new license' }).click();
  await expect(page).not.toHaveURL(new RegExp(id));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Assigned');
  await leave(page);
});

test('a command that nobody answers says so, loses nothing, and works when tried again', async ({
  browser,
}) => {
  const { id } = await activeLicense('HW-OUTAGE');
  const page = await personAt(browser, 'admin', `/admin/licenses/${id}`);
  await page.route(/commandLicense/, (route) => route.abort());
  const dialog = await chooseCommand(page, 'Inactivate');
  await dialog.getByLabel('Internal note').fill('Asked for by phone.');
  await dialog.getByRole('button', { name: 'Inactivate license' }).click();
  await expect(dialog.getByRole('alert')).toContainText('There is no connection');
  await page.unroute(/commandLicense/);
  await expect(dialog.getByLabel('Internal note')).toHaveValue('Asked for by phone.');
  await dialog.getByRole('button', { name: 'Inactivate license' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Inactive');
  await expect(page.getByText('Asked for by phone.', { exact: true })).toBeVisible();
  await leave(page);
});

test('a viewer finds every command closed and reads why; to an operator only deleting is', async ({
  browser,
}) => {
  const { id, list } = await activeLicense('HW-ROLES');
  const viewer = await personAt(browser, 'viewer', list);
  await expect(viewer.getByRole('button', { name: 'Create license' })).toBeDisabled();
  await openMenu(viewer);
  await expect(viewer.getByRole('menu')).toContainText('Your role does not allow this.');
  await expect(viewer.getByRole('menuitem', { disabled: true })).toHaveText(COMMANDS);
  await viewer.goto(`/admin/licenses/${id}/edit`);
  await expect(viewer.getByRole('note')).toContainText('Your role does not allow this.');
  await leave(viewer);

  const operator = await personAt(browser, 'operator', list);
  await openMenu(operator);
  await expect(operator.getByRole('menuitem', { name: 'Revoke', disabled: false })).toBeVisible();
  const closed = operator.getByRole('menuitem', { name: 'Delete', disabled: true });
  await expect(closed).toContainText('Your role does not allow this.');
  await leave(operator);
});

test('another environment shows other data in another frame, and knows no license of the first', async ({
  browser,
}) => {
  const { id, hint, list } = await activeLicense('HW-ENVIRONMENT');
  const page = await personAt(browser, 'admin', list);
  await expect(row(page, hint)).toBeVisible();
  const edge = () =>
    page
      .locator('header')
      .first()
      .evaluate((bar) => getComputedStyle(bar).borderTopWidth);
  expect(await edge()).toBe('0px');
  await page.getByRole('button', { name: 'Environment: production' }).click();
  await page.getByText('staging', { exact: true }).click();
  await expect(page.getByText('No license matches')).toBeVisible();
  expect(await edge()).not.toBe('0px');
  await page.goto(`/admin/licenses/${id}`);
  await expect(page.getByText('There is no such license in staging')).toBeVisible();
  await page.getByRole('button', { name: 'Environment: staging' }).click();
  await page.getByText('production', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(hint);
  await leave(page);
});

test('search and filters stand in the address, come back with Back, and a whole key never stands there', async ({
  browser,
}) => {
  const { key, hint } = await activeLicense('HW-SEARCH');
  const page = await personAt(browser, 'viewer', '/admin/licenses');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('/');
  const search = page.getByRole('combobox', { name: /^Search by key/ });
  await expect(search).toBeFocused();
  await page.keyboard.insertText(key);
  await expect(row(page, hint)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`q=${hint}$`));

  await page.goto('/admin/licenses?status=revoked&product=acme-editor');
  await expect(page.getByRole('row').nth(1)).toContainText('Revoked');
  await page.getByRole('row').nth(1).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Revoked');
  await page.goBack();
  await expect(page).toHaveURL(/status=revoked&product=acme-editor/);
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('Revoked');
  await expect(page.getByRole('row').nth(1)).toContainText('Revoked');
  await leave(page);
});

test('a device taken off in the console is refused at its next check', async ({ browser }) => {
  const { id, key } = await activeLicense('HW-TAKEN-OFF');
  const page = await personAt(browser, 'operator', `/admin/licenses/${id}`);
  await page.getByRole('button', { name: 'Deactivate HW-TAKEN-OFF' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate device' }).click();
  await expect(page.getByRole('row', { name: /HW-TAKEN-OFF/ })).toContainText('Deactivated');
  await expect(page.getByText('0 of 3 devices in use').first()).toBeVisible();
  expect((await ask('validate', { key, identifier: 'HW-TAKEN-OFF' })).body.code).toBe('DEVICE_DEACTIVATED');
  await leave(page);
});
