import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { closed, passes, phone, still } from '../support/accessible.ts';
import { customerAt, freshCustomer } from '../support/freshCustomer.ts';
import { choose, leave, personAt } from '../support/pages.ts';
import { call, command, firestore } from '../support/stack.ts';

const BYTES = randomBytes(50_000);
const SHA256 = createHash('sha256').update(BYTES).digest('hex');
const storage = process.env['FIREBASE_STORAGE_EMULATOR_HOST'] ?? '127.0.0.1:9199';

/** Uploads a release as a person does; its page is open afterwards. */
async function upload(page: Page, version: string, published: boolean): Promise<string> {
  await page.goto('/admin/downloads/new');
  await page.getByRole('button', { name: 'Upload release' }).click();
  for (const said of [
    'Choose the product it belongs to.',
    'Give the release a version.',
    'Choose the file.',
  ]) {
    await expect(page.getByText(said)).toBeVisible();
  }
  await choose(page, 'Product', 'Acme Editor');
  await page.getByLabel('Version').fill(version);
  await choose(page, 'Channel', 'Hotfix');
  await page.getByLabel('Release notes').fill('Mends <b>everything</b>.\nSecond line.');
  const file = { name: 'Acme Éditor (final).zip', mimeType: 'application/zip', buffer: BYTES };
  await page.getByLabel('Choose the file').setInputFiles(file);
  await expect(page.getByText('saved by customers as Acme-Editor-final.zip')).toBeVisible();
  await page.getByLabel('Publish as soon as it is uploaded').setChecked(published);
  await page.getByRole('button', { name: 'Upload release' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Acme Editor ${version}` })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

async function saved(page: Page, button: RegExp | string) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await waiting;
  return {
    name: download.suggestedFilename(),
    url: download.url(),
    bytes: await readFile(await download.path()),
  };
}

test('a file is uploaded, published, downloaded under its safe name by whose license lives, and withdrawn', async ({
  browser,
}) => {
  const version = `9.0.${Date.now()}`;
  const admin = await personAt(browser, 'admin', '/admin/downloads', still);
  const id = await upload(admin, version, false);
  await expect(admin.getByText(SHA256, { exact: true })).toBeVisible();
  await expect(admin.getByText('50 kB (50,000 bytes)')).toBeVisible();
  await expect(admin.getByText('File uploaded').first()).toBeVisible();
  await passes(admin, 'a draft');

  const customer = await customerAt(browser, await freshCustomer(), '/portal/downloads', still);
  const release = customer.getByRole('listitem').filter({ hasText: version });
  await expect(customer.getByRole('heading', { name: 'Acme Editor' })).toBeVisible();
  await expect(release).toHaveCount(0);

  await admin.getByRole('button', { name: 'Publish' }).click();
  const dialog = admin.getByRole('dialog');
  await expect(dialog).toContainText('Every customer with a living license of the product sees it');
  await dialog.getByRole('button', { name: 'Publish release' }).click();
  await expect(admin.getByRole('heading', { level: 1 })).toContainText('Published');

  await customer.reload();
  await expect(release).toContainText('Hotfix');
  await expect(release).toContainText('50 kB');
  await expect(release).toContainText('Mends <b>everything</b>.');
  const got = await saved(customer, new RegExp(`^Download Acme Editor ${version}`));
  expect(got.name).toBe('Acme-Editor-final.zip');
  expect(got.bytes.equals(BYTES)).toBe(true);
  expect(new URL(got.url).searchParams.get('X-Goog-Expires')).toBe('900');
  // The file without the signature, and past the gate by the rules' own door: closed.
  expect((await fetch(got.url.replace(/\?.*/, ''))).status).toBe(403);
  const [, bucket = '', ...path] = new URL(got.url).pathname.split('/');
  const direct = `http://${storage}/v0/b/${bucket}/o/${encodeURIComponent(path.join('/'))}?alt=media`;
  expect((await fetch(direct)).status).toBe(403);
  await expect(admin.getByText('Release downloaded').first()).toBeVisible();
  await passes(customer, 'downloads of the portal');
  await customer.setViewportSize(phone);
  await expect
    .poll(() => customer.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0);
  await passes(customer, 'downloads of the portal on a phone');

  await admin.getByRole('button', { name: 'Withdraw' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Withdraw release' }).click();
  await expect(admin.getByRole('heading', { level: 1 })).toContainText('Withdrawn');
  await customer.getByRole('button', { name: new RegExp(`^Download Acme Editor ${version}`) }).click();
  await expect(customer.getByText('This download is not available to you now.')).toBeVisible();
  await expect(release).toHaveCount(0);

  await admin.getByRole('button', { name: 'Delete' }).click();
  await admin.getByRole('dialog').getByLabel(`Type ${version} to confirm`).fill(version);
  await admin.getByRole('dialog').getByRole('button', { name: 'Delete release' }).click();
  await expect(admin).toHaveURL((url) => url.pathname === '/admin/downloads');
  expect((await firestore(`/environments/production/downloads/${id}`, 'admin')).status).toBe(404);
  await expect.poll(async () => (await fetch(got.url)).status).toBe(404);
  await leave(customer);
  await leave(admin);
});

test('downloads go with the license, and the page says why', async ({ browser }) => {
  const buyer = await freshCustomer();
  const page = await customerAt(browser, buyer, `/portal/licenses/production/${buyer.license.id}`, still);
  await page.getByRole('link', { name: 'Downloads', exact: true }).last().click();
  await expect(page.getByRole('button', { name: /^Download Acme Editor 4\.1\.0/ })).toBeVisible();
  await expect(page.getByText('4.2.0-beta.2')).toHaveCount(0);
  await expect(page.getByText('3.9.2')).toHaveCount(0);

  const because = { publicReason: 'Refunded.', note: null };
  await command(buyer.license.id, { type: 'revoke', ...because });
  await page.getByRole('button', { name: /^Download Acme Editor 4\.1\.0/ }).click();
  await expect(page.getByText('Nothing to download now')).toBeVisible();
  await expect(
    page.getByText('Your license was ended by the seller, and its downloads with it.'),
  ).toBeVisible();
  await passes(page, 'no downloads any more');
  await leave(page);
});

test('the list of releases is searched, filtered and kept in the address; who only looks is told so', async ({
  browser,
}) => {
  const page = await personAt(browser, 'viewer', '/admin/downloads?q=4.1', still);
  const rows = page.locator('tbody tr:not([aria-hidden])');
  await expect(rows).toHaveText([/4\.1\.1.*Hotfix.*Published/s, /4\.1\.0.*Stable.*Published/s]);
  await choose(page, 'Channel', 'Stable');
  await expect(rows).toHaveText([/4\.1\.0/]);
  await expect(page).toHaveURL(/channel=stable/);
  await page.goto('/admin/downloads?state=withdrawn&product=acme-editor&channel=stable&sort=version');
  await expect(rows).toHaveText([/3\.9\.2/]);
  await expect(page.getByRole('button', { name: 'Upload release' })).toBeDisabled();
  await expect(page.getByText('Your role may look at downloads but not upload them')).toBeAttached();
  await passes(page, 'list of releases');

  await rows.first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Acme Editor 3.9.2' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete' })).toBeDisabled();
  expect((await saved(page, 'Download')).name).toBe('acme-editor-3.9.2.tar.gz');
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const asked = { environment: 'production', downloadId: id, command: { type: 'publish' } };
  expect((await call('commandDownload', asked, 'viewer')).status).toBe(403);
  await page.setViewportSize(phone);
  await page.goto('/admin/downloads');
  await expect(page.locator('li.card:not([aria-hidden])').first()).toBeVisible();
  await passes(page, 'list of releases on a phone');
  await page
    .getByRole('button', { name: /^Actions for release/ })
    .first()
    .click();
  await passes(page, 'menu of a release');
  await closed(page);
  await leave(page);
});
