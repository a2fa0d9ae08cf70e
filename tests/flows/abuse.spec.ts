import { expect, test } from '@playwright/test';
import { freshCase } from '../support/abuse.ts';
import { passes, phone, rowsShown, still } from '../support/accessible.ts';
import { leave, personAt } from '../support/pages.ts';
import { ask, call, freshLicense } from '../support/stack.ts';

test('an operator takes up a case, looks at its devices and dismisses it: the license works again', async ({
  browser,
}) => {
  const license = await freshLicense({ limit: 5 });
  const { key, id } = license;
  const { body } = await ask('activate', { key, identifier: 'HW-ABUSE-1' });
  const suspend = { type: 'suspend', publicReason: 'Unusual use.', note: null };
  await call('commandLicense', { environment: 'production', licenseId: id, command: suspend }, 'admin');
  const caseId = await freshCase(license, [String(body.activation?.['id'])]);

  const page = await personAt(browser, 'operator', `/admin/licenses/${id}`, still);
  await page.getByRole('link', { name: 'Open the abuse case' }).click();
  await expect(page).toHaveURL(new RegExp(`/admin/abuse/${caseId}`));
  await expect(page.getByText('20 new devices within 1 hour').first()).toBeVisible();
  await expect(page.getByText('HW-ABUSE-1')).toBeVisible();
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByText('In review').first()).toBeVisible();
  await passes(page, 'case');

  await page.getByRole('button', { name: 'Dismiss case' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Dismiss and lift suspension' }).click();
  await expect(dialog.getByText('This is needed.')).toBeVisible();
  await passes(page, 'dismissal with an error');
  await dialog.getByLabel('Why').fill('A school with a new lab.');
  await dialog.getByRole('button', { name: 'Dismiss and lift suspension' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Abuse case dismissed').first()).toBeVisible();
  expect((await ask('validate', { key, identifier: 'HW-ABUSE-1' })).body.code).toBe('VALID');
  await leave(page);
});

test('a viewer filters cases, and finds the decisions closed with the reason; on a phone too', async ({
  browser,
}) => {
  const page = await personAt(browser, 'viewer', '/admin/abuse', still);
  await rowsShown(page);
  await passes(page, 'list of cases');
  await page.setViewportSize(phone);
  await passes(page, 'list of cases on a phone');
  await page.goto('/admin/abuse?status=undecided&rule=cycles');
  await page.locator('li.card', { hasText: 'Devices taking turns' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^Devices taking turns/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Dismiss case' })).toBeDisabled();
  await passes(page, 'case on a phone');
  await leave(page);
});

test('an owner tries rules against the last 30 days before they are switched on, and nothing is saved', async ({
  browser,
}) => {
  const { key, id } = await freshLicense({ limit: -1 });
  for (let index = 0; index < 10; index++) await ask('activate', { key, identifier: `HW-TRIAL-${index}` });
  const page = await personAt(browser, 'owner', '/admin/settings/abuse', still);
  const tried = page.getByRole('button', { name: 'Try against the last 30 days' });
  await expect(tried).toBeDisabled();
  await page.getByLabel('Rule: many new devices').check();
  await page.getByLabel('New devices', { exact: true }).fill('10');
  await tried.click();
  await expect(page.getByText(/^These rules would have found/)).toBeVisible();
  const row = page.getByRole('row').filter({ has: page.locator(`a[href$="/admin/licenses/${id}"]`) });
  await expect(row).toContainText('10 new devices within 1 hour (80 points)');
  await passes(page, 'trial of rules');
  await page.reload();
  await expect(page.getByLabel('Rule: many new devices')).not.toBeChecked();
  await leave(page);
});
