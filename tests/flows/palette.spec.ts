import { expect, test, type Page } from '@playwright/test';
import { leave, personAt } from '../support/pages.ts';
import { command, freshLicense } from '../support/stack.ts';

async function openPalette(page: Page) {
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Search everything' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  return palette;
}

test('everything is reached by its name from anywhere, by keyboard alone', async ({ browser }) => {
  const page = await personAt(browser, 'admin', '/admin/activations');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  const palette = await openPalette(page);
  await page.keyboard.type('licen');
  await expect(palette.getByRole('option').first()).toHaveText('Licenses');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL((url) => url.pathname === '/admin/licenses');
  await expect(palette).toBeHidden();

  await openPalette(page);
  await page.keyboard.type('DEMO-ACTI');
  const found = palette.getByRole('option', { name: /^DEMO-ACT…/ });
  await expect(found).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL((url) => /^\/admin\/licenses\/[\w-]+$/.test(url.pathname));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('DEMO-ACT');

  await page.getByRole('button', { name: 'Search everything' }).click();
  await page.keyboard.type('audit');
  await page.keyboard.press('Escape');
  await expect(palette.getByRole('combobox')).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(page.getByRole('button', { name: 'Search everything' })).toBeFocused();
  await leave(page);
});

test('the audit page tells what happened to a license, also after it is gone', async ({ browser }) => {
  const { id, key } = await freshLicense();
  const hint = key.slice(0, 8);
  const page = await personAt(browser, 'admin', '/admin/audit');
  const field = page.getByRole('searchbox', { name: /^License, by the first 8/ });
  await field.fill(key);
  await expect(page).toHaveURL((url) => url.searchParams.get('key') === hint);
  await expect(field).toHaveValue(hint);
  const events = page.getByRole('row', { name: new RegExp(hint) });
  await expect(events).toHaveCount(2);

  const assigned = events.filter({ hasText: 'Assigned to a customer' });
  await assigned.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Assigned to a customer' });
  await expect(panel.getByRole('row', { name: 'Status available assigned' })).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Open license' })).toHaveAttribute(
    'href',
    `/admin/licenses/${id}`,
  );
  await page.keyboard.press('Escape');
  await expect(assigned).toBeFocused();

  await command(id, { type: 'delete', confirmation: key.slice(-4) });
  await expect(events.first()).toContainText('Deleted');
  await events.first().click();
  await expect(page.getByRole('dialog', { name: 'Deleted' })).toContainText('Deleted since');
  await page.getByRole('link', { name: 'All its events' }).click();
  await expect(page).toHaveURL((url) => url.searchParams.get('license') === id);
  await expect(events).toHaveCount(3);
  await leave(page);
});
