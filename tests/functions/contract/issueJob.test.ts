import { expect, test } from 'vitest';
import type { Actor } from '@latchkey/domain/access/actor';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { Contract } from '@latchkey/domain/contract/contract';
import { GIVE_UP_AFTER_MS, LEASE_MS, MAX_ATTEMPTS } from '@latchkey/domain/job/states';
import type { License } from '@latchkey/domain/license/license';
import { contractPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import type { Store } from '@latchkey/functions/firestore/store';
import { UnavailableError } from '@latchkey/functions/firestore/store';
import type { AskedBatch } from '@latchkey/functions/operations/contract/batches';
import { commandContract } from '@latchkey/functions/operations/contract/commandContract';
import { issueFromContract } from '@latchkey/functions/operations/contract/issueFromContract';
import { startIssuing } from '@latchkey/functions/operations/contract/startIssuing';
import { commandJob } from '@latchkey/functions/operations/jobs/commandJob';
import { DAY, later } from '../../support/builders.ts';
import { aContract } from '../../support/contracts.ts';
import { documents } from '../../support/inventory.ts';
import { killedAt, readJob, rowsOf, run, starter } from '../../support/jobs.ts';
import { seedCatalog } from '../../support/seedLicenses.ts';
import type { World } from '../../support/world.ts';
import { newWorld } from '../../support/world.ts';

const GUARD = { timeout: 120_000 };
const ENV = 'production';
const ID = 'contract-1';
const PARTNER = { kind: 'contract', contractId: ID } as const;
const quiet = (): void => undefined;

async function prepared(name: string, quota: number): Promise<{ world: World; actor: Actor }> {
  const world = newWorld(name);
  const contract = aContract({ ...(await seedCatalog(world)), quota });
  await world.store.commit([{ kind: 'set', path: contractPath(ENV, ID), data: toStored(contract) }]);
  return { world, actor: await starter(world, 'admin') };
}

const ask = (world: World, actor: Actor, asked: Partial<AskedBatch> = {}) =>
  startIssuing(world.call({ actor }), ENV, ID, { quantity: 250, customer: null, request: 'r', ...asked });

async function start(world: World, actor: Actor, asked: Partial<AskedBatch> = {}): Promise<string> {
  const started = await ask(world, actor, asked);
  if (!started.ok) throw new Error(started.code);
  return started.jobId;
}

const usedOf = async (world: World): Promise<number> => {
  const [found] = await world.store.getAll<Contract>([contractPath(ENV, ID)]);
  return found?.data?.used ?? NaN;
};

/** So many licenses, each once with its key, its event and its place in the quota. */
async function expectIssued(world: World, count: number): Promise<License[]> {
  const licenses = (await documents<License>(world, 'licenses')).flatMap(({ data }) => data ?? []);
  expect(licenses).toHaveLength(count);
  expect(new Set(licenses.map(({ key }) => key)).size).toBe(count);
  expect(licenses.every(({ contractId }) => contractId === ID)).toBe(true);
  expect(await documents(world, 'licenseKeys')).toHaveLength(count);
  const events = await documents<AuditEvent>(world, 'audit', [['action', '==', 'license.created']]);
  expect(new Set(events.map(({ data }) => data?.licenseId)).size).toBe(count);
  expect(events).toHaveLength(count);
  expect(await usedOf(world)).toBe(count);
  return licenses;
}

test(
  'a job issues what one commit does not hold, to the customer, and reports each license',
  GUARD,
  async () => {
    const { world, actor } = await prepared('issue-job', 250);
    const customer = { email: 'Many@Example.com', name: 'Many' };
    const jobId = await start(world, actor, { customer });
    expect(await start(world, actor, { customer })).toBe(jobId);
    expect(await usedOf(world)).toBe(0);
    expect(await run(world, jobId)).toBe('ended');
    expect(await readJob(world, jobId)).toMatchObject({
      status: 'done',
      progress: { total: 250, done: 250, refused: 0 },
    });
    const licenses = await expectIssued(world, 250);
    expect(new Set(licenses.map(({ customerEmail }) => customerEmail))).toEqual(
      new Set(['many@example.com']),
    );
    const rows = await rowsOf(world, jobId);
    expect(new Set(rows.map(({ licenseId }) => licenseId)).size).toBe(250);
    expect(rows.every(({ outcome, keyHint }) => outcome === 'done' && keyHint?.length === 8)).toBe(true);
    // The job of the first time is found, also when nothing is left by now.
    expect(await start(world, actor, { customer })).toBe(jobId);
    expect(await ask(world, actor, { quantity: 240 })).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  },
);

test('what is plain is refused before there is a job', GUARD, async () => {
  const { world, actor } = await prepared('issue-refused', 249);
  expect(await ask(world, actor)).toMatchObject({ ok: false, code: 'QUOTA_EXCEEDED' });
  for (const quantity of [100, 1001, 200.5]) {
    expect(await ask(world, actor, { quantity })).toMatchObject({ code: 'QUANTITY_OUT_OF_RANGE' });
  }
  await commandContract(world.call(), ENV, ID, { type: 'inactivate' });
  expect(await ask(world, actor, { quantity: 249 })).toMatchObject({ code: 'CONTRACT_INACTIVE' });
  expect(await documents(world, 'jobs')).toHaveLength(0);
  await commandContract(world.call(), ENV, ID, { type: 'activate' });
  expect(await ask(world, actor, { quantity: 249 })).toMatchObject({ ok: true });
});

test.each(['before', 'after'] as const)(
  'a runner that is killed %s a batch is committed: none twice, none lost',
  GUARD,
  async (when) => {
    const { world, actor } = await prepared(`issue-killed-${when}`, 300);
    const jobId = await start(world, actor);
    let batches = 0;
    const isSecond = (paths: readonly string[]) =>
      paths.some((path) => path.includes('/licenses/')) && ++batches === 2;
    const store = killedAt(world.store, isSecond, when);
    expect(await run(world, jobId, { store, report: quiet })).toBe('waiting');
    expect(await usedOf(world)).toBe(when === 'before' ? 100 : 200);
    expect(await run(world, jobId, { clock: () => later(LEASE_MS + 1, new Date()) })).toBe('ended');
    expect(await readJob(world, jobId)).toMatchObject({ status: 'done', progress: { done: 250 } });
    await expectIssued(world, 250);
  },
);

test('a job that is retried after days still knows the batch whose answer was lost', GUARD, async () => {
  const { world, actor } = await prepared('issue-days', 300);
  const jobId = await start(world, actor);
  const lost: Store = {
    ...world.store,
    async commit(writes) {
      if (writes.some(({ path }) => path.includes('/reports/'))) throw new UnavailableError('out');
      await world.store.commit(writes);
    },
  };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    expect(await run(world, jobId, { store: lost, report: quiet })).toBe('waiting');
  }
  const muchLater = () => later(GIVE_UP_AFTER_MS, new Date());
  expect(await run(world, jobId, { clock: muchLater })).toBe('elsewhere');
  expect(await readJob(world, jobId)).toMatchObject({ status: 'failed' });
  expect(await usedOf(world)).toBe(100);
  const clock = () => later(3 * DAY, new Date());
  expect(await commandJob(world.call({ actor, now: clock() }), ENV, jobId, 'retry')).toEqual({ ok: true });
  expect(await run(world, jobId, { clock })).toBe('ended');
  await expectIssued(world, 250);
});

test(
  'a job that is cancelled stops after the batch under way; what is issued stays and counts',
  GUARD,
  async () => {
    const { world, actor } = await prepared('issue-cancel', 500);
    const jobId = await start(world, actor, { quantity: 500 });
    let cancelled = false;
    const store: Store = {
      ...world.store,
      async commit(writes) {
        await world.store.commit(writes);
        if (cancelled || !writes.some(({ path }) => path.endsWith('/reports/000001'))) return;
        cancelled = true;
        await commandJob(world.call({ actor }), ENV, jobId, 'cancel');
      },
    };
    expect(await run(world, jobId, { store })).toBe('ended');
    expect(await readJob(world, jobId)).toMatchObject({ status: 'cancelled', progress: { done: 200 } });
    await expectIssued(world, 200);
  },
);

test(
  'job and key compete for one quota: it is never exceeded, and a larger one lets the job end',
  GUARD,
  async () => {
    const { world, actor } = await prepared('issue-race', 300);
    const jobId = await start(world, actor, { quantity: 300 });
    const byKey = (n: number) =>
      issueFromContract(world.call({ actor: PARTNER }), ENV, ID, {
        quantity: 7,
        customer: null,
        request: `key-${n}`,
      });
    const [, ...answers] = await Promise.all([
      run(world, jobId),
      ...Array.from({ length: 10 }, (_, n) => byKey(n)),
    ]);
    const sold = answers.filter((answer) => typeof answer === 'object' && answer.ok).length * 7;
    const job = await readJob(world, jobId);
    await expectIssued(world, sold + job.progress.done);
    expect(sold).toBeGreaterThan(0);
    expect(job.status).toBe('failed');
    expect(job.problem).toMatch(/^Licenses \d+ to \d+: Quota exceeded: \d+ of 300 are left/);
    const changes = { quota: 300 + sold };
    expect(await commandContract(world.call(), ENV, ID, { type: 'edit', revision: null, changes })).toEqual({
      ok: true,
    });
    expect(await commandJob(world.call({ actor }), ENV, jobId, 'retry')).toEqual({ ok: true });
    expect(await run(world, jobId)).toBe('ended');
    expect(await readJob(world, jobId)).toMatchObject({ status: 'done', progress: { done: 300 } });
    await expectIssued(world, 300 + sold);
  },
);
