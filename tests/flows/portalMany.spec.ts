import { expect, test, type Page } from '@playwright/test';
import { passes, phone, still } from '../support/accessible.ts';
import { customerAt, customerWithNothing, freshCustomer } from '../support/freshCustomer.ts';
import { moreOfTheSame } from '../support/manyLicenses.ts';
import { choose, leave } from '../support/pages.ts';

const figure = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name }).first();
const rows = (page: Page) => page.locator('tbody tr:not([aria-hidden])');

test('an account without any license says so on every page, and what happens next', async ({ browser }) => {
  const page = await customerAt(browser, await customerWithNothing(), '/portal/dashboard', {
    ...still,
    viewport: phone,
  });
  await expect(page.getByText('You have no licenses yet')).toBeVisible();
  for (const name of ['Licenses', 'Active', 'Devices in use', 'Expiring within 30 days']) {
    await expect(figure(page, name)).toContainText('0');
  }
  await passes(page, 'dashboard without licenses');
  for (const [path, said] of [
    ['licenses', 'You have no licenses yet'],
    ['activations', 'No devices yet'],
    ['downloads', 'Nothing to download yet'],
  ] as const) {
    await page.goto(`/portal/${path}`);
    await expect(page.getByText(said)).toBeVisible();
  }
  await leave(page);
});

test('an account with 500 licenses: right totals, counts, parts, search, filters and devices', async ({
  browser,
}) => {
  const customer = await freshCustomer();
  await moreOfTheSame(customer.license.id, 499);
  const page = await customerAt(browser, customer, '/portal/dashboard', still);
  await expect(figure(page, 'Licenses')).toContainText(/^Licenses\s*500$/);
  // Every third of the 499 is on one device, and one of these is suspended.
  await expect(figure(page, 'Devices in use')).toContainText('166');
  await expect(figure(page, 'Active')).toContainText('165');
  await expect(page.getByText('1 more does not work now')).toBeVisible();

  await page.getByRole('link', { name: '1 more does not work now' }).click();
  await expect(page.getByText('4 of 500 licenses')).toBeVisible();
  await page.goto('/portal/licenses');
  await expect(page.getByText('50 of 500 licenses')).toBeVisible();
  await expect(rows(page)).toHaveCount(50);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(rows(page)).toHaveCount(100);
  await choose(page, 'Product', 'Acme Plugin');
  await expect(page.getByText('50 of 100 shown, out of 500 licenses')).toBeVisible();
  await page.getByLabel('Search my licenses').fill('many 0499');
  await expect(page.getByText('1 of 500 licenses')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);

  await page.goto('/portal/activations');
  await expect(page.getByText('50 of 166 devices')).toBeVisible();
  await page.getByLabel('Search my devices').fill('hw-many-498');
  await expect(page.getByText('1 of 166 devices')).toBeVisible();
  await expect(rows(page)).toContainText('Acme Plugin');
  await leave(page);
});
