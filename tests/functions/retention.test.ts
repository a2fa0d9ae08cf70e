import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { RetentionDays, RetentionName } from '@latchkey/domain/settings/retention';
import { daysKept } from '@latchkey/domain/settings/retention';
import { defaultsOf } from '@latchkey/domain/settings/values';
import {
  auditPath,
  customerPath,
  deliveryPath,
  envPath,
  jobPagePath,
  jobPath,
  jobReportPath,
  mailPath,
  settingsPath,
} from '@latchkey/functions/firestore/collections';
import type { Store, Write } from '@latchkey/functions/firestore/store';
import { applyRetention } from '@latchkey/functions/operations/retention/applyRetention';
import { previewRetention } from '@latchkey/functions/operations/retention/previewRetention';
import type { ApiProcess } from '../support/apiProcess.ts';
import { DAY, later } from '../support/builders.ts';
import { call, startCallable } from '../support/callables.ts';
import { documents } from '../support/inventory.ts';
import { signedInAs, signedInCustomer } from '../support/people.ts';
import { seedLicense } from '../support/seedLicenses.ts';
import { CLOCK, newWorld, type World } from '../support/world.ts';

const NOW = new Date('2026-07-01T02:00:00Z');
const KEPT: RetentionDays = { jobs: 180, mails: 90, deliveries: 30, signIns: 365 };
const ago = (days: number): Date => later(-days * DAY, NOW);
const ENV = 'production';

/** One record of each kind, so old; a job with its report, its rows and what it hides. */
function records(name: string, days: RetentionDays): Write[] {
  const at = (kind: RetentionName): Date => ago(days[kind] ?? 0);
  const set = (path: string, data: object): Write => ({ kind: 'set', path, data });
  return [
    set(jobPath(ENV, name), { status: 'done', finishedAt: at('jobs') }),
    set(jobReportPath(ENV, name, 0), { page: 0 }),
    set(jobPagePath(ENV, name, 0), { rows: [] }),
    set(`${jobPath(ENV, name)}/input/hidden`, { x: 1 }),
    set(mailPath(ENV, name), { to: 'jo@example.com', createdAt: at('mails') }),
    set(deliveryPath(ENV, name), { createdAt: at('deliveries') }),
    set(`${deliveryPath(ENV, name)}/attempts/1`, { number: 1 }),
    set(customerPath(ENV, name), { email: 'jo@example.com', recentSignIns: [at('signIns'), ago(900)] }),
  ];
}
const older = (by: number): RetentionDays => ({
  jobs: (KEPT.jobs ?? 0) + by,
  mails: (KEPT.mails ?? 0) + by,
  deliveries: (KEPT.deliveries ?? 0) + by,
  signIns: (KEPT.signIns ?? 0) + by,
});

async function worldWith(writes: readonly Write[], kept: Partial<RetentionDays> = KEPT): Promise<World> {
  const world = newWorld('retention');
  await world.store.commit([{ kind: 'set', path: settingsPath(ENV, 'retention'), data: kept }, ...writes]);
  return world;
}

function run(world: World, options: { store?: Store; until?: () => boolean } = {}) {
  const { store = world.store, until = () => false } = options;
  return applyRetention({ ...world.call({ actor: CLOCK, now: NOW }), store }, ENV, until);
}

const left = async (world: World, parent: string, collection: string): Promise<string[]> =>
  (await world.store.query<object>({ parent, collection, limit: 1000 })).map(({ id }) => id);

describe('a run', () => {
  test('takes what is older than the settings say, with all its parts, and leaves what is a day younger', async () => {
    const world = await worldWith([...records('old', older(1)), ...records('young', older(-1))]);
    expect(await run(world)).toEqual({ jobs: 1, mails: 1, deliveries: 1, signIns: 1, more: false });
    for (const collection of ['jobs', 'mails', 'deliveries']) {
      expect(await left(world, envPath(ENV), collection)).toEqual(['young']);
    }
    for (const [parent, part] of [
      [jobPath(ENV, 'old'), 'reports'],
      [jobPath(ENV, 'old'), 'input'],
      [deliveryPath(ENV, 'old'), 'attempts'],
    ] as const) {
      expect(await left(world, parent, part)).toEqual([]);
      expect((await left(world, parent.replace('old', 'young'), part)).length).toBeGreaterThan(0);
    }
    const customers = await documents<{ recentSignIns?: Date[]; email: string }>(world, 'customers');
    expect(customers.map(({ id, data }) => [id, data?.email, data?.recentSignIns?.length])).toEqual([
      ['old', 'jo@example.com', undefined],
      ['young', 'jo@example.com', 2],
    ]);
  });

  test('says in the audit how many of each went, and nothing where nothing did', async () => {
    const world = await worldWith(records('old', older(1)));
    await run(world);
    const events = await documents<AuditEvent>(world, 'audit');
    expect(events.map(({ data }) => data?.action)).toEqual(Array(4).fill('settings.retention-applied'));
    const told = events.map(({ data }) => Object.entries(data?.changes ?? {}).flat());
    expect(told).toContainEqual(['deleted.mails', { before: null, after: 1 }]);
    expect(events.every(({ data }) => data?.actor.kind === 'clock')).toBe(true);
    expect(await run(world)).toEqual({ jobs: 0, mails: 0, deliveries: 0, signIns: 0, more: false });
    expect(await documents(world, 'audit')).toHaveLength(4);
  });

  test('never touches a license, its audit, a customer or a job that has not ended, however old', async () => {
    const past = ago(3000);
    const world = await worldWith([
      {
        kind: 'set',
        path: jobPath(ENV, 'running'),
        data: { status: 'running', finishedAt: null, createdAt: past },
      },
      { kind: 'set', path: auditPath(ENV, 'long-ago'), data: { at: past, action: 'license.created' } },
      { kind: 'set', path: customerPath(ENV, 'silent'), data: { createdAt: past, lastSignInAt: null } },
    ]);
    const license = await seedLicense(world, { createdAt: past, status: 'revoked', expiresAt: past });
    expect(await run(world)).toMatchObject({ jobs: 0, mails: 0, deliveries: 0, signIns: 0 });
    expect(await left(world, envPath(ENV), 'jobs')).toEqual(['running']);
    expect(await left(world, envPath(ENV), 'audit')).toEqual(['long-ago']);
    expect(await left(world, envPath(ENV), 'customers')).toEqual(['silent']);
    expect(await left(world, envPath(ENV), 'licenses')).toEqual([license.id]);
  });

  test('keeps for good what the settings say to keep for good', async () => {
    const world = await worldWith(records('old', older(3000)), { ...KEPT, mails: null });
    expect(await run(world)).toMatchObject({ jobs: 1, mails: 0 });
    expect(await left(world, envPath(ENV), 'mails')).toEqual(['old']);
  });

  test('of 450 old mails goes page by page; cut short, killed and doubled it ends in the same', async () => {
    const mails = Array.from({ length: 450 }, (_, index): Write => {
      const createdAt = later(-index * 1000, ago(100));
      return { kind: 'set', path: mailPath(ENV, `m${index}`), data: { createdAt } };
    });
    const world = await worldWith(mails);
    let looks = 0;
    // The rows before mails look once each.
    expect(await run(world, { until: () => looks++ > 1 })).toMatchObject({ mails: 200, more: true });
    await expect(run(world, { store: dying(world.store) })).rejects.toThrow('killed');
    await Promise.all([run(world), run(world)]);
    await run(world);
    expect(await left(world, envPath(ENV), 'mails')).toEqual([]);
    const events = await documents<AuditEvent>(world, 'audit');
    const counts = events.map(({ data }) => Number(data?.changes['deleted.mails']?.after));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(450);
  });
});

describe('a dry run', () => {
  test('counts what the run would take, by values that nobody has saved, and takes nothing', async () => {
    const world = await worldWith([...records('old', older(1)), ...records('young', older(-1))]);
    const counts = async (kept: RetentionDays) =>
      (await previewRetention(world.call({ now: NOW }), ENV, kept)).map(({ count }) => count);
    expect(await counts(KEPT)).toEqual([1, 1, 1, 1]);
    expect(await counts({ ...KEPT, mails: 7, signIns: null })).toEqual([1, 2, 1, 0]);
    expect(await left(world, envPath(ENV), 'mails')).toHaveLength(2);
    expect(await documents(world, 'audit')).toEqual([]);
  });
});

describe('who sees what would go', () => {
  let world: World;
  let door: ApiProcess;
  beforeAll(async () => {
    world = newWorld('retention');
    door = await startCallable(world, 'previewRetention');
  }, 120_000);
  afterAll(() => door.stop());
  const asked = { environment: ENV, kept: daysKept(defaultsOf('retention')) };

  test.each(['owner', 'viewer'] as const)('%s', async (role) => {
    const answer = await call(door, await signedInAs(world, role), asked);
    expect(answer).toMatchObject({ status: 200, body: { result: { ok: true } } });
  });
  test('not a customer, and nobody by values beyond their bounds', async () => {
    expect((await call(door, await signedInCustomer(world, 'customer-a'), asked)).status).toBe(403);
    const wrong = { ...asked, kept: { ...asked.kept, mails: 0 } };
    expect((await call(door, await signedInAs(world, 'owner'), wrong)).status).toBe(400);
  });
});

/** A process that is killed between the commit of a page and the news of it. */
function dying(store: Store): Store {
  return {
    ...store,
    async commit(writes) {
      await store.commit(writes);
      throw new Error('killed');
    },
  };
}
