import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { choose, leave, personAt } from '../support/pages.ts';
import { URL_OF_APP } from '../support/stack.ts';

test('a contract is made, its key shown once, and the partner issues with it until nothing is left', async ({
  browser,
}) => {
  const name = `Partner ${crypto.randomUUID().slice(0, 8)}`;
  const page = await personAt(browser, 'admin', '/admin/contracts/new');
  await page.getByLabel('Name').fill(name);
  await choose(page, 'Product', 'Acme Editor');
  await choose(page, 'Generator', 'Editor, one year');
  await page.getByLabel('Quota').fill('3');
  await page.getByRole('button', { name: 'Create contract' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('0 of 3 used (0%)')).toBeVisible();

  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make key' }).click();
  const shown = page.getByText(/^lkc_production_[A-Za-z0-9]{40}$/);
  const key = (await shown.textContent()) ?? '';
  await page.getByRole('button', { name: 'I have it' }).click();
  await expect(shown).toHaveCount(0);

  const order = async (quantity: number) => {
    const response = await fetch(`${URL_OF_APP}/v1/contracts/licenses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ quantity }),
    });
    return (await response.json()) as { code: string };
  };
  expect((await order(2)).code).toBe('ISSUED');
  await expect(page.getByText('2 of 3 used (67%)')).toBeVisible();
  expect((await order(2)).code).toBe('QUOTA_EXCEEDED');

  await page.getByRole('button', { name: 'Issue licenses' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Issue licenses' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('3 of 3 used (100%)')).toBeVisible();
  await expect(page.getByText('Used up')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Issue licenses' })).toBeDisabled();
  await expect(page.getByText('Licenses issued by contract').first()).toBeVisible();

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByLabel('Type the name of the contract').fill(name);
  await page.getByRole('button', { name: 'Delete contract' }).click();
  await expect(page).toHaveURL(/\/admin\/contracts$/);
  expect((await order(1)).code).toBe('UNAUTHORIZED');
  await leave(page);
});

test('more than a hundred are issued by a job that stays in sight, with the features of the contract, and exported', async ({
  browser,
}) => {
  const name = `Partner ${crypto.randomUUID().slice(0, 8)}`;
  const page = await personAt(browser, 'admin', '/admin/contracts/new');
  await page.getByLabel('Name').fill(name);
  await choose(page, 'Product', 'Acme Editor');
  await choose(page, 'Generator', 'Editor, one year');
  await page.getByLabel('Quota').fill('120');
  await page.getByLabel('Features').fill('{"partner": true');
  await page.getByRole('button', { name: 'Create contract' }).click();
  await expect(page.getByText(/^This is not/)).toBeVisible();
  await page.getByLabel('Features').fill('{"partner": true}');
  await page.getByRole('button', { name: 'Create contract' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('"partner": true')).toBeVisible();

  await page.getByRole('button', { name: 'Issue licenses' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How many').fill('121');
  await dialog.getByRole('button', { name: 'Issue licenses' }).click();
  await expect(dialog.getByText('Enter a whole number from 1 to 120.')).toBeVisible();
  await dialog.getByLabel('How many').fill('110');
  await expect(dialog.getByText('A background job issues them')).toBeVisible();
  await dialog.getByRole('button', { name: 'Issue licenses' }).click();
  const tray = page.getByRole('complementary', { name: 'Jobs you started' });
  await expect(tray).toContainText(`Issue 110 licenses from ${name}`);
  await expect(tray).toContainText('110 done');
  await expect(page.getByText('110 of 120 used (92%)')).toBeVisible();
  await expect(tray.getByRole('link', { name: 'Report' })).toHaveAttribute('href', /\/admin\/jobs\/.+/);
  await tray.getByRole('button', { name: 'Put away' }).click();

  // Chrome's own question where to save cannot be answered from here; without it the file is a download.
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(dialog).toContainText('Every license that this contract has issued');
  await dialog.getByRole('radio', { name: 'JSON' }).check();
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const file = await (await saved).path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toHaveLength(110);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.locator('a[href^="/admin/licenses/"].mono').first().click();
  await expect(page).toHaveURL(/\/admin\/licenses\/./);
  await expect(page.getByText('devices in use').first()).toBeVisible();
  await page.locator('a[href^="/admin/contracts/"]').last().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await leave(page);
});

test('a viewer sees contracts and is told why they are closed', async ({ browser }) => {
  const page = await personAt(browser, 'viewer', '/admin/contracts');
  await page.getByRole('row', { name: /Northwind resale/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Northwind resale' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Issue licenses' })).toBeDisabled();
  await expect(page.getByText('Your role may look at contracts, not change them').first()).toBeAttached();
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeDisabled();
  await leave(page);
});
