import { defineConfig } from '@playwright/test';
import { findChromium } from '../scripts/testing/chromium.ts';

/** The last five keep the browser from looking for a network that it does not need. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const executablePath = findChromium();

export default defineConfig({
  forbidOnly: true,
  // A browser on a busy machine may stumble once; whoever needed the second try is named in the end.
  retries: 1,
  // As many as a small machine has cores: browsers and emulators keep them busy.
  workers: 2,
  // Guards against hanging on a machine that is busy with something else; nothing here measures speed.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  outputDir: '../test-results',
  reporter: 'list',
  use: {
    browserName: 'chromium',
    baseURL: process.env['LATCHKEY_URL'] ?? 'http://127.0.0.1:5000',
    // A click that nobody can take ends its test, long before the test's own guard.
    actionTimeout: 60_000,
    screenshot: 'only-on-failure',
    launchOptions: { args, ...(executablePath !== undefined && { executablePath }) },
  },
  projects: [
    { name: 'black-box', testDir: './black-box' },
    // Each test by itself, so that no worker is left with a long file in the end.
    { name: 'flows', testDir: './flows', fullyParallel: true },
  ],
});
