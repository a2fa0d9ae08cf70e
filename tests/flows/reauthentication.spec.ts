import { expect, test, type Locator, type Page } from '@playwright/test';
import { passes, still } from '../support/accessible.ts';
import { chooseCommand, leave, openMenu, personAt } from '../support/pages.ts';
import { firestore, PASSWORD, issueIn, setReauthMinutes } from '../support/stack.ts';

/** Switched on in an environment of its own, so that nobody else is asked. */
const WHERE = 'development';
const MINUTES = 5;

test.describe.configure({ mode: 'serial' });
test.beforeAll(() => setReauthMinutes(WHERE, MINUTES));
test.afterAll(() => setReauthMinutes(WHERE, null));

const question = (page: Page): Locator => page.getByRole('dialog', { name: 'Confirm that it is you' });

/** An admin who signed in long ago by this browser's clock, on the page of a license. */
async function longAgo(page: Page): Promise<void> {
  await page.clock.setFixedTime(Date.now() + (MINUTES + 1) * 60_000);
}

test('a key is shown only after the password, a wrong one is said to be wrong, and cancelling shows nothing', async ({
  browser,
}) => {
  const { id, key } = await issueIn(WHERE);
  const page = await personAt(browser, 'admin', `/admin/licenses/${id}?env=${WHERE}`, still);
  const show = page.getByRole('button', { name: 'Show license key' });
  await expect(show).toBeVisible();
  await longAgo(page);

  await show.click();
  await expect(question(page)).toContainText('to show the license key');
  await expect(question(page).getByLabel('Password', { exact: true })).toBeFocused();
  await passes(page, 'question for the password', '[role=dialog]');
  await page.keyboard.press('Escape');
  await expect(question(page)).toHaveCount(0);
  await expect(show).toBeFocused();
  await expect(page.getByText(key)).toHaveCount(0);

  await show.click();
  await question(page).getByLabel('Password', { exact: true }).fill('not-the-password');
  await page.keyboard.press('Enter');
  await expect(question(page).getByRole('alert')).toContainText('not your password');
  await question(page).getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText(key)).toBeVisible();

  // Fresh from here on: the preview opens without another question.
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('dialog', { name: /^Preview/ })).toBeVisible();
  await leave(page);
});

test('the preview and a deletion ask first; without the answer nothing is opened and nothing is gone', async ({
  browser,
}) => {
  const { id, key } = await issueIn(WHERE);
  const page = await personAt(browser, 'admin', `/admin/licenses/${id}?env=${WHERE}`);
  await expect(page.getByRole('button', { name: 'Preview' })).toBeVisible();
  await longAgo(page);

  await openMenu(page);
  await page.getByRole('menuitem', { name: 'Preview' }).click();
  await question(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const dialog = await chooseCommand(page, 'Delete');
  await dialog.getByLabel(/last 4 characters/).fill(key.slice(-4));
  await dialog.getByRole('button', { name: 'Delete license' }).click();
  await question(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Nothing was changed');
  expect((await firestore(`/environments/${WHERE}/licenses/${id}`, 'admin')).status).toBe(200);

  await dialog.getByRole('button', { name: 'Delete license' }).click();
  await question(page).getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^License deleted/)).toBeVisible();
  expect((await firestore(`/environments/${WHERE}/licenses/${id}`, 'admin')).status).toBe(404);
  await leave(page);
});
