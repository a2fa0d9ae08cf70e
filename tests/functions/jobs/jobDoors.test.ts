import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import type { ApiProcess } from '../../support/apiProcess.ts';
import { startApi } from '../../support/apiProcess.ts';
import { CUSTOMER_A, HOUR } from '../../support/builders.ts';
import type { CallableName } from '../../support/callables.ts';
import { call, startCallable } from '../../support/callables.ts';
import { documents, everything, readLicense } from '../../support/inventory.ts';
import { picked, readJob, run, startBulk, SUSPEND } from '../../support/jobs.ts';
import { signedInAs, signedInCustomer, signedInLongAgo } from '../../support/people.ts';
import { seedLicense } from '../../support/seedLicenses.ts';
import type { Answer } from '../../support/software.ts';
import { newWorld } from '../../support/world.ts';

const world = newWorld('jobdoors');
const doors = new Map<string, ApiProcess>();
beforeAll(async () => {
  for (const name of ['startJob', 'cancelJob', 'retryJob'] as const)
    doors.set(name, await startCallable(world, name));
}, 120_000);
afterAll(() => Promise.all([...doors.values()].map((process) => process.stop())));

function ask(name: CallableName, token: string | null, data: object): Promise<Answer> {
  const door = doors.get(name);
  if (!door) throw new Error('no such door');
  return call(door, token, { environment: 'production', ...data });
}

/** Asks to suspend or delete one fresh license. */
async function start(token: string | null, change: object = {}): Promise<Answer> {
  const { id } = await seedLicense(world);
  const work = { kind: 'bulk-licenses', command: SUSPEND, selection: picked([{ id }]), ...change };
  return ask('startJob', token, { work });
}
const deletion = { command: { type: 'delete' }, confirmation: '1' };

function jobIdOf(answer: Answer): string {
  expect(answer).toMatchObject({ status: 200, body: { result: { ok: true } } });
  return (answer.body['result'] as { jobId: string }).jobId;
}

describe('who may start a job', () => {
  test.each(['owner', 'admin', 'operator'] as const)(
    '%s may suspend many, and it is done in their name',
    async (role) => {
      const jobId = jobIdOf(await start(await signedInAs(world, role)));
      const job = await readJob(world, jobId);
      expect(job).toMatchObject({
        status: 'queued',
        createdBy: { kind: 'person', role },
        progress: { total: 1 },
      });
      expect(await run(world, jobId)).toBe('ended');
      expect(await readJob(world, jobId)).toMatchObject({ status: 'done', progress: { done: 1 } });
    },
  );

  test('not a viewer, not a customer, nobody who is not signed in; and nothing is left behind', async () => {
    const people = [await signedInAs(world, 'viewer'), await signedInCustomer(world, CUSTOMER_A.id)];
    const before = await documents(world, 'jobs');
    for (const token of people) expect((await start(token)).status).toBe(403);
    expect((await start(null)).status).toBe(401);
    expect(await documents(world, 'jobs')).toEqual(before);
  });

  test('an operator may not delete many; an admin may', async () => {
    expect((await start(await signedInAs(world, 'operator'), deletion)).status).toBe(403);
    jobIdOf(await start(await signedInAs(world, 'admin'), deletion));
  });

  test('deleting many asks for a fresh sign-in; suspending many does not', async () => {
    const token = await signedInLongAgo(world, 'admin', HOUR);
    expect((await start(token, deletion)).body).toMatchObject({
      result: { code: 'REAUTHENTICATION_NEEDED' },
    });
    jobIdOf(await start(token));
  });

  test('who is limited to staging starts jobs there and nowhere else', async () => {
    const token = await signedInAs(world, 'operator', { environments: ['staging'] });
    expect((await start(token)).status).toBe(403);
    const work = { kind: 'bulk-licenses', command: SUSPEND, selection: picked([{ id: 'a' }]) };
    jobIdOf(await ask('startJob', token, { environment: 'staging', work }));
  });
});

describe('the number that was typed', () => {
  test.each([
    ['1', 'ok'],
    [' 1 ', 'ok'],
    ['2', 'CONFIRMATION_MISMATCH'],
    ['0', 'CONFIRMATION_MISMATCH'],
    ['one', 'invalid'],
    ['', 'invalid'],
    [undefined, 'invalid'],
  ] as const)('for one license that is picked, %j: %s', async (confirmation, expected) => {
    const answer = await start(await signedInAs(world, 'admin'), {
      command: { type: 'delete' },
      confirmation,
    });
    if (expected === 'invalid') expect(answer.status).toBe(400);
    else if (expected === 'ok') jobIdOf(answer);
    else expect(answer.body).toMatchObject({ result: { ok: false, code: expected } });
  });
});

describe('cancelling and retrying', () => {
  test('by an operator', async () => {
    const token = await signedInAs(world, 'operator');
    const jobId = jobIdOf(await start(token));
    expect((await ask('cancelJob', token, { jobId })).body).toEqual({ result: { ok: true } });
    expect(await readJob(world, jobId)).toMatchObject({ status: 'cancelled' });
    expect((await ask('cancelJob', token, { jobId })).body).toMatchObject({ result: { code: 'JOB_ENDED' } });
    expect((await ask('retryJob', token, { jobId })).body).toEqual({ result: { ok: true } });
    expect(await readJob(world, jobId)).toMatchObject({ status: 'queued' });
  });

  test('not by a viewer or a customer, and nothing changes', async () => {
    const jobId = await startBulk(world, SUSPEND, picked([{ id: 'a' }]));
    const viewer = await signedInAs(world, 'viewer');
    const customer = await signedInCustomer(world, CUSTOMER_A.id);
    const before = await everything(world);
    for (const name of ['cancelJob', 'retryJob'] as const) {
      expect((await ask(name, viewer, { jobId })).body).toMatchObject({ result: { code: 'FORBIDDEN' } });
      expect((await ask(name, customer, { jobId })).status).toBe(403);
      expect((await ask(name, null, { jobId })).status).toBe(401);
    }
    expect(await everything(world)).toBe(before);
  });

  test('going on deleting asks for a fresh sign-in', async () => {
    const { id } = await seedLicense(world);
    const jobId = await startBulk(world, { type: 'delete' }, picked([{ id }]), { confirmed: 1 });
    const fresh = await signedInAs(world, 'admin');
    expect((await ask('cancelJob', fresh, { jobId })).body).toEqual({ result: { ok: true } });
    const old = await signedInLongAgo(world, 'admin', HOUR);
    expect((await ask('retryJob', old, { jobId })).body).toMatchObject({
      result: { code: 'REAUTHENTICATION_NEEDED' },
    });
    expect((await ask('retryJob', fresh, { jobId })).body).toEqual({ result: { ok: true } });
  });
});

describe('the deployed function', () => {
  test('of the queue runs the job that its task names', async () => {
    const { id } = await seedLicense(world);
    const jobId = await startBulk(world, SUSPEND, picked([{ id }]));
    const queue = await startApi({ target: 'runJob', env: world.env });
    try {
      // Cloud Run has checked the caller before; the framework only wants to see a token.
      const token = `Bearer ${await signedInAs(world, 'viewer')}`;
      const headers = { 'content-type': 'application/json', authorization: token };
      const body = JSON.stringify({ data: { environment: 'production', jobId } });
      expect((await fetch(queue.url, { method: 'POST', headers, body })).status).toBe(204);
    } finally {
      await queue.stop();
    }
    expect(await readJob(world, jobId)).toMatchObject({ status: 'done' });
    expect(await readLicense(world, id)).toMatchObject({ status: 'suspended' });
  });

  test('of the clock runs what was left in every environment', async () => {
    const { id } = await seedLicense(world);
    const jobId = await startBulk(world, SUSPEND, picked([{ id }]));
    const clock = await startApi({ target: 'runJobs', env: world.env });
    try {
      expect((await fetch(clock.url, { method: 'POST' })).status).toBe(200);
      for (const environment of ENVIRONMENTS) expect(clock.log()).toContain(`"environment":"${environment}"`);
    } finally {
      await clock.stop();
    }
    expect(await readJob(world, jobId)).toMatchObject({ status: 'done' });
  });
});
