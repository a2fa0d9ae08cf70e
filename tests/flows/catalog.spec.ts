import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { closed, passes, phone, rowsShown, still } from '../support/accessible.ts';
import { FRESH_PRODUCT } from '../support/freshFacts.ts';
import { choose, leave, personAt } from '../support/pages.ts';
import { call, freshLicense } from '../support/stack.ts';

test.describe.configure({ mode: 'parallel' });

/** A product of its own for a test. */
async function freshProduct() {
  const suffix = randomUUID().slice(0, 8);
  const product = { id: `shop-${suffix}`, name: `Shop ${suffix}` };
  const request = {
    environment: 'production',
    productId: product.id,
    facts: { ...FRESH_PRODUCT, name: product.name },
  };
  const { result } = await call('createProduct', request, 'admin');
  if (result?.['ok'] !== true) throw new Error(JSON.stringify(result));
  return product;
}

/** A product with a generator of UUIDs. */
async function freshGenerator() {
  const product = await freshProduct();
  const name = `Plan of ${product.name}`;
  const facts = {
    name,
    description: '',
    format: { type: 'uuid' },
    activationLimit: 3,
    validity: null,
    features: {},
    metadata: {},
  };
  const request = { environment: 'production', productId: product.id, facts };
  const { result } = await call('createGenerator', request, 'admin');
  const generatorId = result?.['generatorId'];
  if (typeof generatorId !== 'string') throw new Error(JSON.stringify(result));
  return { product, generator: { id: generatorId, name } };
}

function count(page: Page, state: string) {
  return page.getByRole('listitem').filter({ hasText: new RegExp(`^${state}`) });
}

test('a product with features, a generator for it and ten licenses, made in the console from nothing', async ({
  browser,
}) => {
  const suffix = randomUUID().slice(0, 8);
  const page = await personAt(browser, 'admin', '/admin/products');
  await page.getByRole('link', { name: 'Create product' }).click();
  await page.getByLabel('Name', { exact: true }).fill(`Mixer ${suffix}`);
  await expect(page.getByLabel('Product id')).toHaveValue(`mixer-${suffix}`);
  await page.getByRole('button', { name: 'Add a feature' }).click();
  await page.getByLabel('Name of feature 1').fill('tracks');
  await choose(page, 'Type of feature 1', 'Number');
  await page.getByLabel('Default of feature 1').fill('many');
  await page.getByRole('button', { name: 'Create product' }).click();
  await expect(page.getByText('The default is a number.')).toBeVisible();
  await page.getByLabel('Default of feature 1').fill('8');
  await page.getByRole('button', { name: 'Create product' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Mixer ${suffix}`);
  await expect(page.getByRole('cell', { name: 'tracks' }).first()).toBeVisible();

  await page.getByRole('link', { name: 'Create generator' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Yearly');
  const sample = page.getByLabel('Sample key');
  await expect(sample).toHaveText(/^([A-HJKMNP-Z2-9]{5}-){4}[A-HJKMNP-Z2-9]{5}$/);
  await page.getByLabel('Chunks', { exact: true }).fill('2');
  await expect(page.getByText('Too weak, 49 bits')).toBeVisible();
  await page.getByRole('button', { name: 'Create generator' }).click();
  await expect(page.getByText(/at least 60 are needed/)).toBeVisible();
  await page.getByLabel('Chunks', { exact: true }).fill('5');
  await expect(page.getByText('Strong, 123 bits')).toBeVisible();
  await page.getByRole('button', { name: 'Create generator' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Yearly');

  await page.getByRole('button', { name: 'Generate licenses' }).click();
  await page.getByRole('dialog').getByLabel('How many').fill('10');
  await page.getByRole('dialog').getByRole('button', { name: 'Generate' }).click();
  await expect(count(page, 'Available')).toContainText('10');
  await page.getByRole('button', { name: 'Show them' }).click();
  await expect(page).toHaveURL(new RegExp(`product=mixer-${suffix}`));
  await expect(page.getByText('1–10 of 10 licenses')).toBeVisible();
  await leave(page);
});

test('more than a hundred licenses are made in the background, by an operator, in sight on every page', async ({
  browser,
}) => {
  const { generator } = await freshGenerator();
  const page = await personAt(browser, 'operator', `/admin/generators/${generator.id}`);
  await expect(page.getByRole('button', { name: 'Edit' })).toBeDisabled();
  await page.getByRole('button', { name: 'Generate licenses' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How many').fill('150');
  await expect(dialog.getByText(/made by a background job/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Generate' }).click();
  const tray = page.getByRole('status', { name: /^Generate 150 licenses/ });
  await expect(tray).toContainText('150 done', { timeout: 60_000 });
  await page.reload();
  await expect(count(page, 'Available')).toContainText('150');
  await leave(page);
});

test('a renamed product is renamed in its licenses, and its page tells who did it', async ({ browser }) => {
  const { product, generator } = await freshGenerator();
  const { id } = await freshLicense({ product: { id: product.id, generatorId: generator.id } });
  const page = await personAt(browser, 'admin', `/admin/products/${product.id}/edit`);
  await page.getByLabel('Name', { exact: true }).fill(`${product.name} renamed`);
  await expect(page.getByText('Changes: name')).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${product.name} renamed`);
  await expect(page.getByText('Product edited')).toBeVisible();
  await page.goto(`/admin/licenses/${id}`);
  await expect(page.getByText(`${product.name} renamed`).first()).toBeVisible({ timeout: 60_000 });
  await leave(page);
});

test('the kill switch counts what it ends, wants the id typed, and ends it', async ({ browser }) => {
  const { product, generator } = await freshGenerator();
  const source = { id: product.id, generatorId: generator.id };
  await freshLicense({ product: source });
  await freshLicense({ product: source, email: null });
  const page = await personAt(browser, 'owner', `/admin/products/${product.id}`);
  await expect(count(page, 'All')).toContainText('2');
  await page.getByRole('button', { name: 'Kill switch' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 license with a customer is revoked, 1 available is deleted.');
  await dialog.getByLabel('Reason').fill('Withdrawn from the market');
  const verb = dialog.getByRole('button', { name: 'Revoke and delete licenses' });
  await expect(verb).toBeDisabled();
  await dialog.getByLabel(`Type ${product.id} to confirm`).fill(product.id);
  await verb.click();
  await page.getByRole('button', { name: 'Open the job' }).click();
  await expect(page.getByText('2 of 2 rows')).toBeVisible({ timeout: 60_000 });
  await page.goto(`/admin/products/${product.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Inactive');
  await expect(count(page, 'Revoked')).toContainText('1');
  await expect(count(page, 'Available')).toContainText('0');
  await leave(page);
});

test('an archived product leaves the list and is found again; a viewer sees why the rest is closed', async ({
  browser,
}) => {
  const product = await freshProduct();
  const page = await personAt(browser, 'admin', `/admin/products?q=${product.id}`);
  await page.getByRole('button', { name: `Actions for product ${product.name}` }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive product' }).click();
  await expect(page.getByText('No product matches')).toBeVisible();
  await choose(page, 'Status', 'Archived');
  await page.getByRole('row', { name: new RegExp(product.name) }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Archived');
  await leave(page);

  const viewer = await personAt(browser, 'viewer', `/admin/products/${product.id}`);
  await expect(viewer.getByText('Your role does not allow this.').first()).toBeVisible();
  for (const name of ['Kill switch', 'Delete', 'Take out of the archive']) {
    await expect(viewer.getByRole('button', { name })).toBeDisabled();
  }
  await viewer.goto('/admin/generators/new');
  await expect(viewer.getByText(/Your role may look at generators/)).toBeVisible();
  await leave(viewer);
});

test('nothing keeps anybody out of products and generators, light or dark', async ({ browser }) => {
  const page = await personAt(browser, 'admin', '/admin/products', still);
  await rowsShown(page);
  await passes(page, 'products');
  await page.goto('/admin/products/acme-editor');
  await expect(count(page, 'Active')).toContainText(/[0-9]/);
  await passes(page, 'product');
  await page.getByRole('button', { name: 'Kill switch' }).click();
  await passes(page, 'kill switch');
  await closed(page);
  await page.goto('/admin/products/acme-editor/edit');
  await expect(page.getByLabel('Name of feature 1')).toBeVisible();
  await passes(page, 'form of a product');
  await page.goto('/admin/generators');
  await rowsShown(page);
  await page
    .getByRole('button', { name: /^Actions for generator/ })
    .first()
    .click();
  await passes(page, 'generators with a menu');
  await closed(page);
  await page.goto('/admin/generators/acme-editor-trial');
  await expect(count(page, 'Active')).toContainText(/[0-9]/);
  await page.getByRole('button', { name: 'Generate licenses' }).click();
  await passes(page, 'generating');
  await closed(page);
  await page.setViewportSize(phone);
  await page.goto('/admin/generators/new');
  await page.getByRole('button', { name: 'Create generator' }).click();
  await expect(page.getByText('Choose a product.')).toBeVisible();
  await passes(page, 'form of a generator on a phone');
  await leave(page);
});
