import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No motion: colours are measured, and a fade would be caught half-way. */
export const still = { reducedMotion: 'reduce', colorScheme: 'light' } as const;
const OPEN = '.v-overlay--active';
export const phone = { width: 360, height: 740 };

/**
 * Nothing on the page as it stands now that keeps somebody out: everything in light, colours in dark too. What lies
 * under an open menu or dialog has been measured before it was opened; in dark only the open one is.
 */
export async function passes(page: Page, what: string): Promise<void> {
  await inScheme(page, 'light');
  expect.soft(await findings(axeOn(page)), `${what}, light`).toEqual([]);
  await inScheme(page, 'dark');
  const colours = axeOn(page).withRules(['color-contrast']);
  if ((await page.locator(OPEN).count()) > 0) colours.include(OPEN);
  expect.soft(await findings(colours), `${what}, dark`).toEqual([]);
  await inScheme(page, 'light');
}

async function inScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('.v-application')).toHaveClass(new RegExp(`v-theme--${colorScheme}`));
  // Even the shortest transition of an inherited colour takes a frame for each level of the page.
  await expect
    .poll(() =>
      page.evaluate(() => document.getAnimations().filter((a) => a instanceof CSSTransition).length),
    )
    .toBe(0);
}

/**
 * Our pages hold no frames of others, so that the result is gathered without a page of its own, and only what
 * is wrong is described: that is half the time.
 */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
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
