import { statsPath } from '../../firestore/collections.ts';
import type { Store, Write } from '../../firestore/store.ts';
import { ConnectionError } from '../../firestore/transport.ts';
import type { CheckTally, TalliedDay } from './checkTally.ts';

/**
 * Adds what was tallied to the statistics, in one commit without a read. What certainly did not arrive is kept
 * for the next time; where that is not known it is dropped: better a minute missing than one counted twice.
 * @param shard which of the day's documents this instance adds to
 */
export async function recordChecks(store: Store, tally: CheckTally, shard: number): Promise<void> {
  const days = tally.take();
  if (days.length === 0) return;
  try {
    await store.commit(days.map((day) => addition(day, shard)));
  } catch (error) {
    if (error instanceof ConnectionError && !error.sent) tally.giveBack(days);
    throw error;
  }
}

function addition({ environment, day, increment }: TalliedDay, shard: number): Write {
  const path = statsPath(environment, `${day}-checks-${shard}`);
  return { kind: 'update', path, data: { kind: 'checks', day }, increment, upsert: true };
}
