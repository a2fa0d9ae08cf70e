import { expect, test } from '@playwright/test';
import { passes, still } from '../support/accessible.ts';
import { leave, personAt } from '../support/pages.ts';
import { ask, command, freshLicense } from '../support/stack.ts';

test('"the program says LIMIT_EXCEEDED": the license says why, which rule decides, and raising the limit helps at once', async ({
  browser,
}) => {
  const { id, key } = await freshLicense({ limit: 1 });
  await ask('activate', { key, identifier: 'HW-FIRST', appVersion: '2.4.1' });
  const heard = await ask('activate', { key, identifier: 'HW-SECOND' });
  const page = await personAt(browser, 'operator', `/admin/licenses/${id}`, still);
  const panel = page.locator('#diagnosis');
  await expect(panel).toContainText('The license is valid.');

  await panel.getByText('Ask as the software does').click();
  await panel.getByLabel('The program says').fill(`${heard.body.code}: ${heard.body.reason}`);
  await expect(panel).toContainText('LIMIT_EXCEEDED is what it hears now.');
  await panel.getByLabel('Device identifier').fill('HW-SECOND');
  await expect(panel.getByText('HARDWARE_MISMATCH', { exact: true }).first()).toBeVisible();
  await panel.getByText('Every rule, in order').click();
  await expect(panel.locator('[aria-current=step]')).toContainText('HARDWARE_MISMATCH');
  await passes(page, 'diagnosis', 'main');

  await panel.getByRole('button', { name: 'Raise the limit' }).click();
  await page.getByLabel('Activation limit').fill('2');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Active');
  expect((await ask('activate', { key, identifier: 'HW-SECOND' })).body.code).toBe('ACTIVATED');
  await leave(page);
});

test('what software hears follows the license live, per device too, and its states are told one by one', async ({
  browser,
}) => {
  const { id, key } = await freshLicense();
  await ask('activate', { key, identifier: 'HW-STAYS', appVersion: '2.4.1' });
  await ask('activate', { key, identifier: 'HW-LEFT' });
  await ask('deactivate', { key, identifier: 'HW-LEFT' });
  const page = await personAt(browser, 'operator', `/admin/licenses/${id}`);
  const devices = page.getByRole('region', { name: 'Devices of this license' });
  await expect(devices.getByRole('row', { name: /HW-STAYS/ })).toContainText('2.4.1');
  await expect(devices.getByRole('row', { name: /HW-STAYS/ })).toContainText('VALID');
  await devices.getByRole('button', { name: /Why HW-LEFT/ }).click();
  await expect(page.locator('#diagnosis')).toContainText('DEVICE_DEACTIVATED');

  await command(id, { type: 'suspend', publicReason: 'Payment failed', note: null });
  await expect(devices.getByRole('row', { name: /HW-STAYS/ })).toContainText('SUSPENDED');
  const states = page.getByRole('list', { name: 'States, newest first' }).getByRole('listitem');
  await expect(states.first()).toContainText('Suspended');
  await expect(states.first()).toContainText('Payment failed');
  await expect(states.first()).toContainText('Alex Admin');
  for (const [index, word] of ['Suspended', 'Active', 'Assigned', 'Available'].entries())
    await expect(states.nth(index)).toContainText(word);

  // The event itself, from what to what.
  await page.getByRole('button', { name: 'Suspended', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('row', { name: /Status/ })).toContainText('active');
  await page.keyboard.press('Escape');
  await page.locator('#diagnosis').getByRole('button', { name: 'Lift suspension' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lift suspension' }).click();
  await expect(devices.getByRole('row', { name: /HW-STAYS/ })).toContainText('VALID');
  await leave(page);
});

test('a long history comes page by page, to its very beginning', async ({ browser }) => {
  const { id, key } = await freshLicense();
  for (let round = 0; round < 16; round++) {
    await ask('activate', { key, identifier: 'HW-OFTEN' });
    await ask('deactivate', { key, identifier: 'HW-OFTEN' });
  }
  const page = await personAt(browser, 'viewer', `/admin/licenses/${id}`);
  await expect(page.getByRole('button', { name: 'Device activated' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'License created' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Older' }).click();
  await expect(page.getByRole('button', { name: 'License created' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Device activated' })).toHaveCount(16);
  await expect(page.getByText('That is all, back to its beginning.')).toBeVisible();
  await leave(page);
});
