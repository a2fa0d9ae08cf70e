import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { settingsPath } from '@latchkey/functions/firestore/collections';
import { SETTINGS_LIFE_MS, settingsMemory } from '@latchkey/functions/operations/settings';
import { saveSettings } from '@latchkey/functions/operations/saveSettings';
import type { ApiProcess } from '../support/apiProcess.ts';
import { call, startCallable } from '../support/callables.ts';
import { documents } from '../support/inventory.ts';
import { signedInAs } from '../support/people.ts';
import { atOnce } from '../support/software.ts';
import { newWorld } from '../support/world.ts';

const LICENSE = defaultsOf('license');
const LIMITS = defaultsOf('limits');
let world: ReturnType<typeof newWorld>;
beforeEach(() => {
  world = newWorld('settings');
});

async function events(): Promise<unknown[]> {
  return (await documents(world, 'audit')).map(({ data }) => data);
}

describe('what a process remembers', () => {
  let now = 0;
  const moment = (): number => now;
  const store = (graceDays: number): Promise<void> =>
    world.store.commit([
      { kind: 'set', path: settingsPath('staging', 'license'), data: { ...LICENSE, graceDays } },
    ]);

  test('is at most 30 seconds old, and costs one read in that time', async () => {
    const memory = settingsMemory(moment);
    await store(3);
    world.store.reset();
    const read = () => memory.read(world.store, 'staging', 'license');
    const first = await atOnce(20, read);
    expect(first.every(({ graceDays }) => graceDays === 3)).toBe(true);
    await store(9);
    now += SETTINGS_LIFE_MS - 1;
    expect((await read()).graceDays).toBe(3);
    expect(world.store.counts.reads).toBe(1);
    now += 1;
    expect((await read()).graceDays).toBe(9);
    expect(world.store.counts.reads).toBe(2);
  });

  test('tells environments apart', async () => {
    const memory = settingsMemory(moment);
    await store(3);
    expect(await memory.read(world.store, 'staging', 'license')).toMatchObject({ graceDays: 3 });
    expect(await memory.read(world.store, 'production', 'license')).toEqual(LICENSE);
  });

  test('is there at once for who waits for nothing: the defaults first, then what is stored', async () => {
    const memory = settingsMemory(moment);
    await store(3);
    expect(memory.latest(world.store, 'staging', 'license')).toEqual(LICENSE);
    await expect.poll(() => memory.latest(world.store, 'staging', 'license').graceDays).toBe(3);
  });

  test('survives an outage for who waits for nothing, and says so to who does', async () => {
    const memory = settingsMemory(moment);
    const broken = { ...world.store, getAll: () => Promise.reject(new Error('outage')) };
    expect(memory.latest(broken, 'staging', 'license')).toEqual(LICENSE);
    await expect(memory.read(broken, 'staging', 'license')).rejects.toThrow('outage');
    await store(3);
    expect(await memory.read(world.store, 'staging', 'license')).toMatchObject({ graceDays: 3 });
  });
});

describe('saving', () => {
  const save = (revision: number, values: Readonly<Record<string, unknown>>) =>
    saveSettings(world.call(), 'production', {
      section: 'limits',
      revision,
      values,
      password: { type: 'keep' },
    });

  test('is one commit: the section, its revision, and the event from what to what', async () => {
    world.store.reset();
    expect(await save(0, { ...LIMITS, key: 5000 })).toEqual({ ok: true, revision: 1, jobId: null });
    expect(world.store.counts).toMatchObject({ roundTrips: 2, writes: 2 });
    const [stored] = await world.store.getAll([settingsPath('production', 'limits')]);
    expect(stored?.data).toMatchObject({ key: 5000, revision: 1, updatedBy: 'Olga Owner' });
    expect(await events()).toMatchObject([
      { action: 'settings.changed', changes: { 'limits.key': { before: 600, after: 5000 } } },
    ]);
  });

  test('writes nothing where nothing changes or something is wrong', async () => {
    expect(await save(0, LIMITS)).toEqual({ ok: true, revision: 0, jobId: null });
    expect(await save(0, { ...LIMITS, key: 0 })).toMatchObject({ ok: false, code: 'SETTINGS_WRONG' });
    expect(await events()).toEqual([]);
  });

  test('of ten owners at once on one revision, one is heard and nine are told', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => save(0, { ...LIMITS, key: 1000 + index })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((one) => !one.ok && one.code === 'CHANGED_MEANWHILE')).toHaveLength(9);
    expect(await events()).toHaveLength(1);
  });
});

describe('the door', () => {
  let door: ApiProcess;
  const outside = newWorld('settings-door');
  beforeAll(async () => {
    door = await startCallable(outside, 'saveSettings');
  }, 120_000);
  afterAll(() => door.stop());
  const asked = { environment: 'production', section: 'portal', revision: 0 };
  const values = { ...defaultsOf('portal'), deactivation: false };

  test('is open to owners and to nobody else', async () => {
    for (const role of ['admin', 'operator', 'viewer'] as const) {
      const answer = await call(door, await signedInAs(outside, role), { ...asked, values });
      expect(answer.status).toBe(403);
    }
    const answer = await call(door, await signedInAs(outside, 'owner'), { ...asked, values });
    expect(answer).toMatchObject({ status: 200, body: { result: { ok: true, revision: 1 } } });
  });

  test('answers a wrong value with its sentence, a strange form with 400', async () => {
    const token = await signedInAs(outside, 'owner');
    const wrong = await call(door, token, {
      ...asked,
      revision: 1,
      values: { ...values, deactivation: 'no' },
    });
    expect(wrong.body).toMatchObject({
      result: { ok: false, code: 'SETTINGS_WRONG', reason: 'Deactivate devices: must be on or off.' },
    });
    for (const odd of [{ section: 'other' }, { values: [] }, { revision: -1 }, { more: 1 }]) {
      expect((await call(door, token, { ...asked, values, ...odd })).status).toBe(400);
    }
  });
});
