import type { Environment } from '@latchkey/domain/environment';
import type { QueryDescription } from '../../../web/src/firebase/description.ts';
import { NO_FILTER, SORT_KEYS, type LicenseFilter } from '../../../web/src/licenses/console/licenseFilter.ts';
import { licensesQuery } from '../../../web/src/licenses/console/licenseQuery.ts';
import { readLicense } from '../../../web/src/licenses/readLicense.ts';
import { PAGE_SIZE, pageQuery, placeValues, type Cursor } from '../../../web/src/lists/listQuery.ts';
import type { Row } from '../stand/goals.ts';
import { less } from '../stand/goals.ts';
import type { Reader } from '../stand/readers.ts';
import { bareReader, consoleReader } from '../stand/readers.ts';
import type { Size } from '../stand/seedLived.ts';
import { seedLived, SIZES } from '../stand/seedLived.ts';
import type { Deed } from '../stand/sideBySide.ts';
import { sideBySide, times } from '../stand/sideBySide.ts';

const BARE = 'the bare query';
const MUST = less(1.3, 1.1);
/** The emulator walks through every license for every query: less often where that takes a second. */
const ROUNDS: Record<Size, number> = { 1_000: 25, 10_000: 15, 100_000: 9 };
const FAR_PAGE = 20;

const BUSY: LicenseFilter = {
  ...NO_FILTER,
  status: 'active',
  productId: 'acme-editor',
  sort: { key: 'expires', direction: 'asc' },
};

/** Everything that can be narrowed down at once: two ranges, so that the order's index has to tell both. */
const BUSIEST: LicenseFilter = { ...BUSY, created: '90d' };

/** P9: a page of the console's list, as the app asks for it, beside the same query without rules and reading. */
export async function listPages(): Promise<Row[]> {
  const product = consoleReader();
  const bare = bareReader();
  const rows: Row[] = [];
  try {
    for (const size of SIZES) rows.push(...(await pagesOf(size, product, bare)));
  } finally {
    await Promise.all([product.close(), bare.close()]);
  }
  return rows;
}

async function pagesOf(size: Size, product: Reader, bare: Reader): Promise<Row[]> {
  const environment = await seedLived(size);
  const rounds = ROUNDS[size];
  const at = `of ${size.toLocaleString('en')}`;
  const page = (filter: LicenseFilter, cursor: Cursor | null = null): QueryDescription =>
    pageQuery(licensesQuery(environment, filter), cursor);
  const show = (query: QueryDescription) => () => asRows(product, environment, query);
  const beside = async (what: string, filter: LicenseFilter): Promise<number> => {
    const query = { ...page(filter), limit: PAGE_SIZE };
    const compared = await sideBySide(show(page(filter)), () => bare.read(query), rounds);
    times(`${what} ${at}`, compared);
    return compared.ratio;
  };

  const same = await sideBySide(show(page(NO_FILTER)), show(page(NO_FILTER)), rounds);
  times(`A against A ${at}`, same);
  const far = await cursorOf(FAR_PAGE, product, environment);
  const farther = await sideBySide(show(page(NO_FILTER, far)), show(page(NO_FILTER)), rounds);
  times(`page ${FAR_PAGE} ${at}`, farther);
  const read = (await show(page(BUSY))()).length;
  const orders = SORT_KEYS.map((key) => page({ ...NO_FILTER, sort: { key, direction: 'asc' } }));
  const every = await sideBySide(
    () => inTurn(orders.map(show)),
    () => inTurn(orders.map((query) => () => bare.read({ ...query, limit: PAGE_SIZE }))),
    Math.ceil(rounds / 3),
  );
  times(`every order ${at}`, every);
  const row = (what: string, measured: number, besides = BARE): Row => ({
    part: 'P9',
    what: `list ${at}: ${what}`,
    beside: besides,
    goal: MUST,
    measured,
  });
  return [
    {
      ...row('newest first', same.ratio, 'itself (0.9 to 1.1)'),
      part: 'A/A',
      goal: null,
      ...fair(same.ratio),
    },
    row('newest first', await beside('newest first', NO_FILTER)),
    row('one state and product, by expiry', await beside('one state and product', BUSY)),
    row(
      'one state, product and span of creation, by expiry',
      await beside('state, product and creation', BUSIEST),
    ),
    row('every order, one after another', every.ratio),
    row(`page ${FAR_PAGE}`, farther.ratio, 'page 1'),
    { ...row('documents read for a page', read, ''), goal: less(PAGE_SIZE + 1, PAGE_SIZE + 1) },
  ];
}

async function inTurn(deeds: readonly Deed[]): Promise<void> {
  for (const deed of deeds) await deed();
}

function fair(ratio: number): { fault?: string } {
  return ratio >= 0.9 && ratio <= 1.1 ? {} : { fault: 'the run does not count' };
}

async function asRows(reader: Reader, environment: Environment, query: QueryDescription) {
  const read = readLicense(environment);
  return (await reader.read(query)).map(({ id, data }) => read(id, data));
}

/** Turns the pages as a person would, up to the one before. */
async function cursorOf(number: number, reader: Reader, environment: Environment): Promise<Cursor> {
  const query = licensesQuery(environment, NO_FILTER);
  let cursor: Cursor | null = null;
  for (let page = 1; page < number; page++) {
    const found = await asRows(reader, environment, pageQuery(query, cursor));
    const last = found[PAGE_SIZE - 1];
    if (last === undefined) throw new Error(`there is no page ${number}`);
    cursor = { side: 'after', values: placeValues(query.orderBy, last) };
  }
  if (cursor === null) throw new Error('the first page has no cursor');
  return cursor;
}
