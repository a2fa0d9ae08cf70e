import type { Browser, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Account } from './stack.ts';
import { PASSWORD, URL_OF_APP } from './stack.ts';

/** A browser of its own for one person, signed in and on the page asked for. */
export async function personAt(browser: Browser, account: Account, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: URL_OF_APP });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByLabel('E-mail').fill(`${account}@latchkey.test`);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL((url) => url.pathname.startsWith(path));
  return page;
}

/** Picks from a select as a person with a keyboard does: focus, open, choose by its words. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).press('ArrowDown');
  await page.getByRole('option', { name: option }).click();
}
