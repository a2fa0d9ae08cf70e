import { describe, expect, it } from 'vitest';
import { LICENSE_STATUSES, type License } from '@latchkey/domain/license/license';
import type { ReadPage } from '../../web/src/firebase/usePageReader.ts';
import { LICENSE_COLUMNS } from '../../web/src/licenses/console/licenseColumns.ts';
import { NO_FILTER, type LicenseFilter } from '../../web/src/licenses/console/licenseFilter.ts';
import {
  fitsSearch,
  licenseSearchQuery,
  licensesQuery,
} from '../../web/src/licenses/console/licenseQuery.ts';
import { readLicense } from '../../web/src/licenses/readLicense.ts';
import { jsonFormat } from '../../web/src/lists/export/jsonFormat.ts';
import { EXPORT_PAGE, rowPages } from '../../web/src/lists/export/rowPages.ts';
import { writeExport } from '../../web/src/lists/export/writeExport.ts';
import type { RowSource } from '../../web/src/lists/listPlan.ts';
import { aLicense, later, NOW, SECOND } from '../support/builders.ts';
import { fakePages, fakeSink } from './support/fakePages.ts';

const COUNT = 1_203;
/** Ids run against the time of creation, so that no order is right by chance; seven share each moment. */
const MANY = Array.from({ length: COUNT }, (_, i) =>
  aLicense({
    id: `license-${String((i * 7919) % COUNT).padStart(4, '0')}`,
    key: `KEY${String(i).padStart(4, '0')}`,
    status: LICENSE_STATUSES[i % 7] ?? 'active',
    customerEmail: i % 2 === 0 ? `person${i}@even.test` : `person${i}@odd.test`,
    createdAt: later(Math.floor(i / 7) * SECOND),
  }),
);

/** The list as it is with this filter. */
function listOf(filter: LicenseFilter): RowSource<License> {
  return {
    query: licensesQuery('production', filter, NOW),
    search: licenseSearchQuery('production', filter),
    matches: (license) => fitsSearch(license, filter, NOW),
    read: readLicense('production'),
  };
}

function run(filter: LicenseFilter, readPage: ReadPage, controller = new AbortController()) {
  const { sink, text } = fakeSink();
  const steps: number[] = [];
  const source = listOf(filter);
  const done = writeExport({
    pages: rowPages(readPage, source, controller.signal),
    format: jsonFormat(LICENSE_COLUMNS),
    sink,
    now: NOW,
    sortBy: source.search === null ? null : source.query.orderBy,
    signal: controller.signal,
    progress: (rows) => steps.push(rows),
  });
  return { done, sink, steps, rows: () => JSON.parse(text()) as { id: string }[] };
}

function inOrder(licenses: readonly License[], sign: 1 | -1): string[] {
  const order = (a: License, b: License) =>
    sign * (a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
  return [...licenses].sort(order).map(({ id }) => id);
}

describe('an export walks the list', () => {
  it('over three pages: every license once, in the order of the list', async () => {
    const { readPage, asked } = fakePages(MANY);
    const { done, rows, sink, steps } = run(NO_FILTER, readPage);
    expect(await done).toBe(COUNT);
    expect(rows().map(({ id }) => id)).toEqual(inOrder(MANY, -1));
    expect([sink.ended, steps]).toEqual(['finished', [500, 1000, COUNT]]);
    expect(asked.map(({ limit }) => limit)).toEqual([EXPORT_PAGE, EXPORT_PAGE, EXPORT_PAGE]);
  });

  it('with its filter: only what the list would show', async () => {
    const { done, rows } = run({ ...NO_FILTER, status: 'suspended' }, fakePages(MANY).readPage);
    const expected = inOrder(
      MANY.filter(({ status }) => status === 'suspended'),
      -1,
    );
    expect(await done).toBe(expected.length);
    expect(rows().map(({ id }) => id)).toEqual(expected);
  });

  it('with its search: every match and no false hit of the index, in the order of the list', async () => {
    const impostor = { ...aLicense({ id: 'impostor' }), search: MANY[0]?.search ?? {} };
    const { readPage, asked } = fakePages([...MANY, impostor]);
    const sort = { key: 'created', direction: 'asc' } as const;
    const { done, rows } = run({ ...NO_FILTER, search: '@even.test', sort }, readPage);
    const expected = inOrder(
      MANY.filter(({ customerEmail }) => customerEmail?.endsWith('@even.test')),
      1,
    );
    expect(await done).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(EXPORT_PAGE);
    expect(rows().map(({ id }) => id)).toEqual(expected);
    expect(asked).toHaveLength(2);
  });

  it('of nothing: a whole file without a row', async () => {
    const { done, rows } = run(NO_FILTER, fakePages([]).readPage);
    expect(await done).toBe(0);
    expect(rows()).toEqual([]);
  });

  it('of exactly one page: asks once more and finds the end', async () => {
    const { readPage, asked } = fakePages(MANY.slice(0, EXPORT_PAGE));
    const { done } = run(NO_FILTER, readPage);
    expect([await done, asked.length]).toEqual([EXPORT_PAGE, 2]);
  });

  it('while a license moves down the list: it is not written twice', async () => {
    const { readPage, asked } = fakePages(MANY);
    const first = inOrder(MANY, -1)[0];
    const moving: ReadPage = async (query) => {
      const page = await readPage(query);
      const moved = asked.length === 3 ? MANY.filter(({ id }) => id === first) : [];
      return [...moved.map(({ id, ...data }) => ({ id, data })), ...page];
    };
    const { done, rows } = run(NO_FILTER, moving);
    expect(await done).toBe(COUNT);
    expect(rows().filter(({ id }) => id === first)).toHaveLength(1);
  });
});

describe('an export that does not come to its end', () => {
  it('cancelled after a page: reads no further and finishes nothing', async () => {
    const { readPage, asked } = fakePages(MANY);
    const controller = new AbortController();
    const cancelling: ReadPage = async (query) => {
      const page = await readPage(query);
      if (asked.length === 2) controller.abort();
      return page;
    };
    const { done, sink, steps } = run(NO_FILTER, cancelling, controller);
    await expect(done).rejects.toMatchObject({ name: 'AbortError' });
    expect([asked.length, steps, sink.ended]).toEqual([2, [500], 'open']);
  });

  it('cancelled while a page does not come: ends at once', async () => {
    const controller = new AbortController();
    const { done, sink } = run(NO_FILTER, () => new Promise(() => undefined), controller);
    controller.abort();
    await expect(done).rejects.toMatchObject({ name: 'AbortError' });
    expect(sink.ended).toBe('open');
  });

  it('cancelled after the last page of a search: still finishes nothing', async () => {
    const controller = new AbortController();
    const { readPage } = fakePages(MANY);
    const { sink } = fakeSink();
    const done = writeExport({
      pages: rowPages(readPage, listOf({ ...NO_FILTER, search: 'KEY00' }), controller.signal),
      format: jsonFormat(LICENSE_COLUMNS),
      sink,
      now: NOW,
      sortBy: [['__name__', 'asc']],
      signal: controller.signal,
      progress: () => controller.abort(),
    });
    await expect(done).rejects.toMatchObject({ name: 'AbortError' });
    expect(sink.ended).toBe('open');
  });

  it('failed on a page: the failure comes out and nothing is finished', async () => {
    const { readPage, asked } = fakePages(MANY);
    const failing: ReadPage = async (query) => {
      const page = await readPage(query);
      if (asked.length === 2) throw Object.assign(new Error('gone'), { code: 'unavailable' });
      return page;
    };
    const { done, sink } = run(NO_FILTER, failing);
    await expect(done).rejects.toMatchObject({ code: 'unavailable' });
    expect(sink.ended).toBe('open');
  });
});
