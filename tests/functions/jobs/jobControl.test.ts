import { describe, expect, test } from 'vitest';
import type { Actor } from '@latchkey/domain/access/actor';
import type { Store } from '@latchkey/functions/firestore/store';
import { commandJob } from '@latchkey/functions/operations/jobs/commandJob';
import { runDueJobs } from '@latchkey/functions/operations/jobs/runDueJobs';
import { ACTORS } from '../../support/builders.ts';
import { eventsOf, lifeOf, picked, readJob, rowsOf, run, setRecord } from '../../support/jobs.ts';
import { startBulk, starter, SUSPEND } from '../../support/jobs.ts';
import { seedLicenses } from '../../support/seedLicenses.ts';
import type { World } from '../../support/world.ts';
import { newWorld } from '../../support/world.ts';

/** A store that lets something happen when the first page has been reported, or when it is about to be. */
function afterFirstPage(world: World, happens: () => Promise<unknown>, when = 'after'): Store {
  let happened = false;
  return {
    ...world.store,
    async commit(writes) {
      const isIt = !happened && writes.some(({ path }) => path.endsWith('/reports/000000'));
      happened ||= isIt;
      if (isIt && when === 'before') await happens();
      await world.store.commit(writes);
      if (isIt && when === 'after') await happens();
    },
  };
}

const uidOf = (actor: Actor): string => ('uid' in actor ? actor.uid : '');

describe('cancelling', () => {
  test('a job that waits ends it at once, and no license is touched', async () => {
    const world = newWorld('cancelqueued');
    const actor = await starter(world);
    const jobId = await startBulk(world, SUSPEND, picked(await seedLicenses(world, 2)), { actor });
    expect(await commandJob(world.call({ actor }), 'production', jobId, 'cancel')).toEqual({ ok: true });
    expect(await readJob(world, jobId)).toMatchObject({ status: 'cancelled', dueAt: null });
    expect(await run(world, jobId)).toBe('elsewhere');
    expect(await eventsOf(world, jobId)).toEqual([]);
  });

  test.each(['before', 'after'])(
    '%s the first page is reported stops a job there; a retry goes on',
    async (when) => {
      const world = newWorld(`cancel${when}`);
      const licenses = await seedLicenses(world, 150);
      const actor = await starter(world);
      const jobId = await startBulk(world, SUSPEND, picked(licenses), { actor });
      const cancel = () => commandJob(world.call({ actor }), 'production', jobId, 'cancel');
      expect(await run(world, jobId, { store: afterFirstPage(world, cancel, when) })).toBe('ended');
      expect(await readJob(world, jobId)).toMatchObject({
        status: 'cancelled',
        progress: { total: 150, done: 50, refused: 0 },
        cancelAsked: false,
      });
      expect(await cancel()).toMatchObject({ ok: false, code: 'JOB_ENDED' });
      const other = await starter(world, 'admin');
      expect(await commandJob(world.call({ actor: other }), 'production', jobId, 'retry')).toEqual({
        ok: true,
      });
      expect(await run(world, jobId)).toBe('ended');
      expect(await readJob(world, jobId)).toMatchObject({
        status: 'done',
        progress: { total: 150, done: 150, refused: 0 },
        createdBy: actor,
        actsFor: other,
      });
      expect((await rowsOf(world, jobId)).map(({ licenseId }) => licenseId)).toEqual(
        licenses.map(({ id }) => id),
      );
      expect(await eventsOf(world, jobId)).toHaveLength(150);
      expect((await lifeOf(world, jobId)).map(({ action }) => action)).toEqual([
        'job.started',
        'job.cancel-asked',
        'job.cancelled',
        'job.retried',
        'job.done',
      ]);
    },
  );

  test('or retrying is refused to whom the job itself is closed, and for what is not there', async () => {
    const world = newWorld('cancelwho');
    const [admin, operator, viewer] = [ACTORS.admin, ACTORS.operator, ACTORS.viewer];
    const licenses = await seedLicenses(world, 1);
    const deletion = await startBulk(world, { type: 'delete' }, picked(licenses), { confirmed: 1 });
    const suspension = await startBulk(world, SUSPEND, picked(licenses));
    const cancel = (actor: Actor, id: string) =>
      commandJob(world.call({ actor }), 'production', id, 'cancel');
    expect(await cancel(operator, deletion)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(await cancel(viewer, suspension)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(await cancel(admin, 'no-such-job')).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await commandJob(world.call(), 'staging', deletion, 'cancel')).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await commandJob(world.call(), 'production', deletion, 'retry')).toMatchObject({
      code: 'JOB_NOT_STOPPED',
    });
    expect(await readJob(world, deletion)).toMatchObject({ status: 'queued' });
    expect(await cancel(operator, suspension)).toEqual({ ok: true });
    expect(await cancel(admin, deletion)).toEqual({ ok: true });
  });
});

describe('whoever started a job', () => {
  test.each([
    ['is disabled', { role: 'operator', disabled: true }],
    ['becomes a viewer', { role: 'viewer' }],
    ['loses their role', { role: null }],
    ['is limited to another environment', { role: 'operator', environments: ['staging'] }],
  ])('%s: the job stops after the page under way, with a sentence', async (_, change) => {
    const world = newWorld('demoted');
    const actor = await starter(world, 'operator');
    const jobId = await startBulk(world, SUSPEND, picked(await seedLicenses(world, 120)), { actor });
    const store = afterFirstPage(world, () => setRecord(world, uidOf(actor), change));
    expect(await run(world, jobId, { store })).toBe('ended');
    const job = await readJob(world, jobId);
    expect(job).toMatchObject({ status: 'failed', progress: { total: 120, done: 50 } });
    expect(job.problem).toBe(
      'operator may not do this any longer, so the job was stopped. Somebody who may can retry it.',
    );
    expect(await eventsOf(world, jobId)).toHaveLength(50);
  });

  test('keeps what they need: an admin made an operator may go on suspending, but not deleting', async () => {
    const world = newWorld('lessened');
    const actor = await starter(world, 'admin');
    const suspension = await startBulk(world, SUSPEND, picked(await seedLicenses(world, 60)), { actor });
    const deletion = await startBulk(world, { type: 'delete' }, picked(await seedLicenses(world, 60)), {
      actor,
      confirmed: 60,
    });
    const demoted = () => setRecord(world, uidOf(actor), { role: 'operator' });
    expect(await run(world, deletion, { store: afterFirstPage(world, demoted) })).toBe('ended');
    expect(await readJob(world, deletion)).toMatchObject({ status: 'failed', progress: { done: 50 } });
    expect(await run(world, suspension)).toBe('ended');
    expect(await readJob(world, suspension)).toMatchObject({ status: 'done', progress: { done: 60 } });
  });
});

describe('the tick', () => {
  test('runs every job that waits, the longest waiting first, and none that has ended', async () => {
    const world = newWorld('tick');
    const ids: string[] = [];
    for (let index = 0; index < 3; index++) {
      ids.push(await startBulk(world, SUSPEND, picked(await seedLicenses(world, 2))));
    }
    const around = {
      clock: () => new Date(),
      until: () => false,
      pause: () => Promise.resolve(),
      report: (error: unknown) => {
        throw error;
      },
    };
    expect(await runDueJobs(world.tools, 'production', around)).toEqual({ jobs: 3, ended: 3 });
    const finished = await Promise.all(
      ids.map(async (id) => (await readJob(world, id)).finishedAt?.getTime() ?? 0),
    );
    expect(finished).toEqual(finished.toSorted((a, b) => a - b));
    expect(await runDueJobs(world.tools, 'production', around)).toEqual({ jobs: 0, ended: 0 });
  });
});
