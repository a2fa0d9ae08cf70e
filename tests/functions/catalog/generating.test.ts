import { expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { License } from '@latchkey/domain/license/license';
import { generatorPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import type { Store } from '@latchkey/functions/firestore/store';
import { UnavailableError } from '@latchkey/functions/firestore/store';
import { commandGenerator } from '@latchkey/functions/operations/catalog/commandGenerator';
import { createGenerator } from '@latchkey/functions/operations/catalog/createGenerator';
import { generateLicenses } from '@latchkey/functions/operations/catalog/generateLicenses';
import { commandJob } from '@latchkey/functions/operations/jobs/commandJob';
import { aGenerator } from '../../support/builders.ts';
import { documents } from '../../support/inventory.ts';
import { readJob, run, starter } from '../../support/jobs.ts';
import { seedCatalog } from '../../support/seedLicenses.ts';
import { atOnce } from '../../support/software.ts';
import type { World } from '../../support/world.ts';
import { newWorld } from '../../support/world.ts';

const GUARD = { timeout: 120_000 };

async function prepared(name: string) {
  const world = newWorld(name);
  const { productId, generatorId } = await seedCatalog(world);
  const actor = await starter(world, 'operator');
  return { world, productId, generatorId, actor };
}

/** Each license once, with index, private part and one event: nothing twice and nothing lost. */
async function complete(world: World, count: number): Promise<void> {
  const licenses = await documents<License>(world, 'licenses');
  expect(licenses).toHaveLength(count);
  expect(new Set(licenses.map(({ data }) => data?.key)).size).toBe(count);
  expect(await documents(world, 'licenseKeys')).toHaveLength(count);
  const events = await documents<AuditEvent>(world, 'audit', [['action', '==', 'license.created']]);
  expect(new Set(events.map(({ data }) => data?.licenseId)).size).toBe(count);
  expect(events).toHaveLength(count);
}

test(
  'a name is its own among the generators of a product, however spelled and however fast',
  GUARD,
  async () => {
    const { world, productId } = await prepared('generator-names');
    const { description, format, activationLimit, validity, features, metadata } = aGenerator();
    const rest = { description, format, activationLimit, validity, features, metadata };
    const spellings = ['Yearly plan', 'yearly  plan', ' YEARLY PLAN'];
    const answers = await atOnce(6, (index) =>
      createGenerator(world.call(), 'production', productId, { ...rest, name: spellings[index % 3] ?? '' }),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const made = await createGenerator(world.call(), 'production', productId, { ...rest, name: 'Other' });
    const id = made.ok ? made.generatorId : '';
    const rename = (name: string) =>
      commandGenerator(world.call(), 'production', id, { type: 'edit', revision: null, changes: { name } });
    expect(await rename('YEARLY plan')).toMatchObject({ code: 'GENERATOR_NAME_TAKEN' });
    expect(await rename('other')).toMatchObject({ ok: true });
  },
);

test('a hundred at once are all there, and asking again makes none twice', GUARD, async () => {
  const { world, generatorId, actor } = await prepared('generate-at-once');
  const asked = { generatorId, quantity: 100, request: 'the-same-request' };
  const answers = await atOnce(3, () => generateLicenses(world.call({ actor }), 'production', asked));
  expect(answers).toEqual(Array(3).fill({ ok: true, made: 100, jobId: null }));
  await complete(world, 100);
});

test('a job whose commits fail and whose runner dies makes every license once', GUARD, async () => {
  const { world, generatorId, actor } = await prepared('generate-job');
  const asked = { generatorId, quantity: 1200, request: 'a-large-request' };
  const start = () => generateLicenses(world.call({ actor }), 'production', asked);
  const [first, again] = [await start(), await start()];
  const jobId = (first.ok && first.jobId) || '';
  expect(again).toEqual(first);
  // Some commits are applied although the answer is lost, some never arrive.
  let commits = 0;
  const broken: Store = {
    ...world.store,
    commit: async (writes) => {
      commits += 1;
      if (writes.length > 100 && commits % 4 === 0) throw new UnavailableError('not sent');
      await world.store.commit(writes);
      if (writes.length > 100 && commits % 3 === 0) throw new UnavailableError('the answer is lost');
    },
  };
  await run(world, jobId, { store: broken, report: () => undefined });
  await run(world, jobId, { until: () => true });
  while ((await run(world, jobId)) === 'waiting') continue;
  expect(await readJob(world, jobId)).toMatchObject({ status: 'done', progress: { done: 1200, refused: 0 } });
  await complete(world, 1200);
});

test('a generator that is switched off halts its job, and a retry makes what is missing', GUARD, async () => {
  const { world, generatorId, actor } = await prepared('generate-halt');
  const asked = { generatorId, quantity: 700, request: 'a-halted-request' };
  const answer = await generateLicenses(world.call({ actor }), 'production', asked);
  const jobId = (answer.ok && answer.jobId) || '';
  const turn = (type: 'activate' | 'inactivate') =>
    commandGenerator(world.call(), 'production', generatorId, { type });
  await turn('inactivate');
  await run(world, jobId);
  const halted = await readJob(world, jobId);
  expect(halted.status).toBe('failed');
  expect(halted.problem).toContain('The generator is inactive.');
  expect(await documents(world, 'licenses')).toHaveLength(0);
  await turn('activate');
  expect(await commandJob(world.call({ actor }), 'production', jobId, 'retry')).toEqual({ ok: true });
  expect(await run(world, jobId)).toBe('ended');
  await complete(world, 700);
});

test('a job that is cancelled stops after the page under way; what is made stays', GUARD, async () => {
  const { world, generatorId, actor } = await prepared('generate-cancel');
  const asked = { generatorId, quantity: 2500, request: 'a-cancelled-request' };
  const answer = await generateLicenses(world.call({ actor }), 'production', asked);
  const jobId = (answer.ok && answer.jobId) || '';
  let steps = 0;
  await run(world, jobId, { until: () => ++steps > 1 });
  await commandJob(world.call({ actor }), 'production', jobId, 'cancel');
  await run(world, jobId);
  const job = await readJob(world, jobId);
  expect(job.status).toBe('cancelled');
  await complete(world, job.progress.done);
  expect(job.progress.done).toBeLessThan(2500);
});

test('keys that run short are drawn until one is free, and used up keys are said', GUARD, async () => {
  const { world, actor } = await prepared('generate-narrow');
  const format = { type: 'custom', pattern: 'KEY-#-OF-TEN', charset: '0123456789' } as const;
  const narrow = aGenerator({ id: 'narrow', format });
  const path = generatorPath('production', narrow.id);
  await world.store.commit([{ kind: 'set', path, data: toStored(narrow) }]);
  const ask = (quantity: number, request: string) =>
    generateLicenses(world.call({ actor }), 'production', { generatorId: 'narrow', quantity, request });
  expect(await ask(6, 'six-of-ten')).toMatchObject({ ok: true, made: 6 });
  await complete(world, 6);
  expect(await ask(20, 'twenty-of-ten')).toMatchObject({ ok: false, code: 'KEYS_RUN_OUT' });
});
