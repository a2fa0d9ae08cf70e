import { expect, test } from '@playwright/test';
import { choose, leave, personAt } from '../support/pages.ts';
import { ask, firestore, freshLicense } from '../support/stack.ts';

type Fields = Record<string, { stringValue?: string; integerValue?: string; timestampValue?: string }>;

async function storedLicense(id: string): Promise<Fields> {
  const { body } = await firestore(`/environments/production/licenses/${id}`, 'admin');
  return (body as { fields: Fields }).fields;
}

test('the form says what is missing or wrong, then makes one license exactly as entered', async ({
  browser,
}) => {
  const email = `made-${Date.now()}@example.com`;
  const page = await personAt(browser, 'operator', '/admin/licenses/new');
  const create = page.getByRole('button', { name: 'Create license' });

  await create.click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page).toHaveURL(/\/admin\/licenses\/new/);

  await choose(page, 'Product', 'Acme Editor');
  await choose(page, 'Generator', 'Editor, one year');
  await page.getByRole('combobox', { name: 'Customer e-mail' }).fill(email);
  await page.getByLabel('On a date').check();
  await page.getByLabel('Expiry date').fill('2001-01-01');
  await page.getByLabel('Features').fill('{ "export": true, "seats": 7');
  await expect(page.getByText(/not JSON yet|not complete JSON|JSON/).first()).toBeVisible();
  await create.click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page).toHaveURL(/\/admin\/licenses\/new/);

  await page.getByLabel('Expiry date').fill('2099-12-31');
  await page.getByLabel('Features').fill('{ "export": true, "seats": 7 }');
  await page.getByLabel('Metadata').fill('{ "order": "A-17" }');
  await create.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Assigned');
  await expect(page.getByText('A-17')).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const stored = await storedLicense(id);
  expect(stored['customerEmail']?.stringValue).toBe(email);
  expect(stored['expiresAt']?.timestampValue).toMatch(/^(2099-12-31|2100-01-01)T/);
  const answer = await ask('validate', { key: stored['key']?.stringValue, features: ['export', 'seats'] });
  expect(answer.body).toMatchObject({ code: 'VALID', license: { features: { export: true, seats: 7 } } });
  await leave(page);
});

test('a replacement comes out of the pool: found by its state and product, assigned from its row', async ({
  browser,
}) => {
  const { key } = await freshLicense({ email: null });
  const hint = key.slice(0, 8);
  const page = await personAt(
    browser,
    'operator',
    `/admin/licenses?status=available&product=acme-editor&q=${hint}`,
  );
  await page.getByRole('button', { name: `Actions for license ${hint}` }).click();
  await page.getByRole('menuitem', { name: 'Assign to customer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Customer e-mail').fill('customer-b@latchkey.test');
  await dialog.getByRole('button', { name: 'Assign license' }).click();
  await expect(page.getByText('No license matches')).toBeVisible();
  expect((await ask('validate', { key })).body.code).toBe('VALID');
  await leave(page);
});

test("Ctrl/Cmd+F stays the browser's own search, and / reaches ours", async ({ browser }) => {
  const page = await personAt(browser, 'viewer', '/admin/licenses');
  await expect(page.locator('tbody tr:not([aria-hidden])').first()).toBeVisible();
  const taken = await page.evaluate(() =>
    ['f', 'k'].map((key) => {
      const press = new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true });
      document.body.dispatchEvent(press);
      return press.defaultPrevented;
    }),
  );
  expect(taken).toEqual([false, true]);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('/');
  await expect(
    page
      .getByRole('searchbox')
      .or(page.getByRole('combobox', { name: /search/i }))
      .first(),
  ).toBeFocused();
  await leave(page);
});
