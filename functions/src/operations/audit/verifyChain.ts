import type { ChainEnd, Hash } from '@latchkey/domain/audit/chain';
import { EMPTY_CHAIN } from '@latchkey/domain/audit/chain';
import type { ChainBreak, StoredEvent } from '@latchkey/domain/audit/verify';
import { checkEnd, checkReached, checkSeen, followChain } from '@latchkey/domain/audit/verify';
import type { Environment } from '@latchkey/domain/environment';
import { chainEndPath, envPath } from '../../firestore/collections.ts';
import type { Snapshot, Store } from '../../firestore/store.ts';
import type { StoredEnd } from './linkEvents.ts';

const PAGE = 400;

export interface ChainReport {
  /** null = every event that was linked is there, as it was, in its place. */
  readonly broken: ChainBreak | null;
  /** How far the chain holds. */
  readonly found: ChainEnd;
  readonly head: StoredEnd | null;
}

/** What following a chain needs. */
export interface ChainReader {
  readonly store: Store;
  readonly hash: Hash;
  /** An end that somebody has noted before, with at least the first digits of its hash. */
  readonly seen?: ChainEnd | null;
  /** Told how far it is after each page. */
  readonly progress?: (count: number) => void;
}

/**
 * Follows an environment's whole chain from its first event to its end, a page at a time, and writes nothing. What
 * is linked meanwhile is followed too.
 */
export async function verifyChain(reader: ChainReader, environment: Environment): Promise<ChainReport> {
  const { store, hash, seen = null, progress } = reader;
  let found = EMPTY_CHAIN;
  let last: Snapshot<unknown> | null = null;
  for (;;) {
    const head = await readHead(store, environment);
    const page: readonly Snapshot<Record<string, unknown>>[] = await nextEvents(
      store,
      environment,
      found,
      last,
    );
    const events = page.map(({ id, data = {} }): StoredEvent => ({ id, data }));
    const wanted = seen !== null && seen.count > found.count ? seen.count - found.count : Infinity;
    // Up to the end that was noted, and on from there.
    const followed = followChain(environment, found, events.slice(0, wanted), hash);
    if (!followed.ok) return { broken: followed.at, found: followed.end, head };
    found = followed.end;
    last = page[Math.min(page.length, wanted) - 1] ?? last;
    progress?.(found.count);
    const differs = checkSeen(found, seen);
    if (differs !== null) return { broken: differs, found, head };
    if (page.length > 0) continue;
    // The head was read before the page: when it is behind or ahead, it may just have moved.
    const now = await readHead(store, environment);
    if (now?.count === head?.count)
      return { broken: checkEnd(found, head) ?? checkReached(found, seen), found, head };
  }
}

async function readHead(store: Store, environment: Environment): Promise<StoredEnd | null> {
  const [head] = await store.getAll<StoredEnd>([chainEndPath(environment)]);
  return head?.data ?? null;
}

function nextEvents(
  store: Store,
  environment: Environment,
  { count }: ChainEnd,
  last: Snapshot<unknown> | null,
): Promise<Snapshot<Record<string, unknown>>[]> {
  return store.query<Record<string, unknown>>({
    parent: envPath(environment),
    collection: 'audit',
    orderBy: [
      ['link.number', 'asc'],
      ['__name__', 'asc'],
    ],
    limit: PAGE,
    ...(last && { startAfter: [count, last.path] }),
  });
}
