import { expect, test } from 'vitest';
import { matchColumns } from '@latchkey/domain/import/matchColumns';
import type { License } from '@latchkey/domain/license/license';
import { envPath } from '@latchkey/functions/firestore/collections';
import { parseCsv } from '../../../web/src/imports/parseCsv.ts';
import { readRows } from '../../../web/src/imports/readRows.ts';
import { askImport, sendFile } from '../../support/imports.ts';
import { documents } from '../../support/inventory.ts';
import { eventsOf, readJob, rowsOf, run } from '../../support/jobs.ts';
import { aKey, seedCatalog, seedLicenses } from '../../support/seedLicenses.ts';
import type { World } from '../../support/world.ts';
import { newWorld } from '../../support/world.ts';

const ROWS = 10_000;
const BAD = ROWS / 20;
/** Of the wrong ones, those that only the server can tell. */
const REFUSED = (BAD * 3) / 5;
const GOOD = ROWS - BAD;
/** Of twenty rows one is wrong: each of these in its turn, so 100 times. */
const WRONG = [
  { limit: 'many', says: 'Activation limit' },
  { email: 'nobody', says: 'Customer e-mail' },
  { product: 'no-such-product', code: 'PRODUCT_NOT_FOUND' },
  { expires: '2020-01-01', code: 'EXPIRY_NOT_FUTURE' },
  { code: 'LICENSE_DIFFERS' },
] as const;

type Cells = Readonly<Record<'key' | 'product' | 'email' | 'name' | 'limit' | 'expires', string>>;
const HEADERS = ['key', 'product', 'email', 'name', 'limit', 'expires'] as const;

/** The lines of the file by what is wrong with them, and the text of the file. */
function aFile(existing: readonly License[]) {
  const expected = new Map<number, (typeof WRONG)[number]>();
  const lines = Array.from({ length: ROWS }, (_, at) => {
    const wrong = at % 20 === 7 ? WRONG[((at - 7) / 20) % WRONG.length] : undefined;
    if (wrong) expected.set(at + 2, wrong);
    // A customer has up to ten, many licenses have none.
    const owner = at % 3 === 0 ? `customer-${Math.floor(at / 30)}@import.test` : '';
    const cells: Cells = {
      key: aKey(),
      product: 'acme-editor',
      email: owner,
      name: owner && `Customer ${Math.floor(at / 30)}`,
      limit: String(1 + (at % 5)),
      expires: '',
      ...(wrong && differing(wrong, existing, at)),
    };
    return HEADERS.map((name) => cells[name]).join(',');
  });
  return { expected, text: [HEADERS.join(','), ...lines].join('\r\n') };
}

function differing(wrong: (typeof WRONG)[number], existing: readonly License[], at: number): Partial<Cells> {
  if ('limit' in wrong) return { limit: wrong.limit };
  if ('email' in wrong) return { email: wrong.email };
  if ('product' in wrong) return { product: wrong.product };
  if ('expires' in wrong) return { expires: wrong.expires };
  return { key: existing[Math.floor(at / 100)]?.key ?? '', limit: '99' };
}

/** Every document of a collection without what it holds: ten thousand whole licenses are many megabytes. */
function slim(world: World, collection: 'licenses' | 'licenseKeys' | 'customers') {
  return world.store.query<object>({
    parent: envPath('production'),
    collection,
    limit: 2 * ROWS,
    select: [],
  });
}

/** Everything that an import is about, and nothing that tells of the import itself. */
async function imported(world: World): Promise<string> {
  const found = [];
  for (const name of ['licenses', 'licenseKeys', 'customers'] as const)
    found.push(...(await slim(world, name)));
  return found
    .map(({ path, updateTime }) => `${path} ${updateTime}`)
    .toSorted()
    .join('\n');
}

async function checkAndApply(world: World, rows: ReturnType<typeof readRows>['good']) {
  const checkId = await sendFile(world, 'licenses', rows);
  expect(await run(world, checkId)).toBe('ended');
  const jobId = await askImport(world, checkId, false);
  expect(await run(world, jobId)).toBe('ended');
  return { checkId, jobId };
}

test(
  'a file of 10,000 rows of which 500 are wrong: those are told by line and reason, 9,500 are imported, and once more changes nothing',
  { timeout: 600_000 },
  async () => {
    const world = newWorld('import-10000');
    await seedCatalog(world);
    const existing = await seedLicenses(world, 100);
    const { expected, text } = aFile(existing);
    const parsed = parseCsv(new TextEncoder().encode(text));
    if (!parsed.ok) throw new Error(parsed.sentence);
    const read = readRows('licenses', parsed.table, matchColumns('licenses', parsed.table.headers), 'UTC');

    const { checkId, jobId } = await checkAndApply(world, read.good);
    const inFile = read.problems.map(({ line, column }) => [line, column]);
    for (const id of [checkId, jobId]) {
      const report = await rowsOf(world, id);
      const refused = report.filter(({ outcome }) => outcome === 'refused');
      const told = [...inFile, ...refused.map(({ line, code }) => [line, code])];
      const wanted = [...expected].map(([line, wrong]) => [line, 'says' in wrong ? wrong.says : wrong.code]);
      expect(told.toSorted((a, b) => Number(a[0]) - Number(b[0]))).toEqual(wanted);
      expect(told).toHaveLength(BAD);
      expect(refused.filter(({ sentence }) => !sentence)).toEqual([]);
    }
    const progress = { total: GOOD + REFUSED, done: GOOD, refused: REFUSED };
    expect((await readJob(world, jobId)).progress).toMatchObject(progress);

    expect(await slim(world, 'licenses')).toHaveLength(GOOD + existing.length);
    const events = await eventsOf(world, jobId);
    const made = events.filter(({ action }) => action === 'license.created');
    expect(new Set(made.map(({ licenseId }) => licenseId)).size).toBe(GOOD);
    expect(made).toHaveLength(GOOD);

    const before = await imported(world);
    const again = await checkAndApply(world, read.good);
    expect((await readJob(world, again.jobId)).progress).toEqual({
      ...progress,
      deeds: { ALREADY_SO: GOOD },
    });
    expect(await imported(world)).toBe(before);
    expect(await documents(world, 'audit', [['requestId', '==', again.jobId]])).toHaveLength(1);
  },
);
