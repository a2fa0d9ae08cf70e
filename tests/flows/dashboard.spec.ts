import { expect, test, type Locator, type Page } from '@playwright/test';
import { passes, still } from '../support/accessible.ts';
import { leave, personAt } from '../support/pages.ts';
import { ask, freshLicense } from '../support/stack.ts';

function card(page: Page, title: string): Locator {
  return page.locator('section').filter({ has: page.getByRole('heading', { name: title }) });
}

/** Every part of the page has its figures. */
async function counted(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  await expect(page.getByText(/^Counted/)).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

test('the console opens on its dashboard: figures, charts, and what needs a look', async ({ browser }) => {
  const page = await personAt(browser, 'viewer', '/admin');
  await expect(page).toHaveURL((url) => url.pathname === '/admin/dashboard');
  await counted(page);
  await expect(page.getByText('Active licenses', { exact: true }).locator('..')).toContainText(
    /than|as many/i,
  );

  const chart = page.getByRole('img', { name: /^[\d,]+ validations in 30 days/ });
  await expect(chart).toBeVisible();
  await page.getByRole('button', { name: '24 hours' }).click();
  await expect(page.getByRole('img', { name: /^[\d,]+ validations in 24 hours/ })).toBeVisible();
  const table = page.getByRole('region', { name: /validations in 24 hours.*as a table/ });
  await page.getByText('As a table').first().click();
  await expect(table.getByRole('row')).toHaveCount(25);

  // Figures lead to the list that they count.
  const active = card(page, 'Licenses by state').getByRole('link', { name: /^Active/ });
  await expect(active).toContainText(/\d/);
  await active.click();
  await expect(page).toHaveURL(/\/admin\/licenses\?.*status=active/);
  await expect(page.getByText(/of [\d,]+ licenses?$/)).toBeVisible();
  await leave(page);
});

test('what happens appears on the dashboard by itself, and another environment has figures of its own', async ({
  browser,
}) => {
  const page = await personAt(browser, 'operator', '/admin');
  await counted(page);
  const { key } = await freshLicense();
  await ask('activate', { key, identifier: 'HW-DASHBOARD' });
  const activity = card(page, 'Recent activity');
  await expect(activity.getByRole('link', { name: `${key.slice(0, 8)}…` }).first()).toBeVisible();
  await expect(activity.getByText(/^Device activated/).first()).toBeVisible();

  await page.getByRole('button', { name: /^Environment/ }).click();
  await page.getByText('development', { exact: true }).click();
  await expect(page.getByText('How licenses and software are doing in development.')).toBeVisible();
  await counted(page);
  await page.getByRole('link', { name: 'Create license' }).click();
  await expect(page).toHaveURL(/\/admin\/licenses\/new$/);
  await leave(page);
});

test('nothing keeps anybody out of the dashboard, wide or on a phone, light or dark', async ({ browser }) => {
  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 360, height: 740 },
  ]) {
    const page = await personAt(browser, 'admin', '/admin', { ...still, viewport });
    await counted(page);
    await passes(page, `dashboard, ${viewport.width} wide`);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    await leave(page);
  }
});
