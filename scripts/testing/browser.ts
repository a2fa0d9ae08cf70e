import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { root } from '../lib/paths.ts';
import { step } from '../lib/progress.mjs';
import { run, runPackage } from '../lib/run.ts';
import { isReachable } from '../stack/download.ts';
import { findChromium } from './chromium.ts';

/**
 * Sees to a browser for the browser tests: the system's, else Debian's, else Playwright's own. How the installers
 * end does not matter, only whether there is a browser afterwards.
 */
export async function ensureBrowser(): Promise<void> {
  if (findChromium() !== undefined || (await playwrightHasOne())) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await step('Installing chromium with apt-get, for the browser tests', async () => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      await run('apt-get', ['update'], { env });
      await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
    });
    if (findChromium() !== undefined) return;
  }
  if (await isReachable('https://cdn.playwright.dev/')) {
    await step("Downloading Playwright's Chromium (170 MB, needed once), for the browser tests", () =>
      runPackage('playwright/cli.js', ['install', 'chromium']),
    );
    if (await playwrightHasOne()) return;
  }
  throw new Failure(
    'The browser tests need Chromium, and none was found or could be fetched. Install it (Debian: apt install chromium; ' +
      'elsewhere: npx playwright install chromium) or leave them out: npm test -- --only static,domain,web,rules,functions.',
  );
}

/** Asked in a process of its own, as the library is large and only tests need it. */
async function playwrightHasOne(): Promise<boolean> {
  const ask = "import { chromium } from '@playwright/test'; process.stdout.write(chromium.executablePath());";
  const args = ['--input-type=module', '--eval', ask];
  const { output } = await run(process.execPath, args, { cwd: join(root, 'tests') });
  return existsSync(output);
}
