import { setTimeout as pause } from 'node:timers/promises';
import { generatorPath, jobPath, productPath, userPath } from '@latchkey/functions/firestore/collections';
import { bulkStore } from '@latchkey/functions/firestore/connection';
import { toStored } from '@latchkey/functions/firestore/records';
import type { Write } from '@latchkey/functions/firestore/store';
import { makeLicenses, readSources } from '@latchkey/functions/operations/catalog/makeLicenses';
import { startGeneration } from '@latchkey/functions/operations/catalog/startGeneration';
import { runJob } from '@latchkey/functions/operations/jobs/runJob';
import { newCall } from '@latchkey/functions/tools';
import { aGenerator, aProduct } from '../../support/builders.ts';
import { writeAll } from './bulk.ts';
import { benchOwner, PERSON } from './seedLived.ts';
import type { WriteOrder, Written } from './writers.ts';

/** Record, index, private part, audit event. */
const DOCUMENTS = 4;
const ENVIRONMENT = 'production';
const generator = aGenerator();
const store = bulkStore();
const call = () => {
  const owner = { kind: 'person', uid: PERSON, role: 'owner', name: 'Bench Owner' } as const;
  return { ...newCall(owner, `bench-${Math.random()}`), store };
};

/** One side of P8 in a process of its own, so that its memory is its own: one order in, one result out. */
process.on('message', (order: WriteOrder) => {
  void carryOut(order).then((written) => process.send?.(written));
});
let seeded: Promise<void> | undefined;
let job: string | null = null;

async function carryOut(order: WriteOrder): Promise<Written> {
  await (seeded ??= seedSources());
  const work = order.side === 'bare' ? await prepareBare(order.licenses) : () => generate(order);
  const before = await doneUnderWay();
  const watched = watchMemory();
  const began = performance.now();
  const ended = await work();
  const seconds = (performance.now() - began) / 1000;
  // How far a job has come is asked beside the clock: only the measurement wants to know.
  const licenses = ended + (await doneUnderWay()) - before;
  return {
    perSecond: (licenses * DOCUMENTS) / seconds,
    ended: job === null,
    megabytes: await watched.stop(),
  };
}

/** Goes on with the job under way, or with new ones, until about so many licenses are made. Gives those of jobs that ended. */
async function generate({ quantity, licenses }: WriteOrder): Promise<number> {
  // A page has some fewer than 2,000: what remains of a job must not be a slice of its own, as it is all overhead.
  const pages = Math.ceil(licenses / 1_900);
  let ended = 0;
  do {
    job ??= await start(quantity);
    let made = 0;
    const result = await runJob({ ...call(), store }, ENVIRONMENT, job, {
      clock: () => new Date(),
      until: () => made++ >= pages,
      report: (error) => {
        throw error;
      },
    });
    if (result !== 'ended') break;
    ended += quantity;
    job = null;
  } while (ended < licenses);
  return ended;
}

async function start(quantity: number): Promise<string> {
  const asked = call();
  const started = await startGeneration(asked, generator, quantity, asked.requestId);
  if (!started.ok) throw new Error(started.code);
  return started.jobId;
}

async function doneUnderWay(): Promise<number> {
  if (job === null) return 0;
  const [found] = await store.getAll<{ progress: { done: number } }>(
    [jobPath(ENVIRONMENT, job)],
    ['progress'],
  );
  return found?.data?.progress.done ?? 0;
}

/** The very documents that the product would write, made beforehand; the writing is what is left to be timed. */
async function prepareBare(licenses: number): Promise<() => Promise<number>> {
  const writes: Write[] = [];
  const caught = {
    ...store,
    commit: (some: readonly Write[]) => {
      for (const write of some) if (write.kind === 'set') writes.push({ ...write, if: undefined });
      return Promise.resolve();
    },
  };
  const by = { ...call(), store: caught };
  const read = () =>
    readSources(call(), ENVIRONMENT, { productId: generator.productId, generatorId: generator.id });
  const ids = Array.from({ length: licenses }, () => by.newId());
  const made = await makeLicenses(by, ENVIRONMENT, ids, await read(), read);
  if (!made.ok) throw new Error(made.code);
  return async () => {
    await writeAll(writes);
    return licenses;
  };
}

/** Most resident memory, looked at 50 times a second. */
function watchMemory(): { stop(): Promise<number> } {
  let most = 0;
  let watching = true;
  const look = (): void => void (most = Math.max(most, process.memoryUsage.rss() / 2 ** 20));
  const all = (async () => {
    while (watching) {
      look();
      await pause(20);
    }
  })();
  return {
    async stop() {
      look();
      watching = false;
      await all;
      return most;
    },
  };
}

async function seedSources(): Promise<void> {
  await store.commit([
    { kind: 'set', path: productPath(ENVIRONMENT, generator.productId), data: toStored(aProduct()) },
    { kind: 'set', path: generatorPath(ENVIRONMENT, generator.id), data: toStored(generator) },
    { kind: 'set', path: userPath(PERSON), data: benchOwner() },
  ]);
}
