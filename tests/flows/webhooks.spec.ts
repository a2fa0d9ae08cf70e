import { expect, test } from '@playwright/test';
import { passes, rowsShown, still } from '../support/accessible.ts';
import { leave, personAt } from '../support/pages.ts';
import { freshLicense, URL_OF_APP } from '../support/stack.ts';

/** The demo receiver of the stack: its ports move together. */
const RECEIVER =
  process.env['LATCHKEY_WEBHOOK_RECEIVER'] ?? `http://127.0.0.1:${Number(new URL(URL_OF_APP).port) - 3910}`;

interface Received {
  readonly path: string;
  readonly id: string;
  readonly type: string;
}

async function receivedAt(path: string): Promise<readonly Received[]> {
  const all = (await (await fetch(`${RECEIVER}/received.json`)).json()) as Received[];
  return all.filter((one) => one.path === path);
}

test('an endpoint is made, tried, told of a new license, and its delivery looked at and replayed', async ({
  browser,
}) => {
  const name = `Receiver ${crypto.randomUUID().slice(0, 8)}`;
  const path = `/${crypto.randomUUID()}`;
  const page = await personAt(browser, 'admin', '/admin/webhooks/new', still);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Address').fill('https://10.0.0.1/hooks');
  await page.getByRole('button', { name: 'Create endpoint' }).click();
  await expect(page.getByText('Addresses inside a private network are never called.')).toBeVisible();
  await page.getByLabel('Address').fill(RECEIVER + path);
  await page.getByLabel('Only these').check();
  await page.getByLabel('license.created').check();
  await passes(page, 'endpoint form');
  await page.getByRole('button', { name: 'Create endpoint' }).click();
  const secret = page.getByText(/^whsec_[A-Za-z0-9+/]{43}=$/);
  await expect(secret).toBeVisible();
  await page.getByRole('link', { name: 'I have it, open the endpoint' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(secret).toHaveCount(0);

  await page.getByRole('button', { name: 'Send a test' }).click();
  await expect(page.getByText('Answer 200')).toBeVisible({ timeout: 30_000 });
  // Licenses that others make meanwhile are told as well.
  const tests = (await receivedAt(path)).filter(({ type }) => type === 'webhook.test');
  expect(tests).toHaveLength(1);

  await freshLicense();
  const ofLicense = async () => (await receivedAt(path)).filter(({ type }) => type === 'license.created');
  await expect.poll(async () => (await ofLicense()).length, { timeout: 90_000 }).toBeGreaterThan(0);
  await passes(page, 'endpoint');
  await page.getByRole('link', { name: 'license.created' }).first().click();
  await expect(page.getByText('Attempt 1')).toBeVisible();
  await passes(page, 'delivery');
  await page.getByRole('button', { name: 'Replay' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Replay' }).click();
  await expect(page.getByText('Attempt 2')).toBeVisible({ timeout: 60_000 });
  // The same message once more: a receiver that minds the id does nothing twice.
  expect(new Set((await ofLicense()).map(({ id }) => id)).size).toBeLessThan((await ofLicense()).length);

  await page.goto('/admin/webhooks/deliveries');
  await rowsShown(page);
  await passes(page, 'delivery log');
  await leave(page);
});

test('a viewer sees endpoints and deliveries, and why they change nothing', async ({ browser }) => {
  const page = await personAt(browser, 'viewer', '/admin/webhooks', still);
  await rowsShown(page);
  await passes(page, 'list of endpoints');
  await expect(page.getByRole('button', { name: 'Create endpoint' })).toBeDisabled();
  await page.getByRole('row', { name: /Demo receiver/ }).click();
  await expect(page.getByRole('button', { name: 'Send a test' })).toBeDisabled();
  await expect(page.getByText('Your role may look at endpoints, not change them').first()).toBeVisible();
  await leave(page);
});
