import { expect, test, type Page } from '@playwright/test';
import { closed, passes, rowsShown, still } from '../support/accessible.ts';
import { leave, personAt } from '../support/pages.ts';
import { URL_OF_APP } from '../support/stack.ts';

const WHOLE_KEY = /^lkm_production_[A-Za-z0-9]{40}$/;

interface Answer {
  readonly code?: string;
  readonly items?: readonly { readonly product: { readonly id: string } }[];
}

/** What the API answers to a program that has the key. */
async function ask(key: string, path: string): Promise<{ status: number; answer: Answer }> {
  const headers = { Authorization: `Bearer ${key}` };
  const response = await fetch(`${URL_OF_APP}/v1/manage/${path}`, { headers });
  return { status: response.status, answer: (await response.json()) as Answer };
}

const statusOf = async (key: string): Promise<number> => (await ask(key, 'licenses?limit=1')).status;

/** The key in the one moment in which it is shown; it is gone from the page afterwards. */
async function taken(page: Page): Promise<string> {
  const shown = page.getByText(WHOLE_KEY);
  const key = (await shown.innerText()).trim();
  await page.getByRole('button', { name: 'I have it' }).click();
  await expect(shown).toHaveCount(0);
  return key;
}

async function act(page: Page, name: string, action: string): Promise<void> {
  await page
    .getByRole('button', { name: `Actions for API key ${name}` })
    .first()
    .click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

test('a key is made within limits, shown once, used by a program, renewed with an overlap, and revoked at once', async ({
  browser,
}) => {
  const name = `Shop ${crypto.randomUUID().slice(0, 8)}`;
  const page = await personAt(browser, 'admin', '/admin/api-keys/new', still);
  const make = page.getByRole('button', { name: 'Make key' });

  // What an admin may not do themselves, they cannot give away; what is wrong is said beside its field.
  await expect(page.getByLabel('Change the settings')).toBeDisabled();
  await page.getByLabel('Addresses').fill('here');
  await page.getByLabel('Requests a minute').fill('0');
  await make.click();
  await expect(page.getByText('Enter a name of 3 characters and more.')).toBeVisible();
  await expect(page.getByText('Each is like 203.0.113.7')).toBeVisible();
  await expect(page.getByText('Enter a whole number from 1 to')).toBeVisible();
  await passes(page, 'API key form with errors');

  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Create and change licenses').check();
  await page.getByRole('combobox', { name: 'Products' }).press('ArrowDown');
  await page.getByRole('option', { name: 'Acme Editor' }).click();
  await page.keyboard.press('Escape');
  await page.getByLabel('Addresses').fill('203.0.113.0/24\n2001:db8::/48');
  await page.getByLabel('Requests a minute').fill('600');
  await page.getByLabel('Last day').fill('2099-12-31');
  await make.click();
  await expect(page.getByText(WHOLE_KEY)).toBeVisible();
  await passes(page, 'fresh API key');
  const first = await taken(page);

  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toContainText('Active');
  await expect(page.getByText(first)).toHaveCount(0);

  // Nobody calls from a network of documentation; without the list it works, as far as the products reach.
  expect(await ask(first, 'licenses?limit=1')).toMatchObject({
    status: 403,
    answer: { code: 'ADDRESS_NOT_ALLOWED' },
  });
  await act(page, name, 'Edit');
  await expect(page.getByLabel('Addresses')).toHaveValue('203.0.113.0/24\n2001:db8::/48');
  await page.getByLabel('Addresses').fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(row).toContainText('Active');
  const { status, answer } = await ask(first, 'licenses?limit=100');
  expect(status).toBe(200);
  expect(new Set(answer.items?.map(({ product }) => product.id))).toEqual(new Set(['acme-editor']));
  for (const other of ['customers?limit=1', 'audit?limit=1']) {
    expect(await ask(first, other)).toMatchObject({ status: 403, answer: { code: 'OUT_OF_SCOPE' } });
  }

  await act(page, name, 'Renew');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Renew key' }).click();
  const second = await taken(page);
  expect(second).not.toBe(first);
  expect(await statusOf(second)).toBe(200);
  expect(await statusOf(first)).toBe(200);

  await act(page, name, 'Revoke');
  await expect(dialog).toContainText('shut out with their next request');
  await passes(page, 'question before a key is revoked');
  await dialog.getByRole('button', { name: 'Revoke key' }).click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('Revoked');
  for (const key of [first, second]) expect(await statusOf(key)).toBe(401);
  await leave(page);
});

test('who may not make keys sees them, and why nothing can be done with them', async ({ browser }) => {
  const page = await personAt(browser, 'viewer', '/admin/api-keys', still);
  await rowsShown(page);
  await expect(page.getByRole('button', { name: 'Make a key' })).toBeDisabled();
  await expect(page.getByText('Your role may look at API keys but not make them')).toBeAttached();
  await page
    .getByRole('button', { name: /^Actions for API key/ })
    .first()
    .click();
  const menu = page.getByRole('menu');
  await expect(menu).toContainText('Your role may look at API keys but not change them');
  await closed(page);
  // What a key may do is for everybody who sees it.
  await page.getByRole('row', { name: /Demo program/ }).click();
  const panel = page.getByRole('dialog', { name: 'Demo program' });
  await expect(panel).toContainText('Create and change licenses');
  await expect(panel).toContainText('From anywhere');
  await passes(page, 'API key');
  await closed(page);
  await page.goto('/admin/api-keys/new');
  await expect(page.getByRole('note')).toContainText('Only owners and admins make and change API keys.');
  await expect(page.getByLabel('Name')).toHaveCount(0);
  await leave(page);
});
