import { expect, test, type Page } from '@playwright/test';
import { leave, personAt } from '../support/pages.ts';
import { ask, freshLicense } from '../support/stack.ts';

/** So many licenses of a new customer, the first `active` of them in use. */
async function licensesOfOne(name: string, count: number, active: number) {
  const email = `${name}-${Date.now()}@bulk.test`;
  // The first one makes the customer.
  const licenses = [await freshLicense({ email })];
  licenses.push(...(await Promise.all(Array.from({ length: count - 1 }, () => freshLicense({ email })))));
  for (const { key } of licenses.slice(0, active)) {
    expect((await ask('activate', { key, identifier: `HW-${name}` })).body.code).toBe('ACTIVATED');
  }
  return { email, licenses, list: `/admin/licenses?q=${email}` };
}

function selection(page: Page) {
  return page.getByRole('region', { name: 'Selection' });
}

test('selected licenses are suspended in the background; what is refused stands in the report', async ({
  browser,
}) => {
  const { licenses, list } = await licensesOfOne('suspend', 3, 2);
  const page = await personAt(browser, 'operator', list);
  const boxes = page.getByRole('checkbox', { name: /^Select license/ });
  await expect(boxes).toHaveCount(3);
  await boxes.first().click();
  await boxes.last().click({ modifiers: ['Shift'] });
  await expect(selection(page)).toContainText('3 licenses selected');
  await expect(selection(page).getByRole('button', { name: 'Delete' })).toBeDisabled();
  await expect(selection(page)).toContainText('Your role does not allow this');

  await selection(page).getByRole('button', { name: 'Suspend' }).click();
  const dialog = page.getByRole('dialog', { name: 'Suspend 3 licenses?' });
  await expect(dialog).toContainText('2 licenses are suspended. 2 devices stop working now.');
  await expect(dialog).toContainText('1 license will be refused: 1 is assigned.');
  await dialog.getByLabel('Reason').fill('The payment is late.');
  await dialog.getByRole('button', { name: 'Suspend 2 licenses' }).click();

  const tray = page.getByRole('complementary', { name: 'Jobs you started' });
  await expect(tray).toContainText('2 done, 1 refused');
  await expect(selection(page)).toHaveCount(0);
  await expect(page.getByRole('cell', { name: 'Suspended' })).toHaveCount(2);
  for (const { key } of licenses.slice(0, 2)) {
    expect((await ask('validate', { key, identifier: 'HW-suspend' })).body.code).toBe('SUSPENDED');
  }

  // It goes along to other pages, and leads to its report.
  await page.getByRole('link', { name: 'Audit' }).click();
  await expect(tray).toContainText('2 done, 1 refused');
  await tray.getByRole('link', { name: 'Report' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Suspend 3 licenses');
  await tray.getByRole('button', { name: 'Put away' }).click();
  await expect(tray).toHaveCount(0);
  const report = page.getByRole('region', { name: 'Report' });
  await expect(report.locator('tbody tr')).toHaveCount(3);
  await report.getByLabel('Only what was refused').check();
  const refused = report.locator('tbody tr');
  await expect(refused).toHaveCount(1);
  await expect(refused).toContainText('Refused');
  const hint = licenses[2]?.key.slice(0, 8) ?? '';
  const file = page.waitForEvent('download');
  await report.getByRole('button', { name: 'Download CSV' }).click();
  expect((await file).suggestedFilename()).toMatch(/^job-.*\.csv$/);
  await refused.getByRole('link', { name: hint }).click();
  await expect(page).toHaveURL(({ pathname }) => pathname === `/admin/licenses/${licenses[2]?.id}`);
  await leave(page);
});

test('all that match are revoked when their number is typed; another search empties the selection', async ({
  browser,
}) => {
  const { list, licenses } = await licensesOfOne('revoke', 2, 0);
  const page = await personAt(browser, 'admin', list);
  await expect(page.getByRole('checkbox', { name: /^Select license/ })).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'Select this page' }).check();
  await expect(selection(page)).toContainText('2 licenses selected');
  await page.getByRole('combobox', { name: /^Search by key/ }).fill('acme');
  await expect(selection(page)).toHaveCount(0);

  // More than one page, all of it at once.
  await page.goto('/admin/licenses?status=active');
  await expect(page.getByText(/^1–50 of/)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select this page' }).check();
  await selection(page)
    .getByRole('button', { name: /^Select all [\d,]+ licenses$/ })
    .click();
  await expect(selection(page)).toContainText(/^All [\d,]+ licenses selected/);
  await selection(page).getByRole('button', { name: 'Revoke' }).click();
  const dialog = page.getByRole('dialog', { name: /^Revoke [\d,]+ licenses\?$/ });
  await expect(dialog.getByLabel(/^Type \d+ to confirm$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.goto(list);
  await expect(page.getByRole('checkbox', { name: /^Select license/ })).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'Select this page' }).check();
  await selection(page).getByRole('button', { name: 'Revoke' }).click();
  const last = page.getByRole('dialog', { name: 'Revoke 2 licenses?' });
  await last.getByLabel('Reason').fill('Refunded.');
  const button = last.getByRole('button', { name: 'Revoke 2 licenses' });
  await last.getByLabel('Type 2 to confirm').fill('3');
  await expect(button).toBeDisabled();
  await last.getByLabel('Type 2 to confirm').fill('2');
  await button.click();
  await expect(page.getByRole('cell', { name: 'Revoked' })).toHaveCount(2);
  expect((await ask('validate', { key: licenses[0]?.key })).body.code).toBe('REVOKED');
  await leave(page);
});

test('available licenses go to a new customer together, and the job stands in the list of jobs', async ({
  browser,
}) => {
  // Of a product that nobody else makes available licenses of, so that they stand on the first page.
  const product = { id: 'acme-plugin', generatorId: 'acme-plugin-lifetime' };
  const one = await freshLicense({ email: null, product });
  const two = await freshLicense({ email: null, product });
  const email = `together-${Date.now()}@bulk.test`;
  const page = await personAt(
    browser,
    'operator',
    '/admin/licenses?status=available&product=acme-plugin&created=24h',
  );
  for (const { key } of [one, two]) {
    await page.getByRole('checkbox', { name: `Select license ${key.slice(0, 8)}` }).check();
  }
  await expect(selection(page)).toContainText('2 licenses selected');
  await selection(page).getByRole('button', { name: 'Assign' }).click();
  const dialog = page.getByRole('dialog', { name: 'Assign 2 licenses?' });
  await dialog.getByRole('button', { name: 'Assign 2 licenses' }).click();
  await expect(dialog.getByText('Enter an e-mail address.')).toBeVisible();
  await dialog.getByLabel('Customer e-mail').fill(email);
  await dialog.getByRole('button', { name: 'Assign 2 licenses' }).click();
  await expect(page.getByRole('complementary', { name: 'Jobs you started' })).toContainText('2 done');
  await page.goto(`/admin/licenses?q=${email}`);
  await expect(page.getByRole('cell', { name: 'Assigned' })).toHaveCount(2);

  await page.getByRole('link', { name: 'Jobs', exact: true }).click();
  const row = page.getByRole('row', { name: new RegExp(`Assign 2 licenses to ${email}`) });
  await expect(row).toContainText('Done');
  await row.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Assign 2 licenses to ${email}`);
  await expect(page.getByRole('button', { name: 'Cancel job' })).toHaveCount(0);
  await leave(page);
});
