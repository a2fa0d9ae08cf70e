import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { createLocalJWKSet, flattenedVerify, type FlattenedJWS, type JSONWebKeySet } from 'jose';
import { passes, still } from '../support/accessible.ts';
import { leave, openMenu, personAt } from '../support/pages.ts';
import { ask, command, freshLicense, URL_OF_APP } from '../support/stack.ts';

const permissions = ['clipboard-read', 'clipboard-write'];

/** A license with a device in use and one that has left. */
async function licenseWithDevices() {
  const license = await freshLicense();
  await ask('activate', { key: license.key, identifier: 'HW-STAYS', label: 'Desk' });
  await ask('activate', { key: license.key, identifier: 'HW-LEFT' });
  await ask('deactivate', { key: license.key, identifier: 'HW-LEFT' });
  return license;
}

async function previewFromRow(page: Page): Promise<Locator> {
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'Preview' }).click();
  const dialog = page.getByRole('dialog', { name: /^Preview/ });
  await expect(dialog.getByRole('tab', { name: 'Details' })).toBeFocused();
  return dialog;
}

/** What the browser's policy on content refused, in its own words. */
function refusals(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) said.push(message.text());
  });
  return said;
}

async function offlineFile(page: Page, dialog: Locator): Promise<FlattenedJWS> {
  const coming = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download offline file' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('latchkey-license.json');
  return JSON.parse(await readFile(await download.path(), 'utf8')) as FlattenedJWS;
}

async function verified(file: FlattenedJWS) {
  const keys = (await (await fetch(`${URL_OF_APP}/v1/jwks.json`)).json()) as JSONWebKeySet;
  const { payload, protectedHeader } = await flattenedVerify(file, createLocalJWKSet(keys));
  expect(protectedHeader?.typ).toBe('latchkey-license+jws');
  return JSON.parse(new TextDecoder().decode(payload)) as { sub: string; exp: number; dev?: string };
}

test('a license is previewed from its row: key, code in four languages, devices; Esc leads back', async ({
  browser,
}) => {
  const { key } = await licenseWithDevices();
  const page = await personAt(browser, 'admin', '/admin/licenses', { permissions });
  const refused = refusals(page);
  await page.getByRole('combobox', { name: /^Search by key/ }).fill(key);
  await expect(page.locator('tbody tr:not([aria-hidden])')).toHaveCount(1);
  const dialog = await previewFromRow(page);
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

  // The key is shown when asked for, and copied whole.
  await expect(dialog.getByRole('tabpanel')).not.toContainText(key);
  await dialog.getByRole('button', { name: 'Copy license key' }).click();
  await expect.poll(copied).toBe(key);
  await dialog.getByRole('button', { name: 'Show license key' }).click();
  await expect(dialog.getByRole('tabpanel')).toContainText(key);
  await dialog.getByRole('button', { name: 'Hide license key' }).click();

  // Code: this license's values, the key only when it is to be seen; in colours.
  await dialog.getByRole('tab', { name: 'Code samples' }).click();
  for (const [language, sign] of [
    ['cURL', 'curl --silent'],
    ['PHP', '<?php'],
    ['JavaScript', 'await fetch('],
    ['Python', 'import urllib.request'],
  ] as const) {
    await dialog.getByRole('tab', { name: language }).click();
    const code = dialog.getByRole('region', { name: `${language} sample` });
    for (const part of [sign, `${URL_OF_APP}/v1/validate`, 'production', 'acme-editor', 'HW-STAYS'])
      await expect(code).toContainText(part);
    await expect(code).toContainText('YOUR-LICENSE-KEY');
    await expect(code.locator('.code-string-expression').first()).toBeVisible();
    await expect(code.locator('.code-keyword').first()).not.toHaveCSS(
      'color',
      await code.evaluate((block) => getComputedStyle(block).color),
    );
  }
  await dialog.getByRole('button', { name: 'Put the key in' }).click();
  await expect(dialog.getByRole('region', { name: 'Python sample' })).toContainText(key);
  await dialog.getByRole('button', { name: 'Copy Python sample' }).click();
  await expect.poll(copied).toContain(`"key": "${key}"`);

  // Devices, also those that have left.
  await dialog.getByRole('tab', { name: 'Devices' }).click();
  await expect(dialog.getByRole('row', { name: /HW-STAYS/ })).toContainText('Active');
  await expect(dialog.getByRole('row', { name: /HW-LEFT/ })).toContainText('Deactivated');

  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Actions for license/ })).toBeFocused();
  expect(refused).toEqual([]);
  await leave(page);
});

test('an offline file from the preview verifies with the published keys; a revoked license gets none', async ({
  browser,
}) => {
  const { id } = await licenseWithDevices();
  const page = await personAt(browser, 'admin', `/admin/licenses/${id}`);
  await page.getByRole('button', { name: 'Preview' }).click();
  const dialog = page.getByRole('dialog', { name: /^Preview/ });
  await dialog.getByRole('tab', { name: 'Offline file' }).click();

  const any = await verified(await offlineFile(page, dialog));
  expect(any.sub).toBe(id);
  expect(any.dev).toBeUndefined();
  expect(any.exp).toBeGreaterThan(Date.now() / 1000);
  await expect(dialog.getByRole('status').filter({ hasText: 'Good until' })).toBeVisible();

  // Only devices in use are offered.
  await dialog.getByRole('combobox', { name: 'Bound to' }).press('ArrowDown');
  await expect(page.getByRole('option')).toHaveText([/^No device/, 'HW-STAYS (Desk)']);
  await page.getByRole('option', { name: 'HW-STAYS' }).click();
  expect((await verified(await offlineFile(page, dialog))).dev).toMatch(/^[\w-]{43}$/);

  await command(id, { type: 'revoke', publicReason: 'Refunded', note: null });
  await dialog.getByRole('button', { name: 'Download offline file' }).click();
  await expect(dialog.getByRole('alert')).toContainText('License Revoked');
  await expect(dialog.getByRole('alert')).toContainText('REVOKED');
  await leave(page);
});

test('nothing in the preview keeps anybody out, light or dark', async ({ browser }) => {
  const { id } = await licenseWithDevices();
  const page = await personAt(browser, 'viewer', `/admin/licenses/${id}`, still);
  await page.getByRole('button', { name: 'Preview' }).click();
  const dialog = page.getByRole('dialog', { name: /^Preview/ });
  for (const tab of ['Details', 'What software hears', 'Code samples', 'Devices', 'States', 'Offline file']) {
    await dialog.getByRole('tab', { name: tab }).click();
    await expect(dialog.getByRole('tabpanel').first()).toBeVisible();
    if (tab === 'Code samples') await expect(dialog.locator('.code-keyword').first()).toBeVisible();
    await passes(page, tab, '[role=dialog]');
  }
  await leave(page);
});
