import { expect, test } from '@playwright/test';
import { choose, leave, signInAt, visitorAt } from '../support/pages.ts';
import { ask, firestore } from '../support/stack.ts';

test('a license is created, assigned, activated, seen by both sides, revoked, and the next validate says so', async ({
  browser,
}) => {
  // Both come in through the form, as people do.
  const console_ = await visitorAt(browser, '/admin/licenses');
  await signInAt(console_, 'admin');
  const portal = await visitorAt(browser, '/portal/activations');
  await signInAt(portal, 'customer-b');

  // Created in the console, without a customer.
  await console_.getByRole('link', { name: 'Create license' }).click();
  await choose(console_, 'Product', 'Acme Editor');
  await choose(console_, 'Generator', 'Editor, one year');
  await console_.getByRole('button', { name: 'Create license' }).click();
  await expect(console_.getByRole('heading', { level: 1 })).toContainText('Available');
  const id = new URL(console_.url()).pathname.split('/').at(-1) ?? '';
  const { body } = await firestore(`/environments/production/licenses/${id}`, 'admin');
  const key = (body as { fields: { key: { stringValue: string } } }).fields.key.stringValue;
  expect((await ask('activate', { key, identifier: 'HW-STORY' })).body.code).toBe('NOT_ASSIGNED');

  // Assigned to a customer.
  await console_.getByRole('button', { name: /^Actions for license/ }).click();
  await console_.getByRole('menuitem', { name: 'Assign to customer' }).click();
  const dialog = console_.getByRole('dialog');
  await dialog.getByLabel('Customer e-mail').fill('customer-b@latchkey.test');
  await dialog.getByRole('button', { name: 'Assign license' }).click();
  await expect(console_.getByRole('heading', { level: 1 })).toContainText('Assigned');

  // Activated by software, and there it is on both screens that were already open.
  const activated = await ask('activate', { key, identifier: 'HW-STORY', label: 'Story laptop' });
  expect(activated.body.code).toBe('ACTIVATED');
  await expect(console_.getByRole('row', { name: /HW-STORY/ })).toContainText('Active');
  await expect(console_.getByRole('heading', { level: 1 })).toContainText('Active');
  await expect(portal.getByText('HW-STORY')).toBeVisible();
  expect((await ask('validate', { key, identifier: 'HW-STORY' })).body.code).toBe('VALID');

  // Revoked, with a reason; the next validate says so, and so do both screens.
  await console_.getByRole('button', { name: /^Actions for license/ }).click();
  await console_.getByRole('menuitem', { name: 'Revoke' }).click();
  await dialog
    .getByLabel(/reason/i)
    .first()
    .fill('The purchase was refunded.');
  await dialog.getByRole('button', { name: 'Revoke license' }).click();
  await expect(console_.getByRole('heading', { level: 1 })).toContainText('Revoked');
  const after = await ask('validate', { key, identifier: 'HW-STORY' });
  expect(after.body).toMatchObject({ valid: false, code: 'REVOKED', license: { activationCount: 0 } });
  await expect(console_.getByRole('row', { name: /HW-STORY/ })).toContainText('Deactivated');
  await portal.goto(`/portal/licenses/production/${id}`);
  await expect(portal.getByText('The purchase was refunded.')).toBeVisible();
  await leave(portal);
  await leave(console_);
});
