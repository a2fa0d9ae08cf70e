import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CheckResult } from '@latchkey/functions/operations/checkResult';
import { validateLicense } from '@latchkey/functions/operations/validateLicense';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import { HOUR, later } from '../support/builders.ts';
import type { FirestoreProxy } from '../support/firestoreProxy.ts';
import { firestoreProxy } from '../support/firestoreProxy.ts';
import { devicesOf } from '../support/inventory.ts';
import { questionOf } from '../support/questions.ts';
import { aKey, seedWithDevices } from '../support/seedLicenses.ts';
import { ask, atOnce, inTurns, send } from '../support/software.ts';
import { newWorld, SOFTWARE } from '../support/world.ts';

const NOTHING = { roundTrips: 0, reads: 0, writes: 0, queries: 0 };
const world = newWorld('cost');

/** The operation itself, at a moment of the test's choosing. */
function validate(key: string, identifier: string | null, now: Date): Promise<CheckResult> {
  const { wanted, question } = questionOf(world, 'validate', key, identifier);
  return validateLicense(world.call({ actor: SOFTWARE, now }), wanted, question);
}

describe('the operation', () => {
  const now = new Date();
  beforeEach(() => world.store.reset());

  test('costs 3 and 2 reads in 2 round trips at first sight of a key, and its note of "last seen"', async () => {
    const { license } = await seedWithDevices(world, 1);
    world.store.reset();
    expect(await validate(license.key, 'HW-0', now)).toMatchObject({ code: 'VALID' });
    expect(world.store.counts).toEqual({ roundTrips: 3, reads: 5, writes: 1, queries: 0 });
  });

  test('costs 2 reads in 1 round trip from then on, and neither query nor write', async () => {
    const { license } = await seedWithDevices(world, 1);
    await validate(license.key, 'HW-0', now);
    world.store.reset();
    expect(await validate(license.key, 'HW-0', later(HOUR - 1, now))).toMatchObject({ code: 'VALID' });
    expect(world.store.counts).toEqual({ roundTrips: 1, reads: 2, writes: 0, queries: 0 });
  });

  test('costs 1 read where no device is named', async () => {
    const { license } = await seedWithDevices(world, 1);
    await validate(license.key, null, now);
    world.store.reset();
    expect(await validate(license.key, null, now)).toMatchObject({ code: 'VALID' });
    expect(world.store.counts).toEqual({ roundTrips: 1, reads: 1, writes: 0, queries: 0 });
  });

  test('notes "last seen" again after an hour, and shows it in the same answer', async () => {
    const { license } = await seedWithDevices(world, 1);
    await validate(license.key, 'HW-0', now);
    const next = later(HOUR, now);
    expect((await validate(license.key, 'HW-0', next)).device?.lastSeenAt).toEqual(next);
    const [device] = await devicesOf(world, license.id);
    expect(device?.lastSeenAt).toEqual(next);
  });

  test('notes "last seen" once when a device asks 50 times at once', async () => {
    const { license } = await seedWithDevices(world, 1);
    const answers = await atOnce(50, () => validate(license.key, 'HW-0', now));
    expect(answers.every(({ code }) => code === 'VALID')).toBe(true);
    expect(world.store.counts.writes).toBe(1 + 4); // the license and its device were just seeded
  });

  test('writes nothing about a refusal', async () => {
    const { license } = await seedWithDevices(world, 1, { status: 'suspended' });
    world.store.reset();
    expect(await validate(license.key, 'HW-0', now)).toMatchObject({ code: 'SUSPENDED' });
    expect(await validate(aKey(), 'HW-0', now)).toMatchObject({ code: 'NOT_FOUND' });
    expect(world.store.counts.writes).toBe(0);
  });
});

describe('the process as deployed', () => {
  let proxy: FirestoreProxy;
  let api: ApiProcess;
  beforeAll(async () => {
    proxy = await firestoreProxy();
    api = await startApi({ env: { ...world.env, FIRESTORE_EMULATOR_HOST: proxy.host } });
  });
  afterAll(async () => {
    await api.stop();
    await proxy.close();
  });
  const body = (key: string) => ({ key, identifier: 'HW-0' });

  test('asks Firestore for the same: 5 reads at first, then 2 in one round trip', async () => {
    const { license } = await seedWithDevices(world, 1);
    proxy.reset();
    await ask(api.url, 'validate', body(license.key));
    expect(proxy.asked).toEqual({ roundTrips: 3, reads: 5, writes: 1, queries: 0 });
    proxy.reset();
    const steady = await inTurns(20, 5, () => ask(api.url, 'validate', body(license.key)));
    expect(steady.every(({ body }) => body.code === 'VALID')).toBe(true);
    expect(proxy.asked).toEqual({ roundTrips: 20, reads: 40, writes: 0, queries: 0 });
  });

  test('asks for 3 documents in one round trip about a key that nobody knows', async () => {
    proxy.reset();
    await ask(api.url, 'validate', body(aKey()));
    expect(proxy.asked).toEqual({ roundTrips: 1, reads: 3, writes: 0, queries: 0 });
  });

  test.each([
    ['a body over 16 KB', 413, JSON.stringify({ ...body(aKey()), nonce: 'x'.repeat(16 * 1024) })],
    ['an unknown field', 400, JSON.stringify({ ...body(aKey()), limit: 9999 })],
    ['half of a body', 400, '{"key":"'],
  ])('asks nothing when it refuses %s', async (_, status, text) => {
    proxy.reset();
    const headers = { 'content-type': 'application/json' };
    const answer = await send(`${api.url}/v1/validate`, { method: 'POST', headers, body: text });
    expect(answer.status).toBe(status);
    expect(proxy.asked).toEqual(NOTHING);
  });
});
