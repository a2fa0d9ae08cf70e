import { withRetry } from '../../firestore/optimistic.ts';
import { gatheringStore } from '../../firestore/gatheringStore.ts';
import type { Write } from '../../firestore/store.ts';
import { ConflictError, UnavailableError } from '../../firestore/store.ts';
import { atOnce } from '../jobs/atOnce.ts';
import type { RowPlan, RowScope } from './plan.ts';

export interface BrokenRow {
  readonly error: unknown;
}

/** Says what a row does, on a read of its own. */
export type PlanRow<Row> = (scope: RowScope, row: Row) => Promise<RowPlan>;

/** Rows that are looked at and committed by themselves at once: each is two or three round trips. */
const SINGLE_AT_ONCE = 10;
const COMMITS_AT_ONCE = 4;
/** Documents of one commit; those of a row stay together. */
const MOST_WRITES = 450;

/** Looks at every row of a page, as few reads as can be. */
export function planRows<Row>(
  scope: RowScope,
  rows: readonly Row[],
  plan: PlanRow<Row>,
): Promise<(RowPlan | BrokenRow)[]> {
  const gathered = { ...scope, call: { ...scope.call, store: gatheringStore(scope.call.store) } };
  return Promise.all(rows.map((row) => guarded(() => plan(gathered, row))));
}

/**
 * Does what every row says, each wholly or not at all. Rows that have nothing to do with each other share a
 * commit; those that do (two licenses of one new customer) are looked at again when the first are done, and
 * where somebody else was faster each row is tried by itself.
 */
export async function commitRows<Row extends { readonly line: number }>(
  scope: RowScope,
  rows: readonly Row[],
  plan: PlanRow<Row>,
): Promise<(RowPlan | BrokenRow)[]> {
  const done = new Map<Row, RowPlan | BrokenRow>();
  let open = rows;
  for (let round = 0; round < 2 && open.length > 0; round++) {
    const planned = await planRows(scope, open, plan);
    open = await commitTogether(scope, open, planned, done);
  }
  const single = (row: Row): Promise<RowPlan | BrokenRow> =>
    guarded(() => commitOne(scope, row.line, () => plan(scope, row)));
  const outcomes = await atOnce(open, SINGLE_AT_ONCE, single);
  open.forEach((row, at) => done.set(row, outcomes[at] ?? { error: new Error('a row was left out') }));
  return rows.map((row) => done.get(row) ?? { error: new Error('a row was left out') });
}

/** Commits what can be committed together, notes it in `done`, and gives the rows that are left. */
async function commitTogether<Row>(
  { call }: RowScope,
  rows: readonly Row[],
  planned: readonly (RowPlan | BrokenRow)[],
  done: Map<Row, RowPlan | BrokenRow>,
): Promise<Row[]> {
  const batches: Batch<Row>[] = [];
  const left: Row[] = [];
  rows.forEach((row, at) => {
    const one = planned[at];
    if (!one || 'error' in one || one.writes.length === 0) {
      if (one) done.set(row, one);
      return;
    }
    // In another batch it would be as much in the way as in the same: both commits are under way at once.
    if (batches.some((batch) => batch.clashes(one.writes))) left.push(row);
    else batchFor(batches, one.writes).add(row, one);
  });
  await atOnce(batches, COMMITS_AT_ONCE, async (batch) => {
    try {
      await call.store.commit(batch.writes());
      for (const [row, one] of batch.rows) done.set(row, one);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      left.push(...batch.rows.map(([row]) => row));
    }
  });
  return left;
}

class Batch<Row> {
  readonly rows: (readonly [Row, RowPlan])[] = [];
  readonly #writes = new Map<string, Write>();

  /** Another row writes the same document; that several check the same one is no clash. */
  clashes(writes: readonly Write[]): boolean {
    return writes.some((write) => {
      const known = this.#writes.get(write.path);
      return known !== undefined && (known.kind !== 'check' || write.kind !== 'check');
    });
  }

  hasRoomFor(writes: readonly Write[]): boolean {
    return this.#writes.size + writes.length <= MOST_WRITES;
  }

  add(row: Row, plan: RowPlan): void {
    this.rows.push([row, plan]);
    for (const write of plan.writes) this.#writes.set(write.path, write);
  }

  writes(): Write[] {
    return [...this.#writes.values()];
  }
}

function batchFor<Row>(batches: Batch<Row>[], writes: readonly Write[]): Batch<Row> {
  const last = batches.at(-1);
  if (last?.hasRoomFor(writes)) return last;
  const fresh = new Batch<Row>();
  batches.push(fresh);
  return fresh;
}

/** Looked at again and again until what was seen still holds at the commit. */
function commitOne(scope: RowScope, line: number, plan: () => Promise<RowPlan>): Promise<RowPlan> {
  return withRetry(`${scope.jobId ?? ''}:${line}`, async () => {
    const planned = await plan();
    if (planned.writes.length > 0) await scope.call.store.commit(planned.writes);
    return planned;
  });
}

/** A row that breaks on our side does not keep the others; an outage is no matter of one row. */
export async function guarded(work: () => Promise<RowPlan>): Promise<RowPlan | BrokenRow> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnavailableError) throw error;
    return { error };
  }
}
