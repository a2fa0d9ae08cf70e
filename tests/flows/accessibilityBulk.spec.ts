import { expect, test } from '@playwright/test';
import { closed, passes, phone, rowsShown, still } from '../support/accessible.ts';
import { chooseCommand, leave, personAt } from '../support/pages.ts';
import { ask, freshLicense } from '../support/stack.ts';

test.describe.configure({ mode: 'parallel' });

test('nothing keeps anybody out of suggestions, columns, selections and what is done with many, light or dark', async ({
  browser,
}) => {
  const email = `many-${Date.now()}@accessible.test`;
  const { key } = await freshLicense({ email });
  await freshLicense({ email });
  expect((await ask('activate', { key, identifier: 'HW-MANY' })).body.code).toBe('ACTIVATED');
  const page = await personAt(browser, 'admin', `/admin/licenses?q=${email}`, still);
  await rowsShown(page);
  const search = page.getByRole('combobox', { name: /^Search by key/ });
  await search.fill(email.slice(0, -5));
  await expect(page.getByRole('option')).toHaveCount(3);
  await search.press('ArrowDown');
  await passes(page, 'suggestions');
  await search.press('Escape');

  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  await expect(page.getByRole('checkbox', { name: 'Customer' })).toBeVisible();
  await passes(page, 'choice of columns');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox', { name: 'Customer' })).toBeHidden();

  await page.getByRole('checkbox', { name: 'Select this page' }).check();
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toBeVisible();
  await passes(page, 'selection');
  for (const [name, shown] of [
    ['Suspend', '1 device stops working now'],
    ['Assign', 'Nothing would be done'],
    ['Delete', 'gone for good'],
  ] as const) {
    await bar.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog')).toContainText(shown);
    await passes(page, `dialog for many: ${name}`);
    await closed(page);
  }
  await bar.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('dialog')).toContainText('that you selected');
  await passes(page, 'export of a selection');
  await closed(page);

  await page.setViewportSize(phone);
  await expect(page.locator('li.card').first()).toBeVisible();
  await passes(page, 'selection on a phone');
  await leave(page);
});

test('nothing keeps anybody out of the jobs, light or dark', async ({ browser }) => {
  const { key } = await freshLicense({ email: `jobs-${Date.now()}@accessible.test` });
  const page = await personAt(browser, 'admin', `/admin/licenses?q=${key.slice(0, 8)}`, still);
  await page.getByRole('checkbox', { name: `Select license ${key.slice(0, 8)}` }).check();
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('For a test.');
  await dialog.getByLabel('Type 1 to confirm').fill('1');
  await passes(page, 'revoke dialog for many');
  await dialog.getByRole('button', { name: 'Revoke 1 license' }).click();
  const tray = page.getByRole('complementary', { name: 'Jobs you started' });
  await expect(tray).toContainText('1 done');
  await passes(page, 'progress of a job');
  await tray.getByRole('link', { name: 'Report' }).click();
  await rowsShown(page);
  await passes(page, 'job');
  await tray.getByRole('button', { name: 'Put away' }).click();
  await page.goto('/admin/jobs');
  await rowsShown(page);
  await passes(page, 'list of jobs');
  await page.setViewportSize(phone);
  await expect(page.locator('li.card').first()).toBeVisible();
  await passes(page, 'list of jobs on a phone');
  await leave(page);
});

test('nothing keeps anybody out of audit, palette and the longer dialogs of a license, light or dark', async ({
  browser,
}) => {
  const { id } = await freshLicense({ email: null });
  const page = await personAt(browser, 'admin', '/admin/audit', still);
  await rowsShown(page);
  await passes(page, 'audit');
  await page.locator('tbody tr').first().press('Enter');
  await expect(page.getByRole('dialog').getByRole('heading')).toBeVisible();
  await passes(page, 'event');
  await closed(page);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search pages, licenses, customers and products' }).fill('acme');
  await expect(page.getByRole('option').nth(1)).toBeVisible();
  await passes(page, 'palette');
  // Escape clears first and closes then.
  await page.keyboard.press('Escape');
  await closed(page);

  await page.goto(`/admin/licenses/${id}`);
  const assign = await chooseCommand(page, 'Assign to customer');
  await assign.getByLabel('Customer e-mail').fill('somebody.new@accessible.test');
  await passes(page, 'assign dialog');
  await page.keyboard.press('Escape');
  await closed(page);
  await page.goto('/admin/licenses?status=expired');
  await rowsShown(page);
  await chooseCommand(page, 'Renew');
  await passes(page, 'renew dialog');
  await closed(page);
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'CSV' })).toBeVisible();
  await passes(page, 'export dialog');
  await leave(page);
});
