import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Environment } from '@latchkey/domain/environment';
import type { CheckStats } from '@latchkey/domain/stats/day';
import { SHARDS } from '@latchkey/domain/stats/day';
import { UnavailableError } from '@latchkey/functions/firestore/store';
import { ConnectionError } from '@latchkey/functions/firestore/transport';
import { checkCounts } from '@latchkey/functions/http/checkCounts';
import type { CheckedOnce } from '@latchkey/functions/operations/stats/checkTally';
import { checkTally } from '@latchkey/functions/operations/stats/checkTally';
import { recordChecks } from '@latchkey/functions/operations/stats/recordChecks';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import type { FirestoreProxy } from '../support/firestoreProxy.ts';
import { firestoreProxy } from '../support/firestoreProxy.ts';
import { aKey, seedWithDevices } from '../support/seedLicenses.ts';
import { ask, inTurns } from '../support/software.ts';
import { newWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';

const NOON = new Date('2026-03-04T12:34:56Z');
const valid: CheckedOnce = { environment: 'production', action: 'validate', code: 'VALID', at: NOON };

async function recordsOf(world: World, environment: Environment = 'production'): Promise<CheckStats[]> {
  const parent = `environments/${environment}`;
  const found = await world.store.query<CheckStats>({ parent, collection: 'stats', limit: 100 });
  return found.flatMap(({ data }) => data ?? []);
}

/** Every number in the documents, added up by its field path. */
async function counted(world: World, environment?: Environment): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { day, hours } of await recordsOf(world, environment)) {
    for (const [hour, actions] of Object.entries(hours)) {
      for (const [action, codes] of Object.entries(actions ?? {})) {
        for (const [code, count] of Object.entries(codes)) {
          const name = `${day} ${hour} ${action} ${code}`;
          sums[name] = (sums[name] ?? 0) + count;
        }
      }
    }
  }
  return sums;
}

describe('what is counted', () => {
  test('is written exactly, in one commit without a read, whatever number of kinds and environments', async () => {
    const world = newWorld('tally');
    const tally = checkTally();
    for (let n = 0; n < 1_000; n++) tally.add(valid);
    for (let n = 0; n < 30; n++) tally.add({ ...valid, code: 'EXPIRED' });
    tally.add({ ...valid, action: 'activate', code: 'ACTIVATED' });
    tally.add({ ...valid, at: new Date('2026-03-05T00:00:00Z') });
    tally.add({ ...valid, environment: 'staging' });
    world.store.reset();
    await recordChecks(world.store, tally, 0);
    expect(world.store.counts).toEqual({ roundTrips: 1, reads: 0, writes: 3, queries: 0 });
    expect(await counted(world)).toEqual({
      '2026-03-04 h12 validate VALID': 1_000,
      '2026-03-04 h12 validate EXPIRED': 30,
      '2026-03-04 h12 activate ACTIVATED': 1,
      '2026-03-05 h00 validate VALID': 1,
    });
    expect(await counted(world, 'staging')).toEqual({ '2026-03-04 h12 validate VALID': 1 });
  });

  test('adds up over many instances that write the same day at once', async () => {
    const world = newWorld('tallies');
    const instances = Array.from({ length: 20 }, (_, index) => ({
      tally: checkTally(),
      shard: index % SHARDS,
    }));
    for (let round = 0; round < 3; round++) {
      for (const { tally } of instances) for (let n = 0; n < 7; n++) tally.add(valid);
      await Promise.all(instances.map(({ tally, shard }) => recordChecks(world.store, tally, shard)));
    }
    expect(await counted(world)).toEqual({ '2026-03-04 h12 validate VALID': 20 * 3 * 7 });
    expect(await recordsOf(world)).toHaveLength(SHARDS);
  });

  test('that is nothing writes nothing', async () => {
    const world = newWorld('notally');
    await recordChecks(world.store, checkTally(), 0);
    expect(world.store.counts).toEqual({ roundTrips: 0, reads: 0, writes: 0, queries: 0 });
  });

  test.each([
    ['is kept when it certainly did not arrive', new ConnectionError('refused', false), 2],
    ['is dropped when it may have arrived', new ConnectionError('broken', true), 1],
    ['is dropped when no answer came in time', new UnavailableError('late'), 1],
  ])('%s', async (_, failure, after) => {
    const world = newWorld('lost');
    const tally = checkTally();
    tally.add(valid);
    const broken = { ...world.store, commit: () => Promise.reject(failure) };
    await expect(recordChecks(broken, tally, 0)).rejects.toBe(failure);
    tally.add(valid);
    await recordChecks(world.store, tally, 0);
    expect(await counted(world)).toEqual({ '2026-03-04 h12 validate VALID': after });
  });

  test('goes out by itself once its time has come, all at once, and a failure ends nothing', async () => {
    const world = newWorld('timer');
    let commits = 0;
    const written = Promise.withResolvers<void>();
    const store = {
      ...world.store,
      commit: async (writes: Parameters<typeof world.store.commit>[0]) => {
        commits += 1;
        if (commits === 1) throw new ConnectionError('refused', false);
        await world.store.commit(writes);
        written.resolve();
      },
    };
    const counts = checkCounts(() => store, 20);
    counts.add(valid);
    counts.add(valid);
    await counts.flush();
    counts.add(valid);
    await written.promise;
    expect(commits).toBe(2);
    expect(await counted(world)).toEqual({ '2026-03-04 h12 validate VALID': 3 });
  });
});

describe('the process as deployed', () => {
  const world = newWorld('counting');
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

  test('asks Firestore nothing for its counting, and writes all of it down when it is told to end', async () => {
    const { license } = await seedWithDevices(world, 1);
    const body = { key: license.key, identifier: 'HW-0' };
    await ask(api.url, 'validate', body);
    proxy.reset();
    await inTurns(40, 8, () => ask(api.url, 'validate', body));
    expect(proxy.asked).toEqual({ roundTrips: 40, reads: 80, writes: 0, queries: 0 });
    await ask(api.url, 'validate', { ...body, key: aKey() });
    await ask(api.url, 'validate', { ...body, environment: 'staging' });
    await ask(api.url, 'activate', { ...body, identifier: 'HW-1' });
    await ask(api.url, 'validate', { key: 7 });
    await api.stop('SIGTERM');

    const byKind: Record<string, number> = {};
    for (const [name, count] of Object.entries(await counted(world))) {
      const kind = name.split(' ').slice(2).join(' ');
      byKind[kind] = (byKind[kind] ?? 0) + count;
    }
    expect(byKind).toEqual({ 'validate VALID': 41, 'validate NOT_FOUND': 1, 'activate ACTIVATED': 1 });
    const staging = Object.entries(await counted(world, 'staging'));
    expect(staging).toEqual([[expect.stringMatching(/ validate ENVIRONMENT_MISMATCH$/), 1]]);
  });
});
