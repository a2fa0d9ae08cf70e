import { expect, test, type Page } from '@playwright/test';
import { leave, personAt } from '../support/pages.ts';
import { command, freshLicense } from '../support/stack.ts';

function searchField(page: Page) {
  return page.getByRole('combobox', { name: /^Search by key/ });
}

test('a bookmark brings back filters, days of creation, order and search; clearing shows everything again', async ({
  browser,
}) => {
  const { id, key } = await freshLicense();
  await command(id, { type: 'revoke', publicReason: 'For a test.', note: null });
  const list = `/admin/licenses?q=${key.slice(0, 8)}&status=revoked&product=acme-editor&created=7d&sort=key`;
  const page = await personAt(browser, 'viewer', list);
  const row = page.getByRole('row', { name: new RegExp(`^Select license ${key.slice(0, 8)}`) });
  await expect(row).toContainText('Revoked');
  await expect(searchField(page)).toHaveValue(key.slice(0, 8));
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('Revoked');
  await expect(page.getByRole('combobox', { name: 'Product', exact: true })).toHaveValue('Acme Editor');
  await expect(page.getByRole('combobox', { name: 'Created' })).toHaveValue('Last 7 days');

  // The same days and order without the search, together with a state: the license is still among them.
  await page.goto(`/admin/licenses?status=revoked&created=24h&sort=-limit`);
  await expect(row).toBeVisible();
  await page.goto(`/admin/licenses?status=suspended&created=24h&product=acme-plugin&q=${key.slice(0, 8)}`);
  await page.getByRole('button', { name: 'Show all licenses' }).click();
  await expect(page).toHaveURL(/\/admin\/licenses$/);
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('All Statuses');
  await expect(page.getByRole('combobox', { name: 'Product', exact: true })).toHaveValue('All Products');
  await leave(page);
});

test('the second page has a number and an address; Back and a reload find it again', async ({ browser }) => {
  const page = await personAt(browser, 'viewer', '/admin/licenses?sort=key');
  const first = page.locator('tbody tr').first();
  await expect(page.getByText('Page 1')).toBeVisible();
  const before = await first.innerText();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Page 2')).toBeVisible();
  await expect(first).not.toHaveText(before);
  const second = await first.innerText();
  await page.reload();
  await expect(page.getByText('Page 2')).toBeVisible();
  await expect(first).toContainText(second.slice(0, 8));
  await page.goBack();
  await expect(page.getByText('Page 1')).toBeVisible();
  await expect(first).toContainText(before.slice(0, 8));

  // The other lists speak the same grammar.
  await page.goto('/admin/audit');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=2&after=/);
  await expect(page.getByText(/^51–100/)).toBeVisible();
  await page.getByRole('button', { name: 'Previous' }).click();
  await expect(page.getByText(/^1–50/)).toBeVisible();
  await leave(page);
});

test('columns come and go, and stay as they were left', async ({ browser }) => {
  const page = await personAt(browser, 'viewer', '/admin/licenses');
  const column = (name: string) => page.getByRole('columnheader', { name });
  await expect(column('Customer')).toBeVisible();
  await expect(column('Limit')).toHaveCount(0);
  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  const product = page.getByRole('checkbox', { name: 'Product', exact: true });
  await expect(product).toBeFocused();
  await page.getByRole('checkbox', { name: 'Customer' }).uncheck();
  await page.getByRole('checkbox', { name: 'Limit' }).check();
  await page.keyboard.press('Escape');
  await expect(column('Customer')).toHaveCount(0);
  await expect(column('Limit')).toBeVisible();
  await page.reload();
  await expect(column('License key')).toBeVisible();
  await expect(column('Limit')).toBeVisible();
  await expect(column('Customer')).toHaveCount(0);
  await leave(page);
});

test('while something is typed, keys, customers and products are offered, and the keyboard takes one', async ({
  browser,
}) => {
  const { id, key } = await freshLicense();
  const page = await personAt(browser, 'viewer', '/admin/licenses');
  await page.keyboard.press('/');
  const field = searchField(page);
  const option = (name: string | RegExp) => page.getByRole('option', { name });
  await field.pressSequentially('A');
  await expect(page.getByText('Type at least 2 characters to search')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);

  await field.fill('acme ed');
  await expect(option(/^Acme Editor/)).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(option(/^Acme Editor/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?product=acme-editor$/);
  await expect(field).toHaveValue('');

  await field.fill('customer-a');
  await option(/customer-a@latchkey.test/)
    .last()
    .click();
  await expect(field).toHaveValue('customer-a@latchkey.test');
  await expect(page).toHaveURL(/q=customer-a@latchkey.test|q=customer-a%40latchkey.test/);

  await page.goto('/admin/licenses');
  await field.fill(key);
  await expect(option(new RegExp(`^${key.slice(0, 8)}`))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(field).toHaveAttribute('aria-activedescendant', /license-/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(({ pathname }) => pathname === `/admin/licenses/${id}`);
  await leave(page);
});
