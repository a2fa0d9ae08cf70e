import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import Papa from 'papaparse';
import { leave, personAt } from '../support/pages.ts';
import { freshLicense } from '../support/stack.ts';

const still = { reducedMotion: 'reduce', colorScheme: 'light' } as const;

/** Browsers that can write straight into a file ask where with a window of their own, which no test can reach. */
async function withoutPicker(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.reload();
}

/** How many licenses the foot of the list says there are. */
async function counted(page: Page): Promise<number> {
  const words = page.getByText(/ of [\d,]+ licenses?$/);
  await expect(words).toBeVisible();
  return Number(/of ([\d,]+) license/.exec(await words.innerText())?.[1]?.replaceAll(',', ''));
}

async function exported(page: Page, format: 'CSV' | 'JSON') {
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export licenses' });
  await expect(dialog).toContainText('whole license keys');
  await dialog.getByRole('radio', { name: format }).check();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export' }).click();
  const file = await download;
  const outcome = await dialog.getByRole('status').innerText();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  const name = file.suggestedFilename();
  return { name, outcome, text: readFileSync(await file.path(), 'utf8') };
}

test('a viewer exports the filtered list, and the file has as many rows as the list says', async ({
  browser,
}) => {
  // Of a product to which the tests beside this one give nothing: the list stands still between two exports.
  const product = { id: 'acme-plugin', generatorId: 'acme-plugin-lifetime' };
  await Promise.all([freshLicense({ product }), freshLicense({ product })]);
  const page = await personAt(browser, 'viewer', '/admin/licenses?status=assigned&product=acme-plugin');
  await withoutPicker(page);
  const count = await counted(page);
  expect(count).toBeGreaterThanOrEqual(2);

  const csv = await exported(page, 'CSV');
  const { data, errors } = Papa.parse<Record<string, string>>(csv.text, {
    header: true,
    skipEmptyLines: true,
  });
  expect(csv.name).toMatch(/^licenses-production-\d{4}-\d\d-\d\d\.csv$/);
  expect([errors, data.length]).toEqual([[], count]);
  expect(new Set(data.map((row) => row['storedStatus']))).toEqual(new Set(['assigned']));
  expect(csv.outcome).toContain(`${count.toLocaleString('en')} licenses written to ${csv.name}`);

  const json = await exported(page, 'JSON');
  const rows = JSON.parse(json.text) as Record<string, unknown>[];
  expect(rows.map((row) => row['id'])).toEqual(data.map((row) => row['id']));
  expect(rows[0]).toMatchObject({ environment: 'production', storedStatus: 'assigned' });
  await leave(page);
});

test('a search exports what it found, whole keys included', async ({ browser }) => {
  const { id, key } = await freshLicense();
  const page = await personAt(browser, 'admin', '/admin/licenses');
  await withoutPicker(page);
  await page.getByRole('combobox', { name: /^Search by key/ }).fill(key);
  await expect(page.getByText('1 license found')).toBeVisible();
  const { text } = await exported(page, 'JSON');
  expect(JSON.parse(text)).toMatchObject([{ id, key, storedStatus: 'assigned' }]);
  await leave(page);
});

test('where the browser can, the file is written straight to where the person said', async ({ browser }) => {
  const page = await personAt(browser, 'operator', '/admin/licenses?status=assigned');
  const count = await counted(page);
  await page.evaluate(() => {
    const pick = async () =>
      (await navigator.storage.getDirectory()).getFileHandle('picked.csv', { create: true });
    Object.assign(window, { showSaveFilePicker: pick });
  });
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export licenses' });
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByRole('status')).toContainText('written to picked.csv');
  const text = await page.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('picked.csv');
    return (await handle.getFile()).text();
  });
  expect(Papa.parse(text, { header: true, skipEmptyLines: true }).data).toHaveLength(count);
  await leave(page);
});

test('a cancelled export says so and saves nothing, and the dialog passes for everybody', async ({
  browser,
}) => {
  const page = await personAt(browser, 'admin', '/admin/licenses?status=assigned', still);
  await withoutPicker(page);
  await counted(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export licenses' });
  await expect(dialog.getByRole('radio', { name: 'CSV' })).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  let saved = 0;
  page.on('download', () => (saved += 1));
  // The page of rows hangs, as on a bad line.
  await page.route(/RunQuery|Listen|channel/i, () => undefined);
  await dialog.getByRole('button', { name: 'Export' }).click();
  await dialog.getByRole('button', { name: 'Cancel export' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Cancelled. Nothing was saved.');
  await page.keyboard.press('Escape');
  await expect(page.locator('#content').getByRole('button', { name: 'Export' })).toBeFocused();
  expect(saved).toBe(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await leave(page);
});

test('out of reach: the failure says what to do, nothing is saved, and trying again starts over', async ({
  browser,
}) => {
  const page = await personAt(browser, 'admin', '/admin/licenses?status=assigned');
  await withoutPicker(page);
  await counted(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export licenses' });
  await expect(dialog).toBeVisible();
  let saved = 0;
  page.on('download', () => (saved += 1));
  await page.context().setOffline(true);
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog).toContainText('Nothing was saved');
  expect(saved).toBe(0);
  await page.context().setOffline(false);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await download;
  await expect(dialog.getByRole('status')).toContainText('written to');
  await leave(page);
});
