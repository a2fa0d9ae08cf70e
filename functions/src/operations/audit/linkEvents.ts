import type { ChainEnd, Hash } from '@latchkey/domain/audit/chain';
import { EMPTY_CHAIN, endAt, nextLink, takeApart } from '@latchkey/domain/audit/chain';
import type { Environment } from '@latchkey/domain/environment';
import { chainEndPath, envPath } from '../../firestore/collections.ts';
import type { Snapshot, Store, Write } from '../../firestore/store.ts';
import { ConflictError, unchanged } from '../../firestore/store.ts';
import type { Call } from '../context.ts';

/** One commit links so many events and moves the end of the chain. */
const PAGE = 400;

/** chain/audit: the end of an environment's chain, signed, so that nobody who only writes to the database moves it. */
export interface StoredEnd extends ChainEnd {
  readonly linkedAt: Date;
  readonly signature: string;
}

/** What linking needs of cryptography. */
export interface ChainCrypto {
  readonly hash: Hash;
  sign(environment: Environment, end: ChainEnd, at: Date): Promise<string>;
  /** Whether a signature is by the key that signs now; one by a key that is on its way out is renewed. */
  isCurrent(signature: string): Promise<boolean>;
}

export interface LinkResult {
  readonly linked: number;
  /** Numbers in the log are an anchor of their own: whoever changes the database does not change the log. */
  readonly end: ChainEnd;
  /** True when others were at it or the time ran out; the next run goes on. */
  readonly more: boolean;
}

/**
 * Links the events that wait, by time and then by id, whenever they arrived; one that is late is linked next. Each
 * page is one commit that holds only while the chain ends where it was read to end and no event of the page has
 * changed. So two runs at once link nothing twice, and one that is killed leaves a whole chain.
 */
export async function linkEvents(
  call: Call,
  environment: Environment,
  until: () => boolean,
  crypto: ChainCrypto,
): Promise<LinkResult> {
  let linked = 0;
  let end: ChainEnd = EMPTY_CHAIN;
  while (!until()) {
    const [stored, waiting] = await Promise.all([
      readEnd(call.store, environment),
      nextPage(call, environment),
    ]);
    end = stored.data ?? EMPTY_CHAIN;
    if (waiting.length === 0) {
      await renewSignature(call, environment, stored, crypto);
      return { linked, end, more: false };
    }
    const { writes, reached } = linkPage(environment, end, waiting, crypto.hash);
    const head = await endWrite(call, environment, reached, stored, crypto);
    if (!(await committed(call.store, [...writes, head]))) return { linked, end, more: true };
    linked += waiting.length;
    end = reached;
    if (waiting.length < PAGE) return { linked, end, more: false };
  }
  return { linked, end, more: true };
}

async function readEnd(store: Store, environment: Environment): Promise<Snapshot<StoredEnd>> {
  const [stored] = await store.getAll<StoredEnd>([chainEndPath(environment)]);
  if (!stored) throw new Error('the store left out a document');
  return stored;
}

function nextPage({ store }: Call, environment: Environment): Promise<Snapshot<Record<string, unknown>>[]> {
  return store.query<Record<string, unknown>>({
    parent: envPath(environment),
    collection: 'audit',
    where: [['unlinked', '==', true]],
    orderBy: [['at', 'asc']],
    limit: PAGE,
  });
}

/** Firestore orders events of one moment by their ids. */
function linkPage(
  environment: Environment,
  from: ChainEnd,
  events: readonly Snapshot<Record<string, unknown>>[],
  hash: Hash,
): { readonly writes: Write[]; readonly reached: ChainEnd } {
  let reached = from;
  const writes = events.map((event): Write => {
    const { facts } = takeApart(event.data ?? {});
    const link = nextLink(environment, reached, { id: event.id, facts }, hash);
    reached = endAt(link);
    return { kind: 'update', path: event.path, data: { link }, remove: ['unlinked'], if: unchanged(event) };
  });
  return { writes, reached };
}

async function endWrite(
  call: Call,
  environment: Environment,
  { count, hash }: ChainEnd,
  before: Snapshot<StoredEnd>,
  crypto: ChainCrypto,
): Promise<Write> {
  const signature = await crypto.sign(environment, { count, hash }, call.now);
  const data: StoredEnd = { count, hash, linkedAt: call.now, signature };
  return { kind: 'set', path: chainEndPath(environment), data, if: unchanged(before) };
}

/** After a rotation of the keys: a signature is worth something only while its key is known. */
async function renewSignature(
  call: Call,
  environment: Environment,
  stored: Snapshot<StoredEnd>,
  crypto: ChainCrypto,
): Promise<void> {
  if (!stored.data || (await crypto.isCurrent(stored.data.signature))) return;
  await committed(call.store, [await endWrite(call, environment, stored.data, stored, crypto)]);
}

async function committed(store: Store, writes: readonly Write[]): Promise<boolean> {
  try {
    await store.commit(writes);
    return true;
  } catch (error) {
    // Another run was faster.
    if (error instanceof ConflictError) return false;
    throw error;
  }
}
