import { expect, test } from '@playwright/test';
import { leave, personAt } from '../support/pages.ts';
import { ask, command, freshLicense, issueIn } from '../support/stack.ts';

test('choosing a customer in the form assigns an available license, together with the other fields', async ({
  browser,
}) => {
  const { id, key } = await freshLicense({ email: null });
  expect((await ask('validate', { key })).body.code).toBe('NOT_ASSIGNED');
  const page = await personAt(browser, 'operator', `/admin/licenses/${id}/edit`);
  const customer = page.getByRole('combobox', { name: 'Customer e-mail' });
  await customer.pressSequentially('customer-b@la');
  await page.getByRole('option', { name: /customer-b@latchkey.test/ }).click();
  await expect(page.getByText('Saving assigns the license')).toBeVisible();
  await page.getByLabel('Grace days').fill('5');
  await expect(page.getByText('Changes: customer, grace')).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Assigned');
  await expect(page.getByText('customer-b@latchkey.test')).toBeVisible();
  expect((await ask('validate', { key })).body.code).toBe('VALID');
  await leave(page);
});

test('another customer is a transfer: the form says which devices stop, asks, and does it in one save', async ({
  browser,
}) => {
  const { id, key } = await freshLicense();
  await ask('activate', { key, identifier: 'HW-OLD-OWNER' });
  const page = await personAt(browser, 'operator', `/admin/licenses/${id}/edit`);
  const customer = page.getByRole('combobox', { name: 'Customer e-mail' });
  await expect(customer).toHaveValue('customer-a@latchkey.test');
  await customer.fill('somebody.new@example.com');
  await expect(page.getByText('Saving transfers the license. 1 device is deactivated.')).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('to somebody.new@example.com');
  await dialog.getByRole('button', { name: 'Save and transfer' }).click();
  await expect(page.getByText('0 of 3 devices in use').first()).toBeVisible();
  await expect(page.getByText('somebody.new@example.com').first()).toBeVisible();
  expect((await ask('validate', { key, identifier: 'HW-OLD-OWNER' })).body.code).toBe('DEVICE_DEACTIVATED');
  await leave(page);
});

test('a closed field and a closed form say why, and a link leads into its environment', async ({
  browser,
}) => {
  const suspended = await freshLicense();
  await ask('activate', { key: suspended.key, identifier: 'HW-1' });
  await command(suspended.id, { type: 'suspend', publicReason: 'Payment failed', note: null });
  const page = await personAt(browser, 'operator', `/admin/licenses/${suspended.id}/edit`);
  await expect(page.getByText(/It cannot change hands now\. The license is suspended/)).toBeVisible();
  await page.getByLabel('Features').fill('{ "export": tru');
  await expect(page.getByText(/not JSON yet|not complete JSON/)).toBeVisible();
  await command(suspended.id, { type: 'revoke', publicReason: 'Refunded', note: null });
  await expect(page.getByRole('note')).toContainText('revoked');

  // A link names its environment; one that does not is looked for in the others.
  const { id } = await issueIn('staging');
  await page.goto(`/admin/licenses/${id}?env=staging`);
  await expect(page.getByText('Switched to staging, where this link leads')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Environment: staging' })).toBeVisible();
  await page.goto(`/admin/licenses/${id}?env=production`);
  await page.getByRole('button', { name: 'Open it in staging' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Assigned');
  await expect(page).toHaveURL(/env=staging/);
  await leave(page);
});
