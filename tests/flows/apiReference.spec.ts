import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { passes, phone, still } from '../support/accessible.ts';
import { leave, personAt } from '../support/pages.ts';
import { URL_OF_APP } from '../support/stack.ts';

test('an operation is found, read, copied and linked to; the document can be had as a file', async ({
  browser,
}) => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await personAt(browser, 'viewer', '/admin/api-reference', { ...still, permissions });
  const search = page.getByRole('textbox', { name: 'Find an operation' });
  await expect(page.getByRole('heading', { name: 'licenses' }).first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText('`');

  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await search.fill('create license');
  await page
    .getByRole('navigation', { name: 'Operations' })
    .getByRole('link', { name: 'Create a license' })
    .click();
  await expect(page).toHaveURL(/#createLicense$/);
  const card = page.locator('#createLicense');
  await expect(card.getByRole('region', { name: 'Call' })).toContainText(`${URL_OF_APP}/v1/manage/licenses`);
  await expect(card.getByRole('region', { name: 'Body', exact: true })).toContainText('generatorId');
  await expect(card.getByRole('region', { name: 'Answer', exact: true })).toContainText('keyHint');
  await expect(card).toContainText('UNAUTHORIZED');
  await expect(card).not.toContainText('`');
  await card.getByRole('button', { name: 'Copy call' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`curl -X POST '${URL_OF_APP}/v1/manage/licenses'`);
  expect(copied).toContain('Bearer $LATCHKEY_API_KEY');
  await passes(page, 'API reference with an operation open');

  await search.fill('no such thing');
  await page.getByRole('button', { name: 'Show all operations' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'OpenAPI document' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('latchkey-openapi.json');
  expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toMatchObject({ openapi: '3.1.0' });
  await leave(page);
});

test('a link to an operation opens it, also on a phone', async ({ browser }) => {
  const page = await personAt(browser, 'operator', '/admin/api-reference#getLicense', {
    ...still,
    viewport: phone,
  });
  const card = page.locator('#getLicense');
  await expect(card.getByRole('region', { name: 'Call' })).toBeVisible();
  await expect(card.locator('summary').first()).toBeInViewport();
  await passes(page, 'API reference on a phone');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
  await page.getByText('Contents', { exact: true }).click();
  await page.getByRole('link', { name: 'List products' }).click();
  await expect(page.locator('#listProducts').getByRole('region', { name: 'Call' })).toBeVisible();
  await leave(page);
});
