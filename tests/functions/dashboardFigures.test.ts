import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Environment } from '@latchkey/domain/environment';
import type { LicenseStatus } from '@latchkey/domain/license/license';
import { checkField, startOfHour, statsDay } from '@latchkey/domain/stats/day';
import { LOW_POOL } from '@latchkey/domain/stats/pools';
import { DashboardFiguresAnswer } from '@latchkey/domain/wire/console/dashboardFigures';
import type { DashboardFigures } from '@latchkey/domain/wire/console/dashboardFigures';
import { productPath, statsPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { dashboardFigures } from '@latchkey/functions/operations/dashboard/dashboardFigures';
import { endingQuery } from '@latchkey/functions/operations/dashboard/expiring';
import { remembered } from '@latchkey/functions/operations/dashboard/remembered';
import { recordTotals } from '@latchkey/functions/operations/stats/recordTotals';
import type { ApiProcess } from '../support/apiProcess.ts';
import { aProduct, CUSTOMER_A, DAY, HOUR, later } from '../support/builders.ts';
import { call, startCallable } from '../support/callables.ts';
import { signedInAs, signedInCustomer } from '../support/people.ts';
import { seedLicenses } from '../support/seedLicenses.ts';
import { newWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { cover, readIndexFile } from '../web/support/indexCoverage.ts';

const NOW = new Date('2026-03-04T12:34:56Z');
const STATES: readonly LicenseStatus[] = [
  'available',
  'available',
  'assigned',
  'active',
  'expired',
  'revoked',
];

function figures(world: World, environment: Environment = 'production'): Promise<DashboardFigures> {
  return dashboardFigures(world.call({ now: NOW }), environment);
}

async function addProducts(world: World, names: readonly string[], status = 'active'): Promise<void> {
  await world.store.commit(
    names.map((id) => {
      const product = aProduct({ id, name: `Product ${id}` });
      return { kind: 'set', path: productPath('production', id), data: { ...toStored(product), status } };
    }),
  );
}

describe('the figures', () => {
  test('of an empty environment are all there, and all nothing', async () => {
    const found = await figures(newWorld('dashempty'));
    expect(DashboardFiguresAnswer.parse(found)).toEqual(found);
    expect(found).toMatchObject({ products: 0, topProducts: [], lowPools: [], refusals: [], history: [] });
    expect(found.expiring).toEqual({ within7: 0, within30: 0, next: [] });
    expect(Object.values(found.licenses)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(found.checks.accepted).toHaveLength(31 * 24 + 1);
    expect([...found.checks.accepted, ...found.checks.refused].every((count) => count === 0)).toBe(true);
  });

  test('count licenses by state, active products, and stay within their environment', async () => {
    const world = newWorld('dashstates');
    await addProducts(world, ['a', 'b']);
    await addProducts(world, ['c'], 'inactive');
    await seedLicenses(world, 60, (index) => ({ status: STATES[index % STATES.length] ?? 'active' }));
    await seedLicenses(world, 7, () => ({ environment: 'staging' }));
    const { products, licenses } = await figures(world);
    expect(products).toBe(2);
    expect(licenses).toEqual({
      available: 20,
      assigned: 10,
      active: 10,
      inactive: 0,
      suspended: 0,
      expired: 10,
      revoked: 10,
    });
    expect((await figures(world, 'staging')).licenses).toMatchObject({ active: 7, available: 0 });
  });

  test('name the five products with most licenses, and active products whose pool runs low', async () => {
    const world = newWorld('dashproducts');
    await addProducts(world, ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'unused']);
    await addProducts(world, ['closed'], 'inactive');
    const seed = (productId: string, status: LicenseStatus, count: number) =>
      seedLicenses(world, count, () => ({ productId, status }));
    for (const n of [1, 2, 3, 4, 5]) await seed(`p${n}`, 'active', n);
    await seed('p6', 'available', LOW_POOL);
    await seed('p5', 'available', LOW_POOL - 1);
    await seed('closed', 'available', 3);
    const { topProducts, lowPools } = await figures(world);
    expect(topProducts.map(({ id, licenses }) => [id, licenses])).toEqual([
      ['p5', 54],
      ['p6', 50],
      ['p4', 4],
      ['closed', 3],
      ['p3', 3],
    ]);
    expect(lowPools.map(({ id, available }) => [id, available])).toEqual([
      ['p1', 0],
      ['p2', 0],
      ['p3', 0],
      ['p4', 0],
      ['p5', 49],
    ]);
  });

  test('count active licenses that end within 7 and 30 days, and name the soonest five', async () => {
    const world = newWorld('dashending');
    const ends = [-1, 1, 2, 3, 6.99, 7.01, 29.99, 30.01].map((days) => later(days * DAY, NOW));
    await seedLicenses(world, ends.length, (index) => ({ expiresAt: ends[index] ?? null }));
    await seedLicenses(world, 1, () => ({ status: 'suspended', expiresAt: later(DAY, NOW) }));
    await seedLicenses(world, 1, () => ({ expiresAt: null }));
    const { expiring } = await figures(world);
    expect([expiring.within7, expiring.within30]).toEqual([4, 6]);
    expect(expiring.next.map(({ expiresAt }) => expiresAt)).toEqual(
      ends.slice(1, 6).map((end) => end.toISOString()),
    );
    expect(expiring.next[0]).toMatchObject({ customer: CUSTOMER_A.name, productName: 'Acme Editor' });
    expect(expiring.next.every(({ keyHint }) => keyHint.length === 8)).toBe(true);
  });

  test('show the hours of the last 31 days, the reasons of the last 24, and the totals day by day', async () => {
    const world = newWorld('dashpast');
    const add = (at: Date, shard: number, field: string, count: number) =>
      world.store.commit([
        {
          kind: 'update',
          path: statsPath('production', `${statsDay(at)}-checks-${shard}`),
          data: { kind: 'checks', day: statsDay(at) },
          increment: { [field]: count },
          upsert: true,
        },
      ]);
    const first = new Date(startOfHour(NOW).getTime() - 31 * DAY);
    for (const [at, count] of [
      [NOW, 5],
      [later(-23 * HOUR, NOW), 7],
      [first, 11],
      [later(-1, first), 13],
    ] as const) {
      await add(at, 0, checkField('validate', 'EXPIRED', at), count);
      await add(at, 3, checkField('validate', 'EXPIRED', at), 100);
      await add(at, 3, checkField('activate', 'ACTIVATED', at), count);
    }
    await add(later(-24 * HOUR, NOW), 0, checkField('validate', 'REVOKED', later(-24 * HOUR, NOW)), 1);
    await recordTotals(world.call({ now: later(-DAY, NOW) }), 'production');
    await seedLicenses(world, 2);
    await recordTotals(world.call({ now: NOW }), 'production');
    await recordTotals(world.call({ now: later(HOUR, NOW) }), 'production');

    const { checks, refusals, history } = await figures(world);
    expect(checks.from).toBe(first.toISOString());
    expect(checks.refused.at(-1)).toBe(105);
    expect(checks.refused.at(-24)).toBe(107);
    expect(checks.refused[0]).toBe(111);
    expect(checks.activated[0]).toBe(11);
    expect(refusals).toEqual([{ code: 'EXPIRED', count: 212 }]);
    expect(history).toEqual([
      { day: '2026-03-03', products: 0, active: 0 },
      { day: '2026-03-04', products: 0, active: 2 },
    ]);
  });

  test('cost a bounded number of reads, all asked for at once and none of them a write', async () => {
    const world = newWorld('dashcost');
    await addProducts(world, ['a', 'b', 'c']);
    await seedLicenses(world, 300);
    world.store.reset();
    await figures(world);
    const { reads, writes } = world.store.counts;
    expect(writes).toBe(0);
    expect(reads).toBeLessThan(40);
  });

  test('have the index that a deployed database needs', () => {
    const { collection, where = [], orderBy = [] } = endingQuery('production', NOW, 30);
    const asked = { collection, where: where.map(([field, op]) => [field, op] as const), orderBy };
    expect(cover(readIndexFile(), asked)).toMatchObject({ covered: true });
  });
});

describe('what is remembered', () => {
  test('is found once for all who ask within its life, and anew afterwards', async () => {
    let now = 0;
    let found = 0;
    const ask = remembered<number>(30_000, () => now);
    const find = () => Promise.resolve(++found);
    expect(await Promise.all([ask('a', find), ask('a', find)])).toEqual([1, 1]);
    now = 29_999;
    expect(await ask('a', find)).toBe(1);
    expect(await ask('b', find)).toBe(2);
    now = 30_000;
    expect(await ask('a', find)).toBe(3);
  });

  test('is no failure', async () => {
    const ask = remembered<number>(30_000, () => 0);
    await expect(ask('a', () => Promise.reject(new Error('out of reach')))).rejects.toThrow('out of reach');
    expect(await ask('a', () => Promise.resolve(1))).toBe(1);
  });
});

describe('who may see them', () => {
  const world = newWorld('dashwho');
  let door: ApiProcess;
  beforeAll(async () => {
    door = await startCallable(world, 'dashboardFigures');
  });
  afterAll(() => door.stop());
  const ask = (token: string | null, data: object = { environment: 'production' }) => call(door, token, data);

  test.each(['owner', 'admin', 'operator', 'viewer'] as const)('%s', async (role) => {
    const { status, body } = await ask(await signedInAs(world, role));
    expect(status).toBe(200);
    expect(DashboardFiguresAnswer.parse(body['result']).ok).toBe(true);
  });

  test('not a customer, nobody who is not signed in, and who is limited to staging only there', async () => {
    expect((await ask(await signedInCustomer(world, CUSTOMER_A.id))).status).toBe(403);
    expect((await ask(null)).status).toBe(401);
    const staging = await signedInAs(world, 'admin', { environments: ['staging'] });
    expect((await ask(staging)).status).toBe(403);
    expect((await ask(staging, { environment: 'staging' })).status).toBe(200);
  });

  test.each([{}, { environment: 'prod' }, { environment: 'production', days: 90 }])(
    '%j is refused as bad input',
    async (data) => {
      expect((await ask(await signedInAs(world, 'viewer'), data)).status).toBe(400);
    },
  );
});
