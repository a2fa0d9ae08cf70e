import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { passes, phone, still } from '../support/accessible.ts';
import { customerAt, freshCustomer } from '../support/freshCustomer.ts';
import { choose, leave } from '../support/pages.ts';
import { ask, call, firestore, freshLicense, signIn } from '../support/stack.ts';

const because = { publicReason: 'The last payment did not arrive.', note: 'between us' };

function command(licenseId: string, what: object) {
  return call('commandLicense', { environment: 'production', licenseId, command: what }, 'admin');
}

test('a customer finds all and only their licenses, by search, status and product, and reads one in full', async ({
  browser,
}) => {
  const customer = await freshCustomer({ limit: 2 });
  const { id, key } = customer.license;
  const stopped = await freshLicense({ email: customer.email });
  await ask('activate', { key: stopped.key, identifier: 'HW-STOPPED' });
  await command(stopped.id, { type: 'suspend', ...because });
  await ask('activate', { key, identifier: 'HW-MINE', label: 'My laptop' });
  const page = await customerAt(browser, customer, '/portal/licenses', still);
  const rows = page.locator('tbody tr:not([aria-hidden])');
  await expect(rows).toHaveCount(2);
  await expect(page.getByText('2 licenses')).toBeVisible();
  await expect(rows.filter({ hasText: key.slice(0, 8) })).toContainText('1 of 2 devices');

  await page.getByLabel('Search my licenses').fill(key.slice(0, 8));
  await expect(rows).toHaveCount(1);
  await page.getByLabel('Search my licenses').fill('');
  await choose(page, 'Status', 'Suspended');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(stopped.key.slice(0, 8));
  await expect(page).toHaveURL(/status=suspended/);
  await choose(page, 'Product', 'Acme Editor');
  await expect(rows).toHaveCount(1);
  await choose(page, 'Status', 'Revoked');
  await page.getByRole('button', { name: 'Show all licenses' }).click();
  await expect(rows).toHaveCount(2);
  await page.getByText('What do the states mean?').click();
  await expect(page.getByText('Ended for good by the seller.')).toBeVisible();

  await page
    .getByRole('link', { name: 'Acme Editor' })
    .and(page.locator(`[href*="${id}"]`))
    .click();
  await expect(page.getByText(key)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Copy license key/ })).toBeVisible();
  await expect(page.getByText('1 of 2 devices').first()).toBeVisible();
  for (const fact of ['Expires', 'Environment', 'Created', 'What it includes']) {
    await expect(page.getByText(fact, { exact: true }).first()).toBeVisible();
  }
  await expect(page.getByRole('row', { name: /HW-MINE/ })).toContainText('My laptop');
  await expect(page.getByRole('link', { name: 'All your activations' })).toBeVisible();

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download license file' }).click();
  const file = JSON.parse(readFileSync(await (await saved).path(), 'utf8')) as { payload: string };
  const claims = JSON.parse(Buffer.from(file.payload, 'base64url').toString()) as { sub: string };
  expect(claims.sub).toBe(id);
  await expect(page.getByText('Saved as latchkey-license.json')).toBeVisible();
  await leave(page);
});

test('what is wrong is said in the words of the software: state, limit, device, place, and what to do', async ({
  browser,
}) => {
  const customer = await freshCustomer({ limit: 1 });
  const { id, key } = customer.license;
  await ask('activate', { key, identifier: 'HW-OLD' });
  const page = await customerAt(browser, customer, `/portal/licenses/production/${id}`, still);
  await page.getByRole('link', { name: 'Why does it not work?' }).click();
  await expect(page.getByText('The license is valid.')).toBeVisible();
  const refused = (await ask('activate', { key, identifier: 'HW-NEW' })).body;
  expect(refused.code).toBe('LIMIT_EXCEEDED');
  await expect(page.getByText(refused.reason)).toBeVisible();
  await passes(page, 'why it does not work');

  await page.getByLabel('Name of the device').fill('HW-NEW');
  const unknown = (await ask('validate', { key, identifier: 'HW-NEW' })).body;
  expect(unknown.code).toBe('HARDWARE_MISMATCH');
  await expect(page.getByText(unknown.reason)).toBeVisible();
  await page.getByLabel('Name of the device').fill('shop.example.org');
  await expect(page.getByText('DOMAIN_MISMATCH')).toBeVisible();
  await page.getByLabel('What the software shows').fill('Error 7: LIMIT_EXCEEDED');
  await expect(page.getByText(/^What you can do: Deactivate a/)).toBeVisible();
  await choose(page, 'Where the software runs', 'Staging');
  await expect(page.getByText('ENVIRONMENT_MISMATCH')).toBeVisible();
  await choose(page, 'Where the software runs', 'Production');

  await command(id, { type: 'suspend', ...because });
  const stopped = (await ask('validate', { key, identifier: 'HW-OLD' })).body;
  await page.getByLabel('Name of the device').fill('HW-OLD');
  await expect(page.getByText(stopped.reason)).toBeVisible();
  await expect(page.getByText(because.publicReason)).toBeVisible();
  await expect(page.getByText('Contact the seller to have the suspension lifted.')).toBeVisible();
  await page.goto('/portal/dashboard');
  await page.getByRole('link', { name: 'What can I do?' }).click();
  await expect(page).toHaveURL(new RegExp(`${id}/check`));
  await leave(page);
});

/** Everything that a customer's browser may read of its owner's records, field by field. */
const LICENSE_FIELDS = [
  ...[
    'key',
    'keyHint',
    'keyHash',
    'keyCaseSensitive',
    'status',
    'statusRank',
    'statusChangedAt',
    'publicReason',
  ],
  ...[
    'productId',
    'productName',
    'productStatus',
    'requireIdentifier',
    'offlineAllowed',
    'generatorId',
    'contractId',
  ],
  ...['customerId', 'customerName', 'customerEmail', 'activationLimit', 'limitSort', 'activationCount'],
  ...[
    'deviceEpoch',
    'expiresAt',
    'validity',
    'expirySort',
    'dueAt',
    'graceDays',
    'graceInherited',
    'features',
  ],
  ...[
    'selfDeactivations',
    'renewedFromId',
    'renewedToId',
    'createdAt',
    'updatedAt',
    'assignedAt',
    'activatedAt',
  ],
  ...['revision', 'search'],
];
const DEVICE_FIELDS = [
  ...['licenseId', 'keyHint', 'productId', 'productName', 'customerId', 'customerName', 'customerEmail'],
  ...['identifier', 'identifierType', 'label', 'appVersion', 'status', 'deviceEpoch', 'activatedAt'],
  ...['deactivatedAt', 'lastSeenAt', 'search'],
];

test('the records that a customer can read hold nothing that is meant for the console alone', async () => {
  const { id, key } = await freshLicense({ email: 'customer-b@latchkey.test' });
  await ask('activate', { key, identifier: 'HW-FIELDS' });
  await command(id, { type: 'suspend', publicReason: 'for you', note: 'between us' });
  const claims = JSON.parse(
    Buffer.from((await signIn('customer-b')).split('.')[1] ?? '', 'base64url').toString(),
  ) as { customerId: string };
  const own = {
    fieldFilter: {
      field: { fieldPath: 'customerId' },
      op: 'EQUAL',
      value: { stringValue: claims.customerId },
    },
  };
  for (const environment of ['production', 'staging', 'development']) {
    for (const [collectionId, fields] of [
      ['licenses', LICENSE_FIELDS],
      ['activations', DEVICE_FIELDS],
    ] as const) {
      const query = { structuredQuery: { from: [{ collectionId }], where: own, limit: 100 } };
      const { status, body } = await firestore(`/environments/${environment}:runQuery`, 'customer-b', query);
      expect(status).toBe(200);
      const documents = (body as { document?: { fields: object } }[]).flatMap(
        ({ document }) => document ?? [],
      );
      if (environment === 'production') expect(documents.length).toBeGreaterThan(0);
      const names = new Set(documents.flatMap((document) => Object.keys(document.fields)));
      expect([...names].filter((name) => !fields.includes(name))).toEqual([]);
      expect(JSON.stringify(documents)).not.toContain('between us');
    }
  }
  for (const closed of [
    `licenses/${id}/private/admin`,
    'settings/mail',
    'settings/limits',
    'products/acme-editor',
  ]) {
    expect((await firestore(`/environments/production/${closed}`, 'customer-b')).status).toBe(403);
  }
});

test('nothing keeps anybody out of the portal on a phone, light or dark, and nothing runs over its edge', async ({
  browser,
}) => {
  const customer = await freshCustomer();
  const { id, key } = customer.license;
  await ask('activate', {
    key,
    identifier: 'HW-WITH-A-RATHER-LONG-NAME-0123456789-0123456789',
    label: 'Phone',
  });
  const page = await customerAt(browser, customer, '/portal/dashboard', { ...still, viewport: phone });
  for (const [path, shown] of [
    ['/portal/dashboard', 'Recent activity'],
    ['/portal/licenses', 'What do the states mean?'],
    [`/portal/licenses/production/${id}?welcome`, 'Work without internet'],
    [`/portal/licenses/production/${id}/check`, 'What the software shows'],
    ['/portal/activations', 'Questions about devices'],
    ['/portal/profile', 'this sign-in'],
    ['/portal/settings', 'Notifications by e-mail'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(shown).first()).toBeVisible();
    await passes(page, path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(over, `${path} on a phone`).toBeLessThanOrEqual(0);
  }
  await leave(page);
});
