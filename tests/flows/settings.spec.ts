import { expect, test, type Page } from '@playwright/test';
import { passes, phone, rowsShown, still } from '../support/accessible.ts';
import { leave, personAt } from '../support/pages.ts';
import { firestore, freshLicense, issueIn, URL_OF_APP } from '../support/stack.ts';

/** Where the mail of the stack can be read: its ports move together. */
const MAIL =
  process.env['LATCHKEY_MAIL_URL'] ?? `http://127.0.0.1:${Number(new URL(URL_OF_APP).port) - 3920}`;

interface Arrived {
  readonly number: number;
  readonly to: readonly string[];
  readonly mail: { readonly subject?: string; readonly text?: string };
}

async function mailTo(address: string, subject: RegExp): Promise<Arrived | undefined> {
  const arrived = (await (await fetch(`${MAIL}/mails.json`)).json()) as Arrived[];
  return arrived.find(({ to, mail }) => to.includes(address) && subject.test(mail.subject ?? ''));
}

async function inEnvironment(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Environment/ }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: name })
    .or(page.getByText(name, { exact: true }))
    .first()
    .click();
  await expect(page.getByRole('button', { name: `Environment: ${name}` })).toBeVisible();
}

test('an owner changes a setting, sees what would change, and new licenses follow it; then back to the default', async ({
  browser,
}) => {
  const page = await personAt(browser, 'owner', '/admin/settings/license', still);
  await inEnvironment(page, 'development');
  const grace = page.getByLabel('Grace after expiry', { exact: true });
  // As an earlier try may have left it.
  await grace.fill('0');
  const save = page.getByRole('button', { name: 'Save changes' });
  if (await save.isEnabled()) await save.click();
  await expect(save).toBeDisabled();
  await grace.fill('31');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('must be a whole number from 0 to 30')).toBeVisible();
  await grace.fill('6');
  await expect(page.getByText('Grace after expiry: 0 days → 6 days')).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  await expect(page.getByText('Last changed by')).toBeVisible();

  const { id } = await issueIn('development');
  const { body } = await firestore(`/environments/development/licenses/${id}`, 'viewer');
  expect((body as { fields: { graceDays: object } }).fields.graceDays).toEqual({ integerValue: '6' });

  await page.getByRole('button', { name: /^Reset to 0 days/ }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Grace after expiry: 6 days → 0 days')).toHaveCount(0);
  await expect(grace).toHaveValue('0');
  await page.goto('/admin/audit');
  await expect(page.getByText('Settings changed').first()).toBeVisible();
  await leave(page);
});

test('an owner sees what retention would delete by values that are not saved yet', async ({ browser }) => {
  const page = await personAt(browser, 'owner', '/admin/settings/retention');
  const verdict = page.getByText(/Nothing would be deleted now|Counted just now/);
  await expect(verdict).toBeVisible();
  await page.getByLabel('Mail records', { exact: true }).fill('1');
  await expect(page.getByText('Counted by other values than those above')).toBeVisible();
  await page.getByRole('button', { name: 'Count again' }).click();
  await expect(verdict).toBeVisible();
  await expect(page.getByRole('row', { name: /^Mail records \d{1,2} \w{3,4} \d{4}/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeEnabled();
  await leave(page);
});

test('a viewer reads every setting and is told who may change it', async ({ browser }) => {
  const page = await personAt(browser, 'viewer', '/admin/settings', still);
  await expect(page.getByText('Only owners change settings.')).toBeVisible();
  await expect(page.getByLabel('Grace after expiry', { exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save changes' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Mail delivery' }).click();
  await expect(page.getByLabel('SMTP password')).toBeDisabled();
  await leave(page);
});

test('a license is assigned: its mail arrives with the key and can be read in the browser', async ({
  browser,
}) => {
  const email = `mail-${Date.now()}@example.com`;
  const { key } = await freshLicense({ email });
  await expect.poll(() => mailTo(email, /^Your license/), { timeout: 90_000 }).toBeDefined();
  const arrived = await mailTo(email, /^Your license/);
  expect(arrived?.mail.subject).not.toContain(key);
  const page = await browser.newPage();
  await page.goto(MAIL);
  await page.getByRole('link').filter({ hasText: email }).filter({ hasText: 'Your license' }).click();
  await expect(page.locator('pre')).toContainText(key);
  await expect(page.frameLocator('iframe').getByText(key)).toBeVisible();
  await page.close();

  const console_ = await personAt(browser, 'operator', '/admin/settings/sent-mail', still);
  await expect(
    console_.getByRole('row').filter({ hasText: email }).filter({ hasText: 'Sent' }).first(),
  ).toBeVisible();
  await expect(console_.locator('main')).not.toContainText(key);
  await leave(console_);

  const invitation = await mailTo(email, /^Your access/);
  const link = /https?:\/\/\S*\/auth\/action\S*/.exec(invitation?.mail.text ?? '')?.[0];
  const customer = await browser.newPage();
  await customer.goto(link ?? '');
  await expect(customer.getByLabel(/password/i).first()).toBeVisible();
  await customer.close();
});

test('an admin rewrites a template, sees it live, sends a test and takes it back', async ({ browser }) => {
  const page = await personAt(browser, 'admin', '/admin/settings/templates/revoked', still);
  await inEnvironment(page, 'staging');
  const subject = page.getByLabel('Subject', { exact: true });
  await subject.fill('{{licenseKey}}');
  await expect(page.getByText('A license key has no place in a subject.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save template' })).toBeDisabled();
  const words = `Goodbye ${Date.now()}`;
  await subject.fill(`${words}: {{product}}`);
  await page.getByLabel('Text', { exact: true }).fill('<b>Dear</b> {{customerName}}\n\n{{reason}}');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText(`${words}: Example Product`)).toBeVisible();
  await expect(preview.getByRole('document')).toContainText('<b>Dear</b> Ada Lovelace');
  await page.getByRole('button', { name: 'Send a test to me' }).click();
  await expect(page.getByText('Test sent to admin@latchkey.test')).toBeVisible();
  expect((await mailTo('admin@latchkey.test', new RegExp(words)))?.mail.text).toContain('<b>Dear</b>');
  await page.getByRole('button', { name: 'Save template' }).click();
  await expect(page.getByText('Template saved')).toBeVisible();
  await expect(page.getByText('Your own text')).toBeVisible();
  await page.getByRole('button', { name: 'Reset to default' }).click();
  await page.getByRole('button', { name: 'Save template' }).click();
  await expect(page.getByText('The text that Latchkey brings along')).toBeVisible();
  await leave(page);
});

test('a customer switches reminders off and on', async ({ browser }) => {
  const page = await personAt(browser, 'customer-b', '/portal/settings', still);
  const reminders = page.getByRole('switch', { name: /^Remind me/ }).or(page.getByLabel(/^Remind me/));
  await expect(reminders.first()).toBeChecked();
  await reminders.first().click();
  await expect(page.getByText('You get no more reminders')).toBeVisible();
  await page.reload();
  await expect(reminders.first()).toBeEnabled();
  await expect(reminders.first()).not.toBeChecked();
  await reminders.first().click();
  await expect(page.getByText('You get reminders before')).toBeVisible();
  await leave(page);
});

test('nothing keeps anybody out of the settings, light or dark, wide or on a phone', async ({ browser }) => {
  const page = await personAt(browser, 'owner', '/admin/settings/limits', still);
  await expect(page.getByLabel('One network address')).toBeVisible();
  await passes(page, 'rate limits');
  for (const [name, shown] of [
    ['portal', 'Deactivate devices'],
    ['security', 'A sign-in counts as fresh for'],
    ['mail', 'SMTP server'],
    ['notifications', 'Days of the reminders'],
    ['webhooks', 'Time to answer'],
    ['retention', 'Mail records'],
  ] as const) {
    await page.goto(`/admin/settings/${name}`);
    await expect(page.getByLabel(shown, { exact: true }).first()).toBeVisible();
    await passes(page, name);
  }
  await page.goto('/admin/settings/templates/assignment');
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue(/\{\{product\}\}/);
  await passes(page, 'mail template');
  await page.setViewportSize(phone);
  await passes(page, 'mail template on a phone');
  await page.goto('/admin/settings/mail');
  await expect(page.getByLabel('SMTP server', { exact: true })).toBeVisible();
  await passes(page, 'mail delivery on a phone');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await freshLicense({ email: `seen-${Date.now()}@example.com` });
  await page.goto('/admin/settings/sent-mail');
  await rowsShown(page);
  await passes(page, 'sent mail on a phone');
  await leave(page);
});
