import type { Environment } from '@latchkey/domain/environment';
import type { CheckStats, Stats, TotalStats } from '@latchkey/domain/stats/day';
import { DAY_MS, SHARDS, startOfHour, statsDay } from '@latchkey/domain/stats/day';
import { envPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';

/** So many days back: thirty whole ones in every zone, and the one that has begun. */
export const DAYS_SHOWN = 31;

export interface Past {
  /** Beginning of the first hour. */
  readonly from: Date;
  readonly hours: number;
  readonly checks: readonly CheckStats[];
  readonly totals: readonly TotalStats[];
}

/** The statistics of the last month, in one query over a bounded number of documents. */
export async function statsSince(store: Store, environment: Environment, now: Date): Promise<Past> {
  const from = new Date(startOfHour(now).getTime() - DAYS_SHOWN * DAY_MS);
  const found = await store.query<Stats>({
    parent: envPath(environment),
    collection: 'stats',
    where: [['day', '>=', statsDay(from)]],
    orderBy: [['day', 'asc']],
    limit: (DAYS_SHOWN + 2) * (SHARDS + 1),
  });
  const records = found.flatMap(({ data }) => data ?? []);
  return {
    from,
    hours: DAYS_SHOWN * 24 + 1,
    checks: records.filter((record) => record.kind === 'checks'),
    totals: records.filter((record) => record.kind === 'totals'),
  };
}
