import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { GIVE_UP_AFTER_MS, LEASE_MS, MAX_ATTEMPTS } from '@latchkey/domain/job/states';
import type { Store } from '@latchkey/functions/firestore/store';
import { UnavailableError } from '@latchkey/functions/firestore/store';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { commandJob } from '@latchkey/functions/operations/jobs/commandJob';
import { runDueJobs } from '@latchkey/functions/operations/jobs/runDueJobs';
import { later } from '../../support/builders.ts';
import { readLicense } from '../../support/inventory.ts';
import { eventsOf, filtered, killedAt, lifeOf, picked, readJob, rowsOf, run } from '../../support/jobs.ts';
import { startBulk, starter, SUSPEND } from '../../support/jobs.ts';
import { seedLicenses } from '../../support/seedLicenses.ts';
import type { World } from '../../support/world.ts';
import { newWorld } from '../../support/world.ts';

const quiet = (): void => undefined;
const noPause = (): Promise<void> => Promise.resolve();
const lapsed = (): Date => later(LEASE_MS + 1, new Date());

/** A process that dies at that commit and never comes back, not even to give the job back. */
async function die(world: World, jobId: string, store: Store): Promise<void> {
  expect(await run(world, jobId, { store, report: quiet })).toBe('waiting');
  expect(await readJob(world, jobId)).toMatchObject({ status: 'running' });
}

async function expectOnce(world: World, jobId: string, licenses: readonly { id: string }[]): Promise<void> {
  const all = licenses.map(({ id }) => id).toSorted();
  const job = await readJob(world, jobId);
  expect(job).toMatchObject({
    status: 'done',
    progress: { total: all.length, done: all.length, refused: 0 },
  });
  const rows = await rowsOf(world, jobId);
  expect(rows.map(({ licenseId }) => licenseId ?? '').toSorted()).toEqual(all);
  expect(rows.filter(({ outcome, keyHint }) => outcome !== 'done' || keyHint === null)).toEqual([]);
  const events = await eventsOf(world, jobId);
  expect(events.map(({ licenseId }) => licenseId ?? '').toSorted()).toEqual(all);
}

describe('a runner that is killed', () => {
  test.each(['before', 'after'] as const)('%s a page is committed: none twice, none lost', async (when) => {
    const world = newWorld('killed');
    const licenses = await seedLicenses(world, 120);
    const jobId = await startBulk(world, SUSPEND, picked(licenses));
    const store = killedAt(
      world.store,
      (paths) => paths.some((path) => path.endsWith('/reports/000001')),
      when,
    );
    await die(world, jobId, store);
    expect(await eventsOf(world, jobId)).toHaveLength(100);
    const { dueAt } = await readJob(world, jobId);
    // Too early: the lease of the dead one holds.
    const early = (): Date => later(-1, dueAt ?? undefined);
    expect(await run(world, jobId, { clock: early })).toBe('elsewhere');
    expect(await run(world, jobId, { clock: lapsed })).toBe('ended');
    await expectOnce(world, jobId, licenses);
  });

  test('in the middle of a page, again and again', async () => {
    const world = newWorld('killedoften');
    const licenses = await seedLicenses(world, 60);
    const jobId = await startBulk(world, { type: 'delete' }, picked(licenses), { confirmed: 60 });
    for (const round of [1, 2]) {
      let rows = 0;
      const store = killedAt(
        world.store,
        (paths) => paths.some((path) => path.includes('/audit/')) && ++rows > 12,
      );
      const clock = (): Date => later(round * (LEASE_MS + 1), new Date());
      expect(await run(world, jobId, { store, clock, report: quiet })).toBe('waiting');
    }
    expect(await run(world, jobId, { clock: () => later(9 * LEASE_MS, new Date()) })).toBe('ended');
    await expectOnce(world, jobId, licenses);
  });

  test('on a filter that its own work changes: those done before still count', async () => {
    const world = newWorld('killedfilter');
    const licenses = await seedLicenses(world, 70);
    const jobId = await startBulk(world, SUSPEND, filtered({ status: 'active' }));
    await die(
      world,
      jobId,
      killedAt(world.store, (paths) => paths.some((path) => path.includes('/reports/'))),
    );
    expect(await run(world, jobId, { clock: lapsed })).toBe('ended');
    await expectOnce(world, jobId, licenses);
  });

  test('does not undo what people did meanwhile', async () => {
    const world = newWorld('meanwhile');
    const licenses = await seedLicenses(world, 3);
    const jobId = await startBulk(world, SUSPEND, picked(licenses));
    await die(
      world,
      jobId,
      killedAt(world.store, (paths) => paths.some((path) => path.includes('/reports/'))),
    );
    const id = licenses[0]?.id ?? '';
    expect(await commandLicense(world.call(), 'production', id, { type: 'unsuspend' })).toEqual({ ok: true });
    expect(await run(world, jobId, { clock: lapsed })).toBe('ended');
    expect(await readLicense(world, id)).toMatchObject({ status: 'active' });
    await expectOnce(world, jobId, licenses);
  });
});

describe('two runners', () => {
  test('at once: one takes the job, the other finds it taken', async () => {
    const world = newWorld('two');
    const licenses = await seedLicenses(world, 60);
    const jobId = await startBulk(world, SUSPEND, picked(licenses));
    const results = await Promise.all([run(world, jobId), run(world, jobId), run(world, jobId)]);
    expect(results.toSorted()).toEqual(['elsewhere', 'elsewhere', 'ended']);
    await expectOnce(world, jobId, licenses);
  });

  test('of which one was only slow: it stops where the other went on, and nothing is told twice', async () => {
    const world = newWorld('slow');
    const licenses = await seedLicenses(world, 60);
    const jobId = await startBulk(world, SUSPEND, picked(licenses));
    let other: Promise<unknown> | undefined;
    const slow: Store = {
      ...world.store,
      async commit(writes) {
        // Its first page is about to be written down when somebody else goes on with the job.
        if (writes.some(({ path }) => path.includes('/reports/'))) {
          other ??= run(world, jobId, { clock: lapsed });
          await other;
        }
        return world.store.commit(writes);
      },
    };
    expect(await run(world, jobId, { store: slow })).toBe('elsewhere');
    expect(await other).toBe('ended');
    await expectOnce(world, jobId, licenses);
  });
});

describe('a tick', () => {
  const around = { clock: () => new Date(), until: () => false, report: quiet };

  test('waits out the lease of a runner that has died, and goes on', async () => {
    const world = newWorld('leftlease');
    const licenses = await seedLicenses(world, 20);
    const jobId = await startBulk(world, SUSPEND, picked(licenses));
    await die(
      world,
      jobId,
      killedAt(world.store, (paths) => paths.some((path) => path.includes('/reports/'))),
    );
    const outcome = await runDueJobs(world.tools, 'production', { ...around, pause });
    expect(outcome).toEqual({ jobs: 1, ended: 1 });
    await expectOnce(world, jobId, licenses);
  });

  test('leaves alone what a living runner has, however long its page takes', async () => {
    const world = newWorld('livinglease');
    const licenses = await seedLicenses(world, 20);
    const jobId = await startBulk(world, SUSPEND, picked(licenses));
    let seen: unknown = null;
    const slow: Store = {
      ...world.store,
      async commit(writes) {
        if (seen === null && writes.some(({ path }) => path.includes('/licenses/'))) {
          seen = 'looking';
          await pause(LEASE_MS + 500);
          seen = await runDueJobs(world.tools, 'production', { ...around, pause });
        }
        return world.store.commit(writes);
      },
    };
    expect(await run(world, jobId, { store: slow })).toBe('ended');
    expect(seen).toEqual({ jobs: 0, ended: 0 });
    await expectOnce(world, jobId, licenses);
  });
});

describe('an outage', () => {
  test('gives the job back, and the next tick goes on', async () => {
    const world = newWorld('outage');
    const licenses = await seedLicenses(world, 55);
    const jobId = await startBulk(world, SUSPEND, picked(licenses));
    let left = 3;
    const flaky: Store = {
      ...world.store,
      async commit(writes) {
        if (writes.some(({ path }) => path.includes('/licenses/')) && left-- > 0)
          throw new UnavailableError('out');
        return world.store.commit(writes);
      },
    };
    expect(await run(world, jobId, { store: flaky, report: quiet })).toBe('waiting');
    expect(await readJob(world, jobId)).toMatchObject({ status: 'running', runner: null, attempts: 1 });
    const around = { clock: () => new Date(), until: () => false, pause: noPause, report: quiet };
    expect(await runDueJobs(world.tools, 'production', around)).toEqual({ jobs: 1, ended: 1 });
    await expectOnce(world, jobId, licenses);
  });

  test('that does not end: the job is given up with a sentence, and a retry goes on', async () => {
    const world = newWorld('givenup');
    const licenses = await seedLicenses(world, 5);
    const actor = await starter(world);
    const jobId = await startBulk(world, SUSPEND, picked(licenses), { actor });
    const out: Store = {
      ...world.store,
      commit: (writes) =>
        writes.some(({ path }) => path.includes('/licenses/'))
          ? Promise.reject(new UnavailableError('out'))
          : world.store.commit(writes),
    };
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      expect(await run(world, jobId, { store: out, report: quiet })).toBe('waiting');
    }
    // As often, but within moments: that may be a new version that is rolled out.
    expect(await run(world, jobId, { store: out, report: quiet })).toBe('waiting');
    const clock = (): Date => later(GIVE_UP_AFTER_MS, new Date());
    expect(await run(world, jobId, { store: out, clock, report: quiet })).toBe('elsewhere');
    const failed = await readJob(world, jobId);
    expect(failed).toMatchObject({ status: 'failed', dueAt: null });
    expect(failed.problem).toMatch(/again and again for 10 minutes/);
    const retried = await commandJob(world.call({ actor, now: clock() }), 'production', jobId, 'retry');
    expect(retried).toEqual({ ok: true });
    expect(await run(world, jobId, { clock })).toBe('ended');
    await expectOnce(world, jobId, licenses);
    expect((await lifeOf(world, jobId)).map(({ action }) => action)).toEqual([
      'job.started',
      'job.failed',
      'job.retried',
      'job.done',
    ]);
  });
});
