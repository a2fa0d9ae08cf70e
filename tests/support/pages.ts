import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { openSignedIn } from './signIn.ts';
import type { Account } from './stack.ts';
import { PASSWORD, URL_OF_APP } from './stack.ts';

/** A browser of its own for one person of the demo data, signed in and on the page asked for. */
export function personAt(
  browser: Browser,
  account: Account,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  return signedInAt(browser, `${account}@latchkey.test`, path, options);
}

/**
 * The same for anybody with the demo password. Every page has a sign-in of its own, of this moment, that has gone
 * past the form: tests of the form itself use visitorAt and signInAt.
 */
export async function signedInAt(
  browser: Browser,
  email: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await newPage(browser, options);
  await openSignedIn(page, email, path);
  await expect(page).toHaveURL((url) => url.pathname.startsWith(new URL(path, url).pathname));
  return page;
}

/** A browser of its own for somebody who is not signed in. */
export async function visitorAt(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await newPage(browser, options);
  await page.goto(path);
  return page;
}

/** Nothing is waited for that only moves, and no processor draws it; who tests motion asks for it. */
const STILL = { reducedMotion: 'reduce' } as const;

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL: URL_OF_APP, ...STILL, ...options });
  return context.newPage();
}

/** Fills in the sign-in form that the page shows. */
export async function signInAt(page: Page, account: Account): Promise<void> {
  await page.getByLabel('E-mail').fill(`${account}@latchkey.test`);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
}

/** Leaves as a person does: the page ends its listeners first, which a closed browser would leave behind. */
export async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.context().close();
}

/** The menu of the one license on the page, or of the first in a list. */
export async function openMenu(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Actions for license/ })
    .first()
    .click();
  await expect(page.getByRole('menu')).toBeVisible();
}

/** Chooses a command from that menu; its dialog is open afterwards. */
export async function chooseCommand(page: Page, command: string): Promise<Locator> {
  await openMenu(page);
  await page.getByRole('menuitem', { name: command }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading')).toBeVisible();
  return dialog;
}

/**
 * Picks from a select as a person with a keyboard does: focus, open, choose by its words, and look whether it
 * was taken; a list that is just being filled may swallow the click.
 */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: field });
  await expect(async () => {
    await box.press('ArrowDown');
    await page.getByRole('option', { name: option }).first().click({ timeout: 20_000 });
    expect((await box.inputValue()).toLowerCase()).toContain(option.toLowerCase());
  }).toPass({ timeout: 90_000 });
}
