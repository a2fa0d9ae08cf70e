import type { Environment } from '@latchkey/domain/environment';
import { secretPath } from '../../firestore/collections.ts';
import type { Snapshot, Store, Write } from '../../firestore/store.ts';
import { ConflictError, unchanged } from '../../firestore/store.ts';
import type { Tools } from '../context.ts';

/** An answer as it is kept for repeats. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As sent; '' = none. */
  readonly body: string;
}

/** secrets/{id of the request}: who works on it, and what was answered. Readable by no client. */
interface StoredRequest {
  readonly fingerprint: string;
  /** Whoever claimed it answers within this time, or has died. */
  readonly claimedUntil: Date;
  readonly answer: KeptAnswer | null;
  /** From then on the same name is a new request; Firestore removes the record some time after. */
  readonly forgottenAt: Date;
}

export interface NamedRequest {
  readonly environment: Environment;
  /** Tells this request from every other one: whose it is, and its Idempotency-Key. */
  readonly name: string;
  /** Of all that it asks. */
  readonly fingerprint: string;
}

export type Once =
  | { readonly kind: 'answered'; readonly answer: KeptAnswer; readonly repeated: boolean }
  /** The name came with another request before. */
  | { readonly kind: 'conflict' }
  /** It took effect, and whoever did it died before the answer was kept. */
  | { readonly kind: 'lost' };

const DAY = 24 * 60 * 60 * 1_000;
const CLAIM = 60_000;

/**
 * Does what a named request asks for once, however often and however concurrently it comes: the first commit of
 * the work also writes a mark that can be made only once. Everybody else waits for the answer and gets it too.
 * @param work gets a store through which it has to commit; whether its answer is kept is its say
 */
export async function onceOnly(
  tools: Pick<Tools, 'store' | 'derivedId'>,
  request: NamedRequest,
  work: (store: Store) => Promise<{ readonly answer: KeptAnswer; readonly keep: boolean }>,
): Promise<Once> {
  const { store } = tools;
  const path = secretPath(request.environment, tools.derivedId(`manage:${request.name}`));
  const mark = `${path}-effect`;
  for (let round = 0; ; round++) {
    const now = new Date();
    const [claim, effect] = await store.getAll<StoredRequest>([path, mark]);
    const known = claim?.data !== undefined && claim.data.forgottenAt > now ? claim.data : null;
    if (known && known.fingerprint !== request.fingerprint) return { kind: 'conflict' };
    if (known?.answer) return { kind: 'answered', answer: known.answer, repeated: true };
    if (known && effect?.data !== undefined && known.claimedUntil <= now) return { kind: 'lost' };
    if (known && known.claimedUntil > now) {
      await pause(round);
      continue;
    }
    if (await claimed(store, [path, mark], claim, request, now)) break;
  }
  return carriedOut(store, path, mark, request, work);
}

/** Takes the request over; false when somebody was faster. What is a day old is as if it had never been. */
async function claimed(
  store: Store,
  [path = '', mark = '']: readonly string[],
  before: Snapshot<StoredRequest> | undefined,
  { fingerprint }: NamedRequest,
  now: Date,
): Promise<boolean> {
  const stored = before?.data;
  const data: StoredRequest = {
    fingerprint,
    claimedUntil: new Date(now.getTime() + CLAIM),
    answer: null,
    forgottenAt: new Date(now.getTime() + DAY),
  };
  const forgotten = stored !== undefined && stored.forgottenAt <= now;
  const writes: Write[] = [
    { kind: 'set', path, data, if: before ? unchanged(before) : { exists: false } },
    ...(forgotten ? [{ kind: 'delete', path: mark } as const] : []),
  ];
  return store.commit(writes).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ConflictError) return false;
      throw error;
    },
  );
}

async function carriedOut(
  store: Store,
  path: string,
  mark: string,
  { fingerprint }: NamedRequest,
  work: (store: Store) => Promise<{ readonly answer: KeptAnswer; readonly keep: boolean }>,
): Promise<Once> {
  const forgottenAt = new Date(Date.now() + DAY);
  try {
    const { answer, keep } = await work(
      marking(store, { kind: 'set', path: mark, data: { forgottenAt }, if: { exists: false } }),
    );
    if (keep) {
      const data: StoredRequest = { fingerprint, claimedUntil: forgottenAt, answer, forgottenAt };
      // The answer is known, whether or not it can be kept: a repeat is told that it is lost then.
      await store.commit([{ kind: 'set', path, data }]).catch(() => undefined);
    } else await giveUp(store, path, mark);
    return { kind: 'answered', answer, repeated: false };
  } catch (error) {
    await giveUp(store, path, mark).catch(() => undefined);
    throw error;
  }
}

/** The same request may be tried again, unless it took effect after all. */
async function giveUp(store: Store, path: string, mark: string): Promise<void> {
  const [effect] = await store.getAll<object>([mark], ['forgottenAt']);
  if (effect?.data === undefined) await store.commit([{ kind: 'delete', path }]);
  else await store.commit([{ kind: 'update', path, data: { claimedUntil: new Date() } }]);
}

/** A store whose first commit makes the mark as well. */
function marking(store: Store, mark: Write): Store {
  let made = false;
  return {
    getAll: (paths, fields) => store.getAll(paths, fields),
    query: (query) => store.query(query),
    count: (filter, upTo) => store.count(filter, upTo),
    commit: async (writes) => {
      await store.commit(made ? writes : [...writes, mark]);
      made = true;
    },
  };
}

/** 20 to 320 ms, so that two hundred who wait do not ask at once. */
function pause(round: number): Promise<void> {
  const ms = 20 * 2 ** Math.min(round, 4);
  return new Promise((resolve) => setTimeout(resolve, ms * (0.5 + Math.random() / 2)));
}
