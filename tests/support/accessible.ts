import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No motion: colours are measured, and a fade would be caught half-way. */
export const still = { reducedMotion: 'reduce', colorScheme: 'light' } as const;
const OPEN = '.v-overlay--active';
export const phone = { width: 360, height: 740 };

type Scheme = 'light' | 'dark';

/**
 * Nothing on the page as it stands now that keeps somebody out: everything in the scheme that it is in, colours in
 * the other one too, in which it stays. What lies under an open menu or dialog has been measured before it was
 * opened; in the second scheme only the open one is.
 * @param part where something has changed since the page was measured; everything unless given
 */
export async function passes(page: Page, what: string, part?: string): Promise<void> {
  const first = await schemeOf(page);
  await settled(page, first);
  expect.soft(await findings(await axeOn(page, part)), `${what}, ${first}`).toEqual([]);
  const second = first === 'light' ? 'dark' : 'light';
  await page.emulateMedia({ colorScheme: second });
  await settled(page, second);
  const open = (await page.locator(OPEN).count()) > 0 ? OPEN : undefined;
  const colours = (await axeOn(page, part ?? open)).withRules(['color-contrast']);
  expect.soft(await findings(colours), `${what}, ${second}`).toEqual([]);
}

function schemeOf(page: Page): Promise<Scheme> {
  return page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
}

async function settled(page: Page, scheme: Scheme): Promise<void> {
  await expect(page.locator('.v-application')).toHaveClass(new RegExp(`v-theme--${scheme}`));
  // Even the shortest transition of an inherited colour takes a frame for each level of the page.
  await page.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition));
}

/**
 * Our pages hold no frames of others, so that the result is gathered without a page of its own, and only what
 * is wrong is described: that is half the time. A page that has axe is not given its megabyte again.
 */
async function axeOn(page: Page, part?: string): Promise<AxeBuilder> {
  const given = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, ...(given && { axeSource: 'undefined' }) });
  if (part !== undefined) axe.include(part);
  return axe.setLegacyMode(true).options({ resultTypes: ['violations'] });
}

/** Serious and critical findings, with the elements they are about. */
async function findings(axe: AxeBuilder) {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({
      id,
      where: nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
    }));
}

export async function rowsShown(page: Page): Promise<void> {
  await expect(page.locator('tbody tr:not([aria-hidden]), li.card:not([aria-hidden])').first()).toBeVisible();
}

/** Closes what is open by the keyboard. */
export async function closed(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('menu')).toHaveCount(0);
}
