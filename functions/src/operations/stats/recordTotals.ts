import type { Environment } from '@latchkey/domain/environment';
import type { TotalStats } from '@latchkey/domain/stats/day';
import { statsDay } from '@latchkey/domain/stats/day';
import { statsPath } from '../../firestore/collections.ts';
import type { Call } from '../context.ts';
import type { Totals } from './countTotals.ts';
import { countTotals } from './countTotals.ts';

/**
 * Notes what there is today, so that tomorrow can say how it has changed. Every run of a day replaces the one
 * before, so that missed and doubled runs do no harm.
 */
export async function recordTotals(call: Call, environment: Environment): Promise<Totals> {
  const totals = await countTotals(call.store, environment);
  const day = statsDay(call.now);
  const data: TotalStats = { kind: 'totals', day, at: call.now, ...totals };
  await call.store.commit([{ kind: 'set', path: statsPath(environment, `${day}-totals`), data }]);
  return totals;
}
