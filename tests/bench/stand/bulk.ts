import { bulkStore } from '@latchkey/functions/firestore/connection';
import type { Write } from '@latchkey/functions/firestore/store';

const BATCH = 500;
const PARALLEL = 4;

/** Writes 500 at a time, four batches at once; as it goes, so that a hundred thousand need no memory. */
export async function writeAll(writes: Iterable<Write>): Promise<void> {
  const store = bulkStore();
  const batches = inBatches(writes);
  const worker = async (): Promise<void> => {
    for (const batch of batches) await store.commit(batch);
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
}

function* inBatches(writes: Iterable<Write>): Generator<Write[], void, undefined> {
  let batch: Write[] = [];
  for (const write of writes) {
    batch.push(write);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
