import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { Job } from '@latchkey/domain/job/job';
import type { License } from '@latchkey/domain/license/license';
import { envPath } from '@latchkey/functions/firestore/collections';
import { startGeneration } from '@latchkey/functions/operations/catalog/startGeneration';
import type { ApiProcess } from '../../support/apiProcess.ts';
import { bundle, freePort, startApi } from '../../support/apiProcess.ts';
import { aGenerator } from '../../support/builders.ts';
import { documents } from '../../support/inventory.ts';
import { lifeOf, readJob, rowsOf, starter } from '../../support/jobs.ts';
import { signedInAs } from '../../support/people.ts';
import { chance } from '../../support/seededRandom.ts';
import { seedCatalog } from '../../support/seedLicenses.ts';
import { newWorld } from '../../support/world.ts';

const LICENSES = 5_000;
const KILLS = 20;
/** Reliability row 19 says 5 s; a limit is a guard against hanging and has three times the room. */
const RESUMES_WITHIN_MS = 15_000;

const world = newWorld('generation-killed');
let folder = '';
let port = 0;
let token = '';
let process: ApiProcess;
beforeAll(async () => {
  await seedCatalog(world);
  token = await signedInAs(world, 'viewer');
  folder = await bundle();
  port = await freePort();
  process = await start();
}, 120_000);
afterAll(async () => {
  await process.stop('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** The queue's function, as deployed. */
function start(): Promise<ApiProcess> {
  return startApi({ target: 'runJob', folder, port, env: world.env });
}

/** What Cloud Tasks does: brings the task until it is taken in peace, a second after each that was not. */
async function bringTask(jobId: string): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ data: { environment: 'production', jobId } });
  const bring = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers, body }).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await bring())) await pause(1_000);
}

const made = (): Promise<number> =>
  world.store.count({ parent: envPath('production'), collection: 'licenses' });

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(25);
}

test(
  `kill -9 ${KILLS} times while a job makes ${LICENSES} licenses: it goes on by itself, none is lost and none made twice`,
  { timeout: 600_000 },
  async () => {
    const actor = await starter(world, 'operator');
    const started = await startGeneration(world.call({ actor }), aGenerator(), LICENSES, 'killed-on-the-way');
    const jobId = started.ok ? started.jobId : '';
    const seeded = chance(19);
    const brought = bringTask(jobId);

    const waits: number[] = [];
    let dead: Job['runner'] = null;
    for (let kill = 1; kill <= KILLS; kill++) {
      // Well before the end, as the last ones are made while somebody still looks how many there are.
      const goal = Math.floor((kill * LICENSES) / (KILLS + 8));
      await until(async () => (await made()) >= goal);
      await pause(seeded.below(60));
      await process.stop('SIGKILL');
      const left = await readJob(world, jobId);
      // Nobody has given it back: the runner died with the job in its hands.
      expect(left.status).toBe('running');
      expect([null, dead]).not.toContain(left.runner);
      dead = left.runner;
      process = await start();
      const restarted = performance.now();
      await until(async () => (await readJob(world, jobId)).runner !== dead);
      waits.push(Math.round(performance.now() - restarted));
    }
    expect(Math.max(...waits), `resumed after ${waits.join(', ')} ms`).toBeLessThan(RESUMES_WITHIN_MS);
    await until(async () => (await readJob(world, jobId)).status === 'done');
    await brought;

    const job = await readJob(world, jobId);
    expect(job.progress).toEqual({ total: LICENSES, done: LICENSES, refused: 0 });
    expect((await lifeOf(world, jobId)).map(({ action }) => action)).toEqual(['job.started', 'job.done']);
    const licenses = await documents<License>(world, 'licenses');
    expect(licenses).toHaveLength(LICENSES);
    expect(new Set(licenses.map(({ data }) => data?.key)).size).toBe(LICENSES);
    expect(await documents(world, 'licenseKeys')).toHaveLength(LICENSES);
    const events = await documents<AuditEvent>(world, 'audit', [['action', '==', 'license.created']]);
    expect(events).toHaveLength(LICENSES);
    const ids = licenses.map(({ id }) => id).toSorted();
    expect(events.map(({ data }) => data?.licenseId ?? '').toSorted()).toEqual(ids);
    const rows = await rowsOf(world, jobId);
    expect(rows.map(({ licenseId }) => licenseId ?? '').toSorted()).toEqual(ids);
    expect(rows.filter(({ keyHint }) => keyHint === null)).toEqual([]);
  },
);
