import type { QueryDescription } from '../../../web/src/firebase/description.ts';
import { NO_FILTER, type LicenseFilter } from '../../../web/src/licenses/console/licenseFilter.ts';
import { licenseSearchQuery } from '../../../web/src/licenses/console/licenseQuery.ts';
import { licensesPath, readLicense } from '../../../web/src/licenses/readLicense.ts';
import { firstMatches, SEARCH_LIMIT } from '../../../web/src/lists/listQuery.ts';
import { matchesSearch } from '@latchkey/domain/search/tokens';
import type { Row } from '../stand/goals.ts';
import { less } from '../stand/goals.ts';
import { REGULAR, REGULAR_LICENSES } from '../stand/livedNames.ts';
import type { Reader } from '../stand/readers.ts';
import { bareReader, consoleReader } from '../stand/readers.ts';
import type { Size } from '../stand/seedLived.ts';
import { seedLived, SIZES } from '../stand/seedLived.ts';
import { sideBySide, times } from '../stand/sideBySide.ts';

const ROUNDS: Record<Size, number> = { 1_000: 25, 10_000: 15, 100_000: 9 };
/** Each finds the regular's licenses and no others. */
const TEXTS = ['qui', 'quimby', '@quimby-instruments.example'] as const;
/** In the name of every license of a product, so that it finds more than may be shown. */
const COMMON = 'northwind';

/** P10: what a person searches for, beside an equality query that finds as many licenses. */
export async function search(): Promise<Row[]> {
  const product = consoleReader();
  const bare = bareReader();
  const rows: Row[] = [];
  try {
    for (const size of SIZES) rows.push(...(await searchesOf(size, product, bare)));
  } finally {
    await Promise.all([product.close(), bare.close()]);
  }
  return rows;
}

async function searchesOf(size: Size, product: Reader, bare: Reader): Promise<Row[]> {
  const environment = await seedLived(size);
  const at = `of ${size.toLocaleString('en')}`;
  const collection = licensesPath(environment);
  const equality: QueryDescription = {
    collection,
    where: [['customerEmail', '==', REGULAR.email]],
    limit: REGULAR_LICENSES,
  };
  const find = async (filter: LicenseFilter): Promise<{ read: number; found: number }> => {
    const asked = licenseSearchQuery(environment, filter);
    if (asked === null) throw new Error('too short to search');
    const read = readLicense(environment);
    const rows = (await product.read(firstMatches(asked))).map(({ id, data }) => read(id, data));
    return { read: rows.length, found: rows.filter((row) => matchesSearch(row, filter.search)).length };
  };

  const rows: Row[] = [];
  for (const text of TEXTS) {
    const filter = { ...NO_FILTER, search: text };
    const { read, found } = await find(filter);
    const compared = await sideBySide(
      () => find(filter),
      () => bare.read(equality),
      ROUNDS[size],
    );
    times(`search "${text}" ${at}`, compared);
    rows.push({
      part: 'P10',
      what: `search ${at}: ${text.length} characters`,
      beside: `equality, ${REGULAR_LICENSES} rows`,
      goal: less(3, 1.5),
      measured: compared.ratio,
      ...(found !== REGULAR_LICENSES && { fault: `${found} found of ${read} read` }),
    });
  }
  const common = await find({ ...NO_FILTER, search: COMMON });
  const reads = {
    part: 'P10',
    what: `search ${at}: documents read for a common text`,
    beside: '',
    goal: less(SEARCH_LIMIT, SEARCH_LIMIT),
    measured: common.read,
  };
  return [...rows, reads];
}
