import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { passes, rowsShown, still } from '../support/accessible.ts';
import { choose, leave, personAt } from '../support/pages.ts';
import { freshLicense } from '../support/stack.ts';

test('events are narrowed to a kind of thing, lead to what they name, and leave as a file', async ({
  browser,
}) => {
  const { id, key } = await freshLicense();
  const page = await personAt(browser, 'owner', '/admin/audit', still);
  // A download wherever the test runs, never a question of the system.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.reload();
  await choose(page, 'Action', 'All of products');
  await expect(page).toHaveURL(/thing=product/);
  // The sequencer links what is newer within a minute.
  await page
    .locator('tbody tr', { hasText: 'Product created' })
    .filter({ hasText: /No\. \d/ })
    .first()
    .click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('link', { name: 'All its events' })).toBeVisible();
  await expect(panel.getByText(/^No\. [\d,]+$/)).toBeVisible();
  await passes(page, 'an event');
  await panel.getByRole('link', { name: 'Open product' }).click();
  await expect(page).toHaveURL(/\/admin\/products\//);

  await page.goto(`/admin/audit?license=${id}`);
  await expect(page.getByText('Only one license')).toBeVisible();
  await rowsShown(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('names people of the console');
  await dialog.getByRole('radio', { name: 'CSV' }).check();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain('license.created');
  expect(text).toContain(key.slice(0, 8));
  expect(text).not.toContain(key);
  expect(text).toContain('number,previousHash,hash');
  await leave(page);
});
