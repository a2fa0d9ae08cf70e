import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { passes, phone, still } from '../support/accessible.ts';
import { fixtureFile } from '../support/importFixtures.ts';
import { leave, personAt } from '../support/pages.ts';
import { freshLicense } from '../support/stack.ts';

/** Chooses a file as a person does, without one on the disk. */
async function chooseFile(page: Page, text: string, name = 'customers of old.csv'): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel('Choose a CSV file').setInputFiles(file);
}

async function downloaded(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await download).path(), 'utf8');
}

/** A key nobody has, in the letters of old systems. */
function oldKey(): string {
  return `OLD-${crypto.randomUUID().slice(0, 18).toUpperCase()}`;
}

test('a file of another system is matched, checked, imported, and changes nothing the second time', async ({
  browser,
}) => {
  const { key: taken } = await freshLicense();
  const stamp = Date.now();
  const keys = [oldKey(), oldKey()];
  const text = [
    'Serial;Our article;Buyer;Seats',
    `${keys[0]};acme-editor;one-${stamp}@import.test;3`,
    `${keys[1]};acme-editor;two-${stamp}@import.test;unlimited`,
    `${taken};acme-editor;;`,
    `${oldKey()};no-such-product;;`,
    `${oldKey()};acme-editor;not an address;`,
  ].join('\r\n');
  const page = await personAt(browser, 'admin', '/admin/bulk', still);
  await chooseFile(page, text);
  await expect(page.getByText('5 rows, parted by semicolon')).toBeVisible();

  // What the headers do not say, the person does.
  await expect(page.getByRole('alert')).toContainText('Say which column of the file holds Product');
  await expect(page.getByLabel('Key', { exact: true })).toHaveValue('0');
  await page.getByLabel('Product', { exact: true }).selectOption({ label: 'Our article' });
  await page.getByLabel('Customer e-mail', { exact: true }).selectOption({ label: 'Buyer' });
  // What the file does not have, stands once for all of its rows.
  await page.getByLabel('Generator of every row').fill('Editor, one year');
  const problems = page.getByRole('region', { name: 'Problems of the file' });
  await expect(problems).toContainText('1 row cannot be read');
  await expect(problems.locator('tbody tr')).toHaveText([
    /^\s*6\s*Customer e-mail\s*Customer e-mail is no e-mail/,
  ]);
  expect(await downloaded(page, 'Download problems')).toContain('6,Customer e-mail');
  await passes(page, 'a file with a problem');
  const check = page.getByRole('button', { name: 'Check 4 rows' });
  await expect(check).toBeDisabled();
  await page.getByLabel('Go on without this row').check();
  await check.click();

  await expect(page.getByRole('heading', { level: 1 })).toContainText('Dry run of customers of old.csv');
  const report = page.getByRole('region', { name: 'Report' });
  await expect(report.locator('tbody tr:not([aria-hidden])')).toHaveText([
    /^\s*2.*Create.*and its customer/s,
    /^\s*3.*Create.*and its customer/s,
    /^\s*4.*Already so/s,
    /^\s*5.*Refused.*PRODUCT_NOT_FOUND/s,
  ]);
  await passes(page, 'a dry run');
  const checkAddress = page.url();

  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import 2 rows?' });
  await expect(dialog).toContainText('1 row that the dry run refused is left alone.');
  await passes(page, 'question before the import');
  await dialog.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Import of customers of old.csv');
  await expect(report.locator('tbody tr:not([aria-hidden])')).toHaveText([
    /Created/,
    /Created/,
    /Already so/,
    /Refused/,
  ]);
  const file = await downloaded(page, 'Download CSV');
  expect(file.split('\r\n')[0]).toContain('line,licenseId,keyHint,outcome,code,reason');
  expect(file).toContain('CREATE_LICENSE');
  for (const key of keys) expect(file).not.toContain(key);

  await report
    .getByRole('link', { name: keys[0]?.slice(0, 8) ?? '' })
    .first()
    .click();
  await expect(page.getByText(`one-${stamp}@import.test`).first()).toBeVisible();

  // The dry run knows its import; nobody starts it twice.
  await page.goto(checkAddress);
  await expect(page.getByRole('link', { name: 'See the import' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0);

  await page.getByRole('link', { name: 'Another file' }).click();
  await chooseFile(page, text.replace('Our article', 'product').replace('Buyer', 'e-mail'));
  await page.getByLabel('Generator of every row').fill('Editor, one year');
  await page.getByLabel('Go on without this row').check();
  await page.getByRole('button', { name: 'Check 4 rows' }).click();
  await expect(report.locator('tbody tr:not([aria-hidden])')).toHaveText([
    /Already so/,
    /Already so/,
    /Already so/,
    /Refused/,
  ]);
  await expect(page.getByRole('button', { name: 'Import 0 rows' })).toBeDisabled();
  await leave(page);
});

test('a file that cannot be read says why; the template can, also on a phone', async ({ browser }) => {
  const page = await personAt(browser, 'owner', '/admin/bulk', { ...still, viewport: phone });
  await passes(page, 'bulk operations on a phone');
  await chooseFile(page, 'key,product\n"A,acme', 'broken.csv');
  await expect(page.getByRole('alert')).toContainText('line 2 is not closed');

  // A file of another system is recognised, and licenses that are stopped there stay behind.
  await chooseFile(page, (await fixtureFile('license-spring')).toString(), 'licenses.csv');
  const system = page.getByLabel('Columns of');
  await expect(system.locator('option:checked')).toHaveText('LicenseSpring');
  await expect(page.getByRole('region', { name: 'Problems of the file' })).toContainText('is stopped there');
  await passes(page, 'a file of another system');
  await system.selectOption({ label: 'Any file' });
  await expect(page.getByRole('alert')).toContainText('Say which column of the file holds Product');
  await page.getByText('Customers', { exact: true }).click();
  const template = await downloaded(page, 'Template');
  await chooseFile(page, template.replaceAll('example.com', `t${Date.now()}.test`), 'template.csv');
  await expect(page.getByText('2 rows, parted by comma')).toBeVisible();
  await page.getByRole('button', { name: 'Check 2 rows' }).click();
  await expect(page.getByRole('button', { name: 'Import 2 rows' })).toBeEnabled();
  await passes(page, 'a dry run on a phone');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
  await leave(page);
});

test('who may not import is told so, and sees no way in the rail', async ({ browser }) => {
  const page = await personAt(browser, 'operator', '/admin/bulk');
  await expect(page.getByRole('note')).toContainText('Your role may not import files');
  await expect(page.getByLabel('Choose a CSV file')).toHaveCount(0);
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Bulk operations' })).toHaveCount(0);
  await leave(page);
});
