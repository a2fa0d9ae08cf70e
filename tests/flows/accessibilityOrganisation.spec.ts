import { expect, test, type Page } from '@playwright/test';
import { passes, phone, closed, rowsShown, still } from '../support/accessible.ts';
import { freshAdmin } from '../support/freshAdmin.ts';
import { leave, personAt } from '../support/pages.ts';

test.describe.configure({ mode: 'parallel' });

const WIDE = { width: 1280, height: 800 };

/** Nothing in the way of anybody, light and dark, wide and on a phone; and nothing to be scrolled sideways. */
async function everywhere(page: Page, what: string): Promise<void> {
  await page.setViewportSize(WIDE);
  await fits(page, what);
  await passes(page, what);
  await page.setViewportSize(phone);
  await fits(page, `${what} on a phone`);
  await passes(page, `${what} on a phone`);
  await page.setViewportSize(WIDE);
}

async function fits(page: Page, what: string): Promise<void> {
  const beyond = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(beyond, what).toBe(0);
}

test('nothing keeps anybody out of the admins and the own profile, light or dark', async ({ browser }) => {
  const staff = await freshAdmin('operator');
  const page = await personAt(browser, 'owner', '/admin/admins', still);
  await rowsShown(page);
  await everywhere(page, 'list of admins');

  await page.goto('/admin/admins/new');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByText('Enter the e-mail address of the person.')).toBeVisible();
  await everywhere(page, 'invitation with an error');

  await page.goto(`/admin/admins/${staff.uid}`);
  await expect(page.getByRole('heading', { level: 1, name: staff.name })).toBeVisible();
  await expect(page.getByText('Invited to the console')).toBeVisible();
  await everywhere(page, 'admin');

  await page.goto('/admin/profile');
  await expect(page.getByLabel('Current password')).toBeVisible();
  await everywhere(page, 'own profile');
  await leave(page);
});

test('nothing keeps anybody out of the contracts and their dialogs, light or dark', async ({ browser }) => {
  const page = await personAt(browser, 'admin', '/admin/contracts', still);
  await rowsShown(page);
  await everywhere(page, 'list of contracts');

  await page.goto('/admin/contracts/new');
  await page.getByLabel('Features').fill('{');
  await page.getByRole('button', { name: 'Create contract' }).click();
  await expect(page.getByText('Choose a product.')).toBeVisible();
  await everywhere(page, 'contract form with errors');

  await page.goto('/admin/contracts?q=Northwind');
  await page.getByRole('row', { name: /Northwind resale/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Northwind resale' })).toBeVisible();
  await expect(page.getByRole('list').filter({ has: page.getByRole('link', { name: '…' }) })).toBeVisible();
  await everywhere(page, 'contract');

  await page.getByRole('button', { name: 'Issue licenses' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How many').fill('0');
  await dialog.getByRole('button', { name: 'Issue licenses' }).click();
  await expect(dialog.getByText(/^Enter a whole number from 1 to/)).toBeVisible();
  await everywhere(page, 'issue dialog with an error');
  await closed(page);
  await leave(page);
});
