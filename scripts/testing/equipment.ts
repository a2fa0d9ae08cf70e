import { ensureBrowser } from './browser.ts';
import { ensureLanguages } from './languages.ts';
import type { Part } from './parts.ts';

/** What the chosen tests need besides packages; one after the other, as apt-get works for one at a time. */
export async function getEquipped(chosen: readonly Part[]): Promise<void> {
  if (chosen.includes('browser')) await ensureBrowser();
  if (chosen.includes('functions')) await ensureLanguages();
}
