import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiProcess } from '../../support/apiProcess.ts';
import { CUSTOMER_A } from '../../support/builders.ts';
import type { CallableName } from '../../support/callables.ts';
import { call, startCallable } from '../../support/callables.ts';
import { keyedRows } from '../../support/imports.ts';
import { documents, everything } from '../../support/inventory.ts';
import { readJob, run } from '../../support/jobs.ts';
import { signedInAs, signedInCustomer } from '../../support/people.ts';
import { seedCatalog } from '../../support/seedLicenses.ts';
import type { Answer } from '../../support/software.ts';
import { newWorld } from '../../support/world.ts';

const world = newWorld('importdoors');
const doors = new Map<string, ApiProcess>();
beforeAll(async () => {
  await seedCatalog(world);
  for (const name of ['importPage', 'startImport', 'applyImport'] as const) {
    doors.set(name, await startCallable(world, name));
  }
}, 120_000);
afterAll(() => Promise.all([...doors.values()].map((process) => process.stop())));

function ask(name: CallableName, token: string | null, data: object): Promise<Answer> {
  const door = doors.get(name);
  if (!door) throw new Error('no such door');
  return call(door, token, { environment: 'production', ...data });
}

const FILE = { subject: 'licenses', fileName: 'a.csv', pages: 1 };
function page(rows: readonly object[], change: object = {}) {
  return { draftId: 'draft-1', page: 0, content: { subject: 'licenses', rows }, ...change };
}
function jobIdOf(answer: Answer): string {
  expect(answer).toMatchObject({ status: 200, body: { result: { ok: true } } });
  return (answer.body['result'] as { jobId: string }).jobId;
}

describe('who may import', () => {
  test.each(['owner', 'admin'] as const)('%s: sent, checked, imported', async (role) => {
    const token = await signedInAs(world, role);
    const rows = keyedRows(2);
    expect((await ask('importPage', token, page(rows))).body).toEqual({ result: { ok: true } });
    const checkId = jobIdOf(await ask('startImport', token, { draftId: 'draft-1', ...FILE, rows: 2 }));
    expect((await ask('applyImport', token, { jobId: checkId, mails: false })).body).toMatchObject({
      result: { code: 'CHECK_NOT_DONE' },
    });
    expect(await run(world, checkId)).toBe('ended');
    const jobId = jobIdOf(await ask('applyImport', token, { jobId: checkId, mails: false }));
    expect(await run(world, jobId)).toBe('ended');
    expect(await readJob(world, jobId)).toMatchObject({
      createdBy: { kind: 'person', role },
      status: 'done',
      progress: { done: 2, refused: 0 },
    });
    // What was checked is what is imported: nothing more is taken in.
    expect((await ask('importPage', token, page(keyedRows(1)))).body).toMatchObject({
      result: { code: 'IMPORT_STARTED' },
    });
    expect(jobIdOf(await ask('startImport', token, { draftId: 'draft-1', ...FILE, rows: 2 }))).toBe(checkId);
  });

  test('no operator, no viewer, no customer, nobody who is not signed in; and nothing is left behind', async () => {
    const owner = await signedInAs(world, 'owner');
    await ask('importPage', owner, page(keyedRows(1), { draftId: 'mine' }));
    const checkId = jobIdOf(await ask('startImport', owner, { ...FILE, draftId: 'mine', rows: 1 }));
    await run(world, checkId);
    const people = [
      await signedInAs(world, 'operator'),
      await signedInAs(world, 'viewer'),
      await signedInCustomer(world, CUSTOMER_A.id),
    ];
    const requests = [
      ['importPage', page(keyedRows(1), { draftId: 'theirs' })],
      ['startImport', { ...FILE, draftId: 'theirs', rows: 1 }],
      ['applyImport', { jobId: checkId, mails: true }],
    ] as const;
    const before = await everything(world);
    for (const [name, data] of requests) {
      for (const token of people) expect((await ask(name, token, data)).status).toBe(403);
      expect((await ask(name, null, data)).status).toBe(401);
    }
    expect(await everything(world)).toBe(before);
  });

  test('who is limited to staging imports there and nowhere else', async () => {
    const token = await signedInAs(world, 'admin', { environments: ['staging'] });
    expect((await ask('importPage', token, page(keyedRows(1)))).status).toBe(403);
    const there = { environment: 'staging', ...page(keyedRows(1)) };
    expect((await ask('importPage', token, there)).body).toEqual({ result: { ok: true } });
  });

  test('a draft is its own person’s: nobody else starts or changes it', async () => {
    const one = await signedInAs(world, 'admin');
    const other = await signedInAs(world, 'admin');
    await ask('importPage', one, page(keyedRows(1), { draftId: 'shared' }));
    expect((await ask('startImport', other, { ...FILE, draftId: 'shared', rows: 1 })).body).toMatchObject({
      result: { code: 'IMPORT_INCOMPLETE' },
    });
    jobIdOf(await ask('startImport', one, { ...FILE, draftId: 'shared', rows: 1 }));
  });
});

describe('what is sent', () => {
  test.each([
    ['a row more than was sent', { rows: 3 }],
    ['a page that is missing', { pages: 2 }],
    ['another kind of file', { subject: 'customers' }],
  ])('%s: the check does not begin', async (_what, change) => {
    const token = await signedInAs(world, 'admin');
    const draftId = `draft-${world.tools.newId()}`;
    await ask('importPage', token, page(keyedRows(2), { draftId }));
    const before = await documents(world, 'jobs');
    expect((await ask('startImport', token, { ...FILE, draftId, rows: 2, ...change })).body).toMatchObject({
      result: { code: 'IMPORT_INCOMPLETE' },
    });
    expect(await documents(world, 'jobs')).toEqual(before);
    jobIdOf(await ask('startImport', token, { ...FILE, draftId, rows: 2 }));
  });

  test('a row that is not as it should be is refused by the door, whatever the browser made of it', async () => {
    const token = await signedInAs(world, 'admin');
    const [row] = keyedRows(1);
    const wrong = [
      { limit: 0 },
      { key: 'short' },
      { line: 1 },
      { other: 1 },
      { metadata: [] },
      { expires: 'soon' },
    ];
    for (const change of wrong) {
      expect((await ask('importPage', token, page([{ ...row, ...change }]))).status).toBe(400);
    }
    expect((await ask('importPage', token, page([]))).status).toBe(400);
    expect((await ask('importPage', token, page(keyedRows(101)))).status).toBe(400);
    expect((await ask('importPage', token, page([{ ...row }]))).status).toBe(200);
  });

  test('no log of the doors holds a key', async () => {
    const token = await signedInAs(world, 'admin');
    const rows = keyedRows(1);
    await ask('importPage', token, page(rows));
    await ask('importPage', token, page([{ ...rows[0], limit: 'x' }]));
    const [row] = rows;
    const key = row && 'key' in row ? row.key : '';
    for (const process of doors.values()) expect(process.log()).not.toContain(key);
  });
});
