import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';

/** What a person waits for, in milliseconds from the request for the page. */
export interface Visit {
  readonly largestPaint: number;
  readonly firstRow: number;
}

/** A browser in which somebody is signed in, slowed down. */
export interface Visitor {
  visit(url: string): Promise<Visit>;
  close(): Promise<void>;
}

const CPU_SLOWDOWN = 4;
const PATIENCE = 120_000;
/** A row of a list, or a card where there is little room; those that only hold the place do not count. */
const ROW = 'tbody tr:not([aria-hidden]) td, li.card:not([aria-hidden])';

/** Opens a browser of its own, signs in by `signIn`, and is slow from then on. */
export async function visitor(browser: Browser, signIn: (page: Page) => Promise<void>): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  await context.addInitScript(watchFirstRow, ROW);
  const page = await context.newPage();
  await signIn(page);
  const chrome = await context.newCDPSession(page);
  await slowDown(chrome);
  return {
    visit: (url) => measure(page, url),
    close: () => closeAll(page, context),
  };
}

async function slowDown(chrome: CDPSession): Promise<void> {
  await chrome.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  // Every visit is a first one: files are fetched and compiled anew.
  await chrome.send('Network.enable');
  await chrome.send('Network.setCacheDisabled', { cacheDisabled: true });
}

async function measure(page: Page, url: string): Promise<Visit> {
  // Leaves first, so that the listeners of the visit before end.
  await page.goto('about:blank');
  await page.goto(url, { timeout: PATIENCE });
  const firstRow = await page
    .waitForFunction(() => performance.getEntriesByName('first-row')[0]?.startTime, null, {
      timeout: PATIENCE,
      polling: 100,
    })
    .then((found) => found.jsonValue());
  const largestPaint = await page.evaluate(largestPaintSoFar);
  return { largestPaint, firstRow: firstRow ?? Number.NaN };
}

/** In the page: marks the frame in which the first row is there. */
function watchFirstRow(row: string): void {
  const look = (): void => {
    if (document.querySelector(row)) performance.mark('first-row');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** In the page, once the rows are painted: the last candidate that the browser named. */
function largestPaintSoFar(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe(
          {
            type: 'largest-contentful-paint',
            buffered: true,
          },
        );
      }),
    );
  });
}

async function closeAll(page: Page, context: BrowserContext): Promise<void> {
  await page.goto('about:blank');
  await context.close();
}
