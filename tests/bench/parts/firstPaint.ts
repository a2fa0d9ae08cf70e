import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../../../scripts/testing/chromium.ts';
import { buildPages, type BuiltPages } from '../stand/builtPages.ts';
import { seedCustomer, type BenchCustomer } from '../stand/customer.ts';
import { less, type Row } from '../stand/goals.ts';
import { servePage } from '../stand/pageServer.ts';
import { median } from '../stand/rounds.ts';
import { visitor, type Visit, type Visitor } from '../stand/visits.ts';

const ROUNDS = 9;
const LICENSES = 25;
const GOAL = less(1.5, 1.2);
const PAGES = [
  { path: '/portal/dashboard', name: 'dashboard' },
  { path: '/portal/licenses', name: 'list of licenses' },
] as const;

/** P13: what a customer waits for on a slow machine, beside a page that does nothing but show the same licenses. */
export async function firstPaint(): Promise<Row[]> {
  const auth = process.env['FIREBASE_AUTH_EMULATOR_HOST'];
  const app = process.env['LATCHKEY_URL'];
  if (!auth || !app) {
    process.stderr.write('  P13 is left out: it needs a whole stack, which npm run bench starts by itself\n');
    return [];
  }
  const customer = await seedCustomer(auth, LICENSES);
  const pages = await buildPages();
  const executablePath = findChromium();
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
  try {
    return await compare(browser, pages, customer, emulatedConfig(auth, app));
  } finally {
    await browser.close();
    await pages.remove();
  }
}

async function compare(
  browser: Browser,
  pages: BuiltPages,
  { email, password }: BenchCustomer,
  config: object,
): Promise<Row[]> {
  const product = await servePage(pages.product, config);
  const bare = await servePage(pages.bare, config);
  const customer = await visitor(browser, async (page) => {
    await page.goto(`${product.url}/sign-in`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/portal/dashboard');
  });
  const least = await visitor(browser, async (page) => {
    await page.goto(bare.url);
    await page.evaluate(
      ([who, secret]) => (globalThis as unknown as { signIn: SignIn }).signIn(who, secret).then(() => null),
      [email, password] as const,
    );
  });
  try {
    const rows: Row[] = [];
    for (const { path, name } of PAGES) {
      const visits = await inTurn(
        () => customer.visit(product.url + path),
        () => least.visit(bare.url),
      );
      for (const [what, of] of FIGURES) {
        const measured = median(visits.map(([own, other]) => own[of] / other[of]));
        const times = [0, 1].map((side) => Math.round(median(visits.map((pair) => pair[side as 0 | 1][of]))));
        process.stderr.write(`  ${name}, ${what}: ${times[0]} ms, beside ${times[1]} ms\n`);
        rows.push({
          part: 'P13',
          what: `portal, ${name}: ${what}`,
          beside: 'a bare page',
          goal: GOAL,
          measured,
        });
      }
    }
    return rows;
  } finally {
    await Promise.all([customer, least].map((one: Visitor) => one.close()));
    await Promise.all([product.close(), bare.close()]);
  }
}

type SignIn = (email: string, password: string) => Promise<unknown>;

const FIGURES = [
  ['largest contentful paint', 'largestPaint'],
  ['first row', 'firstRow'],
] as const satisfies readonly (readonly [string, keyof Visit])[];

/** Both sides round by round, whoever begins taking turns; one visit of each is thrown away. */
async function inTurn(
  first: () => Promise<Visit>,
  second: () => Promise<Visit>,
): Promise<(readonly [Visit, Visit])[]> {
  await first();
  await second();
  const visits: (readonly [Visit, Visit])[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const a = round % 2 === 0 ? await first() : null;
    const b = await second();
    visits.push([a ?? (await first()), b]);
  }
  return visits;
}

/** Where the emulators of this run are, as the page is told it. */
function emulatedConfig(auth: string, app: string): object {
  const at = (host: string) => {
    const { hostname, port } = new URL(`http://${host}`);
    return { host: hostname, port: Number(port) };
  };
  const functions = { host: '127.0.0.1', port: Number(new URL(app).port) + 1 };
  return {
    projectId: process.env['GCLOUD_PROJECT'],
    apiKey: 'demo',
    authDomain: auth,
    apiUrl: app,
    emulators: {
      auth: `http://${auth}`,
      firestore: at(process.env['FIRESTORE_EMULATOR_HOST'] ?? ''),
      functions,
    },
  };
}
