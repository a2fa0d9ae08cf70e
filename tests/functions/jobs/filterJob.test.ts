import { beforeAll, describe, expect, test } from 'vitest';
import type { License } from '@latchkey/domain/license/license';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { pageQuery } from '@latchkey/functions/operations/jobs/selectLicenses';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { DAY, later, NOW } from '../../support/builders.ts';
import { readLicense } from '../../support/inventory.ts';
import { eventsOf, filtered, killedAt, NO_FILTER, readJob, rowsOf, run } from '../../support/jobs.ts';
import { startBulk, SUSPEND } from '../../support/jobs.ts';
import { seedLicense, seedLicenses } from '../../support/seedLicenses.ts';
import { newWorld } from '../../support/world.ts';
import { cover, readIndexFile } from '../../web/support/indexCoverage.ts';

const MANY = 1_200;

describe(`a job over ${MANY} licenses that a filter leaves, among as many others`, () => {
  const world = newWorld('filter');
  let meant: License[];
  let jobId: string;
  beforeAll(async () => {
    meant = await seedLicenses(world, MANY, (index) => ({ createdAt: later(-(index % 7) * DAY) }));
    await seedLicenses(world, 400, () => ({ status: 'suspended' }));
    await seedLicenses(world, 400, () => ({ productId: 'acme-plugin' }));
    await seedLicenses(world, 400, () => ({ createdAt: later(-30 * DAY) }));
    const filter = { status: 'active', productId: 'acme-editor', createdSince: later(-7 * DAY) } as const;
    jobId = await startBulk(world, SUSPEND, filtered(filter));
    // Whoever comes into being while it runs was never meant.
    await seedLicenses(world, 3, () => ({ createdAt: later(DAY, new Date()) }));
    // Three runs, as if each had only so much time.
    let looks = 0;
    expect(await run(world, jobId, { until: () => ++looks > 8 })).toBe('waiting');
    looks = 0;
    expect(await run(world, jobId, { until: () => ++looks > 8 })).toBe('waiting');
    expect(await run(world, jobId)).toBe('ended');
  }, 180_000);

  test('meets each of them once, though it changes what it filters by, and none of the others', async () => {
    expect(await readJob(world, jobId)).toMatchObject({
      status: 'done',
      progress: { total: MANY, done: MANY, refused: 0 },
    });
    const ids = meant.map(({ id }) => id).toSorted();
    expect((await rowsOf(world, jobId)).map(({ licenseId }) => licenseId).toSorted()).toEqual(ids);
    expect((await eventsOf(world, jobId)).map(({ licenseId }) => licenseId).toSorted()).toEqual(ids);
  });
});

describe('a search', () => {
  const world = newWorld('search');

  test('means the licenses that really contain the text, over several pages', async () => {
    const name = { customerName: 'Zoë Zimmermann' };
    const meant = await seedLicenses(world, 130, () => name);
    await seedLicenses(world, 20, () => ({ customerName: 'Zoë Schmidt' }));
    // Holds every piece of the search text, but not the text.
    await seedLicense(world, { customerName: 'zimm immm mmer merm erma rman man mann' });
    const jobId = await startBulk(
      world,
      SUSPEND,
      filtered({ search: 'zimmermann', createdSince: later(-90 * DAY) }),
    );
    expect(await run(world, jobId)).toBe('ended');
    const rows = await rowsOf(world, jobId);
    expect(rows.map(({ licenseId }) => licenseId).toSorted()).toEqual(meant.map(({ id }) => id).toSorted());
    expect(await readJob(world, jobId)).toMatchObject({ progress: { total: 130, done: 130 } });
  });

  test('for a whole key finds it, and neither the record nor a report holds it', async () => {
    const license = await seedLicense(world);
    const jobId = await startBulk(world, SUSPEND, filtered({ search: license.key }));
    expect(await run(world, jobId)).toBe('ended');
    const told = JSON.stringify([await readJob(world, jobId), await rowsOf(world, jobId)]);
    expect(told).toContain(license.id);
    expect(told).not.toContain(license.key);
    expect(await readJob(world, jobId)).toMatchObject({
      work: { selection: { filter: { search: license.keyHint } } },
    });
  });
});

describe('a row that no longer matches when its turn comes', () => {
  test('is left alone, and one that still does is deleted', async () => {
    const world = newWorld('nolonger');
    const [sold, free] = await seedLicenses(world, 2, () => ({ status: 'available' }));
    if (!sold || !free) throw new Error('nothing was seeded');
    const jobId = await startBulk(world, { type: 'delete' }, filtered({ status: 'available' }), {
      confirmed: 2,
    });
    // Its page is written down, then the runner dies; meanwhile one of the two is sold.
    const store = killedAt(world.store, (paths) => paths.some((path) => path.includes('/licenses/')));
    await run(world, jobId, { store, report: () => undefined });
    const customer = { email: 'buyer@example.com', name: null };
    expect(await commandLicense(world.call(), 'production', sold.id, { type: 'assign', customer })).toEqual({
      ok: true,
    });
    expect(await run(world, jobId, { clock: () => later(DAY, new Date()) })).toBe('ended');
    expect(await readLicense(world, sold.id)).toMatchObject({ status: 'assigned' });
    expect(await readLicense(world, free.id)).toBeNull();
    const rows = await rowsOf(world, jobId);
    expect(rows.find(({ licenseId }) => licenseId === sold.id)).toMatchObject({ code: 'NO_LONGER_MATCHES' });
  });
});

describe('the number that was typed', () => {
  test.each([
    [3, 'done', 3],
    [4, 'done', 3],
    [2, 'failed', 0],
  ] as const)('%d, where 3 match: %s, %d deleted', async (confirmed, status, deleted) => {
    const world = newWorld('confirmed');
    await seedLicenses(world, 3);
    const jobId = await startBulk(world, { type: 'delete' }, filtered(), { confirmed });
    expect(await run(world, jobId)).toBe('ended');
    const job = await readJob(world, jobId);
    expect(job).toMatchObject({ status, progress: { done: deleted } });
    expect(await eventsOf(world, jobId)).toHaveLength(deleted);
    if (status === 'failed')
      expect(job.problem).toMatch(/than the 2 that were confirmed, so nothing was changed/);
  });

  test('counts what really matches, not what a search only seems to find', async () => {
    const world = newWorld('confirmsearch');
    await seedLicense(world, { customerName: 'Zimmermann' });
    await seedLicense(world, { customerName: 'zimm immm mmer merm erma rman man mann' });
    const selection = filtered({ search: 'zimmermann' });
    const jobId = await startBulk(world, { type: 'delete' }, selection, { confirmed: 1 });
    expect(await run(world, jobId)).toBe('ended');
    expect(await readJob(world, jobId)).toMatchObject({ status: 'done', progress: { total: 1, done: 1 } });
  });

  test('is never exceeded, even by licenses that come to match while it runs', async () => {
    const world = newWorld('drift');
    await seedLicenses(world, 50, () => ({ createdAt: later(-2 * DAY) }));
    const late = await seedLicenses(world, 1, () => ({ status: 'inactive', createdAt: later(-DAY) }));
    const jobId = await startBulk(world, { type: 'delete' }, filtered({ status: 'active' }), {
      confirmed: 50,
    });
    let woken = false;
    const store = {
      ...world.store,
      async commit(writes: Parameters<typeof world.store.commit>[0]) {
        await world.store.commit(writes);
        // The first page is written down: somebody reactivates one more.
        if (woken || !writes.some(({ path }) => path.endsWith('/input/000000'))) return;
        woken = true;
        await commandLicense(world.call(), 'production', late[0]?.id ?? '', { type: 'reactivate' });
      },
    };
    expect(await run(world, jobId, { store })).toBe('ended');
    const job = await readJob(world, jobId);
    expect(job).toMatchObject({ status: 'failed', progress: { done: 50 } });
    expect(job.problem).toMatch(/stopped before it touched the others/);
    expect(await readLicense(world, late[0]?.id ?? '')).toMatchObject({ status: 'active' });
  });
});

test('every page that a filter can ask for is covered by the declared indexes', () => {
  const file = readIndexFile();
  for (const status of [null, ...LICENSE_STATUSES]) {
    for (const productId of [null, 'p']) {
      for (const search of [null, 'abc']) {
        for (const createdSince of [null, NOW]) {
          const filter = { ...NO_FILTER, status, productId, search, createdSince };
          const selected = { environment: 'production', filter, startedAt: NOW } as const;
          const cursor = search === null ? `id@${NOW.toISOString()}` : 'id';
          const { collection, where = [], orderBy = [] } = pageQuery(selected, cursor, 50);
          const asked = { collection, where: where.map(([field, op]) => [field, op] as const), orderBy };
          expect(cover(file, asked)).toMatchObject({ covered: true });
        }
      }
    }
  }
});
