import { buildPages, type BuiltPage } from '../stand/builtPages.ts';
import { less, type Row } from '../stand/goals.ts';
import { broughtBy, fetched, lazyRoutes, neededBy } from '../stand/pageSizes.ts';

const BARE = 'a bare page';
const FIRESTORE = 'src/firebase/firestore.ts';
/** Everybody begins on the dashboard, which the goals are about; the lists are told for comparison. */
const AREAS = [
  { area: 'portal', goal: less(1.35, 1.15) },
  { area: 'admin', goal: less(1.6, 1.15) },
] as const;
const PAGES = [
  { file: 'DashboardPage', name: 'dashboard', first: true },
  { file: 'LicensesPage', name: 'list of licenses', first: false },
] as const;
const NAMES = { portal: 'portal', admin: 'console' } as const;

/** P12: what travels before the first page can be shown, beside a page of the same libraries that does nothing. */
export async function firstRoute(): Promise<Row[]> {
  const { product, bare, remove } = await buildPages();
  try {
    const least = fetched(bare, neededBy(bare, []));
    const kilo = (bytes: number): number => Math.round(bytes / 1000);
    process.stderr.write(`  bare page: ${kilo(least.js)} kB and ${kilo(least.css)} kB of CSS\n`);
    return AREAS.flatMap(({ area, goal }): Row[] => {
      const routes = `src/${area}/routes.ts`;
      const sizes = PAGES.flatMap(({ file, name, first }): Row[] => {
        const row = { part: 'P12', beside: BARE, goal: first ? goal : null };
        const page = `src/${area}/pages/${file}.vue`;
        const needed = neededBy(product, [routes, page]);
        const { js, css } = fetched(product, needed);
        const what = `${NAMES[area]}, ${name}`;
        process.stderr.write(`  ${what}: ${kilo(js)} kB and ${kilo(css)} kB of CSS\n`);
        const full = needed.has(FIRESTORE) ? 1 : 0;
        return [
          { ...row, what: `${what}: JavaScript`, measured: js / least.js },
          { ...row, what: `${what}: CSS`, measured: css / least.css },
          {
            ...row,
            beside: '',
            what: `${what}: waits for all of Firestore`,
            goal: less(0, 0),
            measured: full,
          },
        ];
      });
      return [...sizes, ...lazy(product, area)];
    });
  } finally {
    await remove();
  }
}

/** The heaviest of the routes that are loaded when asked for. */
function lazy(product: BuiltPage, area: keyof typeof NAMES): Row[] {
  const routes = `src/${area}/routes.ts`;
  const pages = lazyRoutes(product, routes);
  const brought = new Map(pages.map((page) => [page, broughtBy(product, page)]));
  const frame = neededBy(product, [routes, `src/${area}/pages/DashboardPage.vue`]);
  const heaviest = (counts: (chunk: string, page: string) => boolean): number =>
    Math.max(
      ...pages.map((page) => {
        const chunks = [...(brought.get(page) ?? [])].filter((chunk) => counts(chunk, page));
        return fetched(product, chunks).js / 1000;
      }),
    );
  const own = (chunk: string, page: string): boolean =>
    !frame.has(chunk) && pages.every((other) => other === page || !brought.get(other)?.has(chunk));
  const row = { part: 'P12', beside: '' };
  const name = `${NAMES[area]}, heaviest lazy route`;
  return [
    { ...row, what: `${name}: kB that no other route has`, goal: less(60, 60), measured: heaviest(own) },
    {
      ...row,
      what: `${name}: kB after the dashboard, shared ones too`,
      goal: null,
      measured: heaviest((chunk) => !frame.has(chunk)),
    },
  ];
}
