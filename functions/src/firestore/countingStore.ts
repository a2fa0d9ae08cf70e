import type { Store } from './store.ts';

/** What Firestore bills (reads, writes) and what time costs (queries, round trips). */
export interface StoreCounts {
  /** Documents read; a missing document and an empty query page cost one as well. */
  reads: number;
  writes: number;
  queries: number;
  roundTrips: number;
}

/** Wraps a store and counts what goes through it. Deletes count as writes. */
export function countingStore(inner: Store): Store & { readonly counts: StoreCounts; reset(): void } {
  const counts: StoreCounts = { reads: 0, writes: 0, queries: 0, roundTrips: 0 };
  return {
    counts,
    reset() {
      Object.assign(counts, { reads: 0, writes: 0, queries: 0, roundTrips: 0 });
    },
    async getAll(paths, fields) {
      counts.reads += new Set(paths).size;
      if (paths.length > 0) counts.roundTrips++;
      return inner.getAll(paths, fields);
    },
    async query<T>(query: Parameters<Store['query']>[0]) {
      counts.queries++;
      counts.roundTrips++;
      const found = await inner.query<T>(query);
      counts.reads += Math.max(found.length, 1);
      return found;
    },
    async count(filter, upTo) {
      counts.queries++;
      counts.roundTrips++;
      const counted = await inner.count(filter, upTo);
      // Aggregations are billed one read per thousand index entries.
      counts.reads += Math.max(Math.ceil(counted / 1_000), 1);
      return counted;
    },
    async commit(writes) {
      if (writes.length > 0) counts.roundTrips++;
      await inner.commit(writes);
      counts.writes += writes.filter(({ kind }) => kind !== 'check').length;
    },
  };
}
