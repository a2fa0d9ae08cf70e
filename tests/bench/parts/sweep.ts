import { newId } from '@latchkey/functions/crypto/random';
import { auditPath, envPath, licensePath } from '@latchkey/functions/firestore/collections';
import { bulkStore } from '@latchkey/functions/firestore/connection';
import { countingStore } from '@latchkey/functions/firestore/countingStore';
import { toStored } from '@latchkey/functions/firestore/records';
import type { Write } from '@latchkey/functions/firestore/store';
import { expireDueLicenses } from '@latchkey/functions/operations/expireDueLicenses';
import { newCall } from '@latchkey/functions/tools';
import { aLicense, DAY, later } from '../../support/builders.ts';
import { writeAll } from '../stand/bulk.ts';
import type { Row } from '../stand/goals.ts';
import { less } from '../stand/goals.ts';
import { median } from '../stand/rounds.ts';
import { seedLived } from '../stand/seedLived.ts';

const BESIDE_ALL = 100_000;
const DUE = 1_000;
/** Licenses of one raw page: as many as the sweep takes at once. */
const PAGE = 200;
const ROUNDS = 5;
const never = (): boolean => false;

interface Swept {
  readonly milliseconds: number;
  readonly reads: number;
}

/** P11: the expiry sweep among 100,000 other licenses, beside bare pages and batches that write as much. */
export async function sweep(): Promise<Row[]> {
  await seedLived(BESIDE_ALL);
  // Those whose time came while the others were written, and the first, slower steps of both sides.
  await bySweep();
  await byHand();
  const ratios: number[] = [];
  const reads: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const first = round % 2 === 0 ? await bySweep() : null;
    const bare = await byHand();
    const swept = first ?? (await bySweep());
    ratios.push(swept.milliseconds / bare);
    reads.push(swept.reads / DUE);
    process.stderr.write(
      `  sweep of ${DUE}: ${Math.round(swept.milliseconds)} ms, beside ${Math.round(bare)} ms\n`,
    );
  }
  return [
    {
      part: 'P11',
      what: 'expiry sweep, 100,000 beside: documents read per license expired',
      beside: '',
      goal: less(1.02, 1.02),
      measured: Math.max(...reads),
    },
    {
      part: 'P11',
      what: 'expiry sweep, 100,000 beside: time',
      beside: 'bare pages and batches',
      goal: less(1.5, 1.5),
      measured: median(ratios),
    },
  ];
}

async function bySweep(): Promise<Swept> {
  await seedDue();
  const store = countingStore(bulkStore());
  const call = { ...newCall({ kind: 'clock' }, newId()), store };
  const began = performance.now();
  await expireDueLicenses(call, 'production', never);
  return { milliseconds: performance.now() - began, reads: store.counts.reads };
}

/** The least that does it: a page of what is due, and one commit with the new states and an event for each. */
async function byHand(): Promise<number> {
  await seedDue();
  const store = bulkStore();
  const began = performance.now();
  for (;;) {
    const page = await store.query<object>({
      parent: envPath('production'),
      collection: 'licenses',
      where: [['dueAt', '<=', new Date()]],
      orderBy: [['dueAt', 'asc']],
      limit: PAGE,
    });
    if (page.length === 0) return performance.now() - began;
    await store.commit(
      page.flatMap(({ path, id }): Write[] => [
        { kind: 'update', path, data: { status: 'expired', dueAt: null, updatedAt: new Date() } },
        { kind: 'set', path: auditPath('production', newId()), data: event(id) },
      ]),
    );
  }
}

function event(id: string): object {
  const license = { type: 'license', id, name: 'DEMO-KEY' };
  return { action: 'license.expired', target: license, at: new Date(), actor: { kind: 'clock' } };
}

async function seedDue(): Promise<void> {
  const yesterday = later(-DAY, new Date());
  await writeAll(
    Array.from({ length: DUE }, (): Write => {
      const license = aLicense({ id: newId(), status: 'active', expiresAt: yesterday });
      return { kind: 'set', path: licensePath('production', license.id), data: toStored(license) };
    }),
  );
}
