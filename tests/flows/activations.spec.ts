import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { closed, passes, rowsShown, still } from '../support/accessible.ts';
import { choose, leave, personAt } from '../support/pages.ts';
import { ask, freshLicense } from '../support/stack.ts';

/** A license with devices whose identifiers nobody else has. */
async function withDevices(count: number, email?: string) {
  const mark = randomUUID().slice(0, 8).toUpperCase();
  const license = await freshLicense({ limit: 9, ...(email && { email }) });
  const names = Array.from({ length: count }, (_, index) => `HW-${mark}-${index}`);
  for (const identifier of names)
    await ask('activate', { key: license.key, identifier, label: `Desk ${mark}` });
  return { ...license, mark, names };
}

test('devices are found by any part of their identifier, by label, by a whole key and by their customer', async ({
  browser,
}) => {
  const email = `owner-${randomUUID().slice(0, 8)}@flows.example`;
  const { id, key, mark, names } = await withDevices(2, email);
  const page = await personAt(browser, 'viewer', '/admin/activations');
  const field = page.getByRole('searchbox');
  const devices = page.getByRole('row', { name: new RegExp(mark) });
  await field.fill(mark.slice(1).toLowerCase());
  await expect(devices).toHaveCount(2);
  await field.fill(`desk ${mark}`);
  await expect(devices).toHaveCount(2);
  await field.fill(key);
  await expect(devices).toHaveCount(2);
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === key.slice(0, 8));
  await field.fill(email);
  await page.getByRole('button', { name: email }).click();
  await expect(devices).toHaveCount(2);
  await expect(page).toHaveURL((url) => url.searchParams.has('customer'));
  await choose(page, 'Last seen', 'Never seen');
  await expect(devices).toHaveCount(2);
  await choose(page, 'Kind', 'Domain');
  await expect(page.getByText('No device matches')).toBeVisible();
  await choose(page, 'Kind', 'Hardware ID');
  await devices.filter({ hasText: names[1] ?? '' }).press('Enter');
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('button', { name: 'Copy identifier' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Deactivate' })).toBeDisabled();
  await expect(panel.getByRole('link', { name: `${key.slice(0, 8)}…` })).toHaveAttribute(
    'href',
    `/admin/licenses/${id}`,
  );
  await leave(page);
});

test('many devices are taken off together, and what could not be is told', async ({ browser }) => {
  const { mark, names, key } = await withDevices(3);
  const page = await personAt(browser, 'operator', `/admin/activations?q=${mark}`);
  const devices = page.getByRole('row', { name: new RegExp(mark) });
  await expect(devices).toHaveCount(3);
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Deactivate' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('3 devices of 1 license stop working');
  // One leaves by itself while the question stands.
  await ask('deactivate', { key, identifier: names[0] });
  await dialog.getByRole('button', { name: 'Deactivate 3 devices' }).click();
  await expect(dialog.getByRole('status')).toContainText('2 devices deactivated, 1 left');
  await expect(dialog).toContainText('DEVICE_NOT_ACTIVE');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(devices.filter({ hasText: 'Deactivated' })).toHaveCount(3);
  expect((await ask('validate', { key, identifier: names[1] })).body.code).toBe('DEVICE_DEACTIVATED');
  await leave(page);
});

test('the export has the devices that the filters leave', async ({ browser }) => {
  const { mark, names } = await withDevices(2);
  const page = await personAt(browser, 'viewer', `/admin/activations?q=${mark}`);
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.reload();
  await expect(page.getByRole('row', { name: new RegExp(mark) })).toHaveCount(2);
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(data.map((row) => row['identifier']).sort()).toEqual(names);
  await leave(page);
});

test('nothing keeps anybody out of the activations, light or dark', async ({ browser }) => {
  const { mark, names } = await withDevices(2);
  const page = await personAt(browser, 'admin', `/admin/activations?q=${mark}`, still);
  await rowsShown(page);
  await page.getByRole('checkbox', { name: `Select ${names[0] ?? ''}` }).check();
  await passes(page, 'activations with a selection');
  await page.getByRole('row', { name: new RegExp(names[1] ?? '') }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('heading')).toBeVisible();
  await passes(page, 'panel of a device');
  await closed(page);
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByRole('dialog').getByRole('heading')).toBeVisible();
  await passes(page, 'deactivate dialog');
  await leave(page);
});
