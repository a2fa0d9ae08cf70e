import { expect, test } from '@playwright/test';
import { still } from '../support/accessible.ts';
import { customerAt, freshCustomer } from '../support/freshCustomer.ts';
import { choose, leave } from '../support/pages.ts';
import { ask, call, firestore, freshLicense } from '../support/stack.ts';

test('all devices and domains of all licenses are in one list, found by name and status', async ({
  browser,
}) => {
  const customer = await freshCustomer();
  const second = await freshLicense({ email: customer.email });
  const { key, id } = customer.license;
  await ask('activate', { key, identifier: 'HW-SEEN', label: 'Desk' });
  await ask('validate', { key, identifier: 'HW-SEEN' });
  await ask('activate', { key, identifier: 'shop.example.com', identifierType: 'domain' });
  await ask('activate', { key: second.key, identifier: 'HW-STOPPED' });
  await ask('activate', { key: second.key, identifier: 'HW-LEFT' });
  await ask('deactivate', { key: second.key, identifier: 'HW-LEFT' });
  const stop = { type: 'suspend', publicReason: 'for you', note: 'between us' };
  await call('commandLicense', { environment: 'production', licenseId: second.id, command: stop }, 'admin');

  const page = await customerAt(browser, customer, '/portal/activations', still);
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  await expect(page.getByText('4 devices')).toBeVisible();
  await expect(row('HW-SEEN')).toContainText('Acme Editor');
  await expect(row('HW-SEEN')).toContainText(`${key.slice(0, 8)}…`);
  await expect(row('HW-SEEN')).toContainText('just now');
  await expect(row('HW-SEEN').getByLabel('Hardware ID')).toBeVisible();
  await expect(row('shop.example.com')).toContainText('Never');
  await expect(row('shop.example.com').getByLabel('Domain')).toBeVisible();
  expect(await page.locator('main').innerText()).not.toContain(key);
  for (const [name, open] of [
    ['HW-SEEN', true],
    ['HW-STOPPED', false],
    ['HW-LEFT', false],
  ] as const) {
    await expect(page.getByRole('button', { name: `Deactivate ${name}` })).toBeEnabled({ enabled: open });
  }
  await expect(
    page.getByRole('button', { name: /activate/i }).filter({ hasNotText: 'Deactivate' }),
  ).toHaveCount(0);

  await page.getByLabel('Search my devices').fill('shop');
  await expect(page.getByText('1 of 4 devices')).toBeVisible();
  await page.getByLabel('Search my devices').fill('');
  for (const [status, name] of [
    ['Suspended', 'HW-STOPPED'],
    ['Deactivated', 'HW-LEFT'],
    ['Active', 'HW-SEEN'],
  ] as const) {
    await choose(page, 'Status', status);
    await expect(row(name)).toBeVisible();
  }
  await expect(row('HW-LEFT')).toHaveCount(0);
  await row('HW-SEEN').getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(id));
  await leave(page);
});

test('the limit of what customers take off says when it is possible again, and the server holds to it', async ({
  browser,
}) => {
  // An environment of its own for the setting: production's is that of everybody else.
  const environment = 'development';
  const customer = await freshCustomer();
  const order = {
    environment,
    productId: 'acme-editor',
    generatorId: 'acme-editor-yearly',
    activationLimit: 3,
  };
  const issued = await call(
    'issueLicense',
    { ...order, customer: { email: customer.email, name: null } },
    'admin',
  );
  const licenseId = String(issued.result?.['licenseId']);
  const read = await firestore(`/environments/${environment}/licenses/${licenseId}`, 'admin');
  const key = (read.body as { fields: { key: { stringValue: string } } }).fields.key.stringValue;
  for (const name of ['HW-ONE', 'HW-TWO']) await ask('activate', { key, environment, identifier: name });
  await limitTo(1);

  const page = await customerAt(browser, customer, `/portal/licenses/${environment}/${licenseId}`, still);
  await page.getByRole('button', { name: 'Deactivate HW-ONE' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('stops working on HW-ONE');
  await expect(dialog).toContainText('This is the last one');
  await dialog.getByRole('button', { name: 'Deactivate device' }).click();
  await expect(page.getByRole('row', { name: /HW-ONE/ })).toContainText('Deactivated');
  await expect(page.getByRole('button', { name: 'Deactivate HW-TWO' })).toBeDisabled();
  await expect(page.getByText(/Possible again on/).first()).toBeAttached();
  expect((await ask('validate', { key, environment, identifier: 'HW-TWO' })).body.code).toBe('VALID');
  expect((await ask('activate', { key, environment, identifier: 'HW-THREE' })).body.code).toBe('ACTIVATED');
  await limitTo(null);
  await expect(page.getByRole('button', { name: 'Deactivate HW-TWO' })).toBeEnabled();
  await leave(page);

  async function limitTo(deactivationLimit: number | null): Promise<void> {
    const { body } = await firestore(`/environments/${environment}/settings/portal`, 'owner');
    const fields = (body as { fields?: { revision?: { integerValue?: string } } }).fields;
    const values = { deactivation: true, deactivationLimit, deactivationDays: 30, offlineFiles: true };
    const revision = Number(fields?.revision?.integerValue ?? 0);
    const saved = await call('saveSettings', { environment, section: 'portal', revision, values }, 'owner');
    expect(saved.result).toMatchObject({ ok: true });
  }
});
