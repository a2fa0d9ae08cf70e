import type { AbuseFact, SeenEvent } from '@latchkey/domain/abuse/facts';
import { factsOf, SEEN_ACTIONS } from '@latchkey/domain/abuse/facts';
import type { AbuseSignal } from '@latchkey/domain/abuse/signal';
import { factOfSignal } from '@latchkey/domain/abuse/signal';
import type { Environment } from '@latchkey/domain/environment';
import { envPath } from '../../firestore/collections.ts';
import type { Query, Snapshot, Store } from '../../firestore/store.ts';
import { inOrder } from './readFacts.ts';

const PAGE = 1_000;
/** Of each kind; what is older than these is left out, and said to be. */
const MOST = 20_000;

/** What was seen of every license in a time. */
export interface Past {
  readonly facts: ReadonlyMap<string, readonly AbuseFact[]>;
  /** First characters of the keys, as far as events name them. */
  readonly hints: ReadonlyMap<string, string>;
  /** From when on everything is there. */
  readonly from: Date;
  readonly events: number;
  readonly originsFrom: Date | null;
}

type PastEvent = SeenEvent & { readonly licenseId: string | null; readonly keyHint: string | null };

/**
 * Reads events and signals newest first, in pages, until `since`, the bound or the time is reached; the walks
 * run at once. What is left out is at the old end, so that what is there has no gaps.
 */
export async function readPast(
  store: Store,
  environment: Environment,
  since: Date,
  until: () => boolean,
): Promise<Past> {
  const events = SEEN_ACTIONS.map((action) =>
    walk<PastEvent>(
      store,
      {
        parent: envPath(environment),
        collection: 'audit',
        where: [
          ['action', '==', action],
          ['at', '>', since],
        ],
        orderBy: [
          ['at', 'desc'],
          ['__name__', 'desc'],
        ],
        limit: PAGE,
        select: ['licenseId', 'keyHint', 'action', 'activationId', 'at', 'actor', 'changes'],
      },
      until,
    ),
  );
  const signals = walk<AbuseSignal>(
    store,
    {
      parent: envPath(environment),
      collection: 'abuseSignals',
      where: [['at', '>', since]],
      orderBy: [
        ['at', 'desc'],
        ['__name__', 'desc'],
      ],
      limit: PAGE,
    },
    until,
  );
  const walks = await Promise.all(events);
  const told = await signals;
  const from = new Date(Math.max(...[...walks, told].map(({ reached }) => (reached ?? since).getTime())));
  const rows = walks.flatMap(({ rows }) => rows).filter(({ at }) => at >= from);
  const kept = told.rows.filter(({ at }) => at >= from);
  const origins = kept.filter(({ kind }) => kind === 'origin');
  return {
    facts: byLicense(rows, kept),
    hints: new Map(
      rows.flatMap(({ licenseId, keyHint }) => (licenseId && keyHint ? [[licenseId, keyHint]] : [])),
    ),
    from,
    events: rows.length + kept.length,
    originsFrom: origins.at(-1)?.at ?? null,
  };
}

/** `reached`: the oldest moment that was looked at; null = all that there is. */
async function walk<T extends { readonly at: Date }>(
  store: Store,
  query: Query,
  until: () => boolean,
): Promise<{ readonly rows: T[]; readonly reached: Date | null }> {
  const rows: T[] = [];
  let last: Snapshot<T> | undefined;
  let next = query;
  do {
    const page: Snapshot<T>[] = await store.query<T>(next);
    rows.push(...page.flatMap(({ data }) => data ?? []));
    last = page.length < PAGE ? undefined : page.at(-1);
    if (last?.data) next = { ...query, startAfter: [last.data.at, last.path] };
  } while (last !== undefined && rows.length < MOST && !until());
  return { rows, reached: last?.data?.at ?? null };
}

function byLicense(events: readonly PastEvent[], signals: readonly AbuseSignal[]): Past['facts'] {
  const told = Map.groupBy(events, ({ licenseId }) => licenseId ?? '');
  const signalled = Map.groupBy(signals, ({ licenseId }) => licenseId);
  told.delete('');
  const ids = new Set([...told.keys(), ...signalled.keys()]);
  return new Map(
    [...ids].map((id) => [
      id,
      inOrder([...factsOf(told.get(id) ?? []), ...(signalled.get(id) ?? []).map(factOfSignal)]),
    ]),
  );
}
