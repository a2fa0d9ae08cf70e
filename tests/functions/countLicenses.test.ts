import type { LicenseStatus } from '@latchkey/domain/license/license';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { countLicenses } from '@latchkey/functions/operations/countLicenses';
import { licenseCountQuery } from '@latchkey/functions/operations/licenseCountQuery';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiProcess } from '../support/apiProcess.ts';
import { CUSTOMER_A, DAY, later, NOW } from '../support/builders.ts';
import { call, startCallable } from '../support/callables.ts';
import { grant, signedInAs, signedInCustomer, signIn } from '../support/people.ts';
import { seedLicenses } from '../support/seedLicenses.ts';
import type { Answer } from '../support/software.ts';
import { newWorld } from '../support/world.ts';
import { cover, readIndexFile } from '../web/support/indexCoverage.ts';

/** More than a list may hold: the rules let a browser count to 500 only. */
const MANY = 520;
const PRODUCTS = ['acme-editor', 'acme-plugin'] as const;

const world = newWorld('count');
let door: ApiProcess;
let viewer: string;
beforeAll(async () => {
  await seedLicenses(world, MANY, place);
  await seedLicenses(world, 3, () => ({ environment: 'staging', createdAt: later(-DAY) }));
  door = await startCallable(world, 'countLicenses');
  viewer = await signedInAs(world, 'viewer');
}, 120_000);
afterAll(() => door.stop());

/** States in turn, every third of another product, one more day old each. */
function place(index: number): { status: LicenseStatus; productId: string; createdAt: Date } {
  const status = LICENSE_STATUSES[index % LICENSE_STATUSES.length] ?? 'active';
  return { status, productId: PRODUCTS[index % 3 === 0 ? 1 : 0], createdAt: later(-index * DAY) };
}

interface Narrowed {
  readonly status?: LicenseStatus;
  readonly productId?: string;
  readonly createdSince?: string;
}

function ask(token: string | null, narrowed: object = {}, environment = 'production'): Promise<Answer> {
  return call(door, token, { environment, ...narrowed });
}

/** The same count without any database. */
function expected({ status, productId, createdSince }: Narrowed): number {
  const since = createdSince === undefined ? -Infinity : new Date(createdSince).getTime();
  return Array.from({ length: MANY }, (_, index) => place(index)).filter(
    (license) =>
      license.status === (status ?? license.status) &&
      license.productId === (productId ?? license.productId) &&
      license.createdAt.getTime() >= since,
  ).length;
}

describe('the count', () => {
  const createdSince = later(-100 * DAY, NOW).toISOString();
  const rows: readonly Narrowed[] = [
    {},
    ...LICENSE_STATUSES.map((status) => ({ status })),
    { productId: 'acme-plugin' },
    { productId: 'nobody' },
    { createdSince },
    { status: 'active', productId: 'acme-editor' },
    { status: 'active', createdSince },
    { productId: 'acme-plugin', createdSince },
    { status: 'revoked', productId: 'acme-plugin', createdSince },
  ];

  test.each(rows)('is exact for %j', async (narrowed) => {
    const { status, body } = await ask(viewer, narrowed);
    expect({ status, body }).toEqual({
      status: 200,
      body: { result: { ok: true, count: expected(narrowed) } },
    });
  });

  test.each(rows)('has the indexes that a deployed database needs for %j', ({ createdSince, ...rest }) => {
    const since = createdSince === undefined ? {} : { createdSince: new Date(createdSince) };
    const { collection, where = [] } = licenseCountQuery('production', { ...rest, ...since });
    const asked = { collection, where: where.map(([field, op]) => [field, op] as const), orderBy: [] };
    expect(cover(readIndexFile(), asked)).toMatchObject({ covered: true });
  });

  test('goes beyond 500 and stays within its environment', async () => {
    expect((await ask(viewer)).body).toEqual({ result: { ok: true, count: MANY } });
    expect((await ask(viewer, {}, 'staging')).body).toEqual({ result: { ok: true, count: 3 } });
    expect((await ask(viewer, {}, 'development')).body).toEqual({ result: { ok: true, count: 0 } });
  });

  test('includes the very moment that is named', async () => {
    const moment = later(-7 * DAY);
    expect((await ask(viewer, { createdSince: moment.toISOString() })).body).toMatchObject({
      result: { count: 8 },
    });
    const after = later(1, moment).toISOString();
    expect((await ask(viewer, { createdSince: after })).body).toMatchObject({ result: { count: 7 } });
  });

  test('is one query, and reads one document for every thousand counted', async () => {
    world.store.reset();
    expect(await countLicenses(world.call(), 'production', {})).toBe(MANY);
    expect(world.store.counts).toEqual({ reads: 1, writes: 0, queries: 1, roundTrips: 1 });
  });
});

describe('who may count', () => {
  test.each(['owner', 'admin', 'operator', 'viewer'] as const)('%s', async (role) => {
    expect((await ask(await signedInAs(world, role))).status).toBe(200);
  });

  test('not a customer, not somebody without any access, not somebody who is not signed in', async () => {
    const customer = await ask(await signedInCustomer(world, CUSTOMER_A.id));
    expect(customer.status).toBe(403);
    expect(customer.body).not.toHaveProperty('result');
    const uid = await grant(world, 'nobody@example.com', {});
    expect((await ask(await signIn(world, 'nobody@example.com', uid))).status).toBe(403);
    expect((await ask(null)).status).toBe(401);
  });

  test('who is limited to staging counts there and nowhere else', async () => {
    const staging = await signedInAs(world, 'admin', { environments: ['staging'] });
    expect((await ask(staging)).status).toBe(403);
    expect((await ask(staging, {}, 'staging')).status).toBe(200);
  });

  test('a disabled person no longer counts', async () => {
    const email = 'disabled@example.com';
    const token = await signIn(world, email, await grant(world, email, { role: 'owner' }));
    expect((await ask(token)).status).toBe(200);
    await grant(world, email, { disabled: true });
    expect([401, 403]).toContain((await ask(token)).status);
  });
});

test.each([
  { status: 'gone' },
  { status: null },
  { productId: 'a/b' },
  { productId: '' },
  { createdSince: '2026-01-01' },
  { createdSince: 0 },
  { customerId: 'customer-a' },
  { environment: 'prod' },
])('%j is refused as bad input', async (narrowed) => {
  const answer = await ask(viewer, narrowed);
  expect(answer.status).toBe(400);
  expect(answer.body['error']).toMatchObject({ status: 'INVALID_ARGUMENT' });
});
