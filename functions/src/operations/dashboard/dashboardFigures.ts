import type { Environment } from '@latchkey/domain/environment';
import { checkHistory, refusalCounts } from '@latchkey/domain/stats/checkHistory';
import { HOUR_MS, startOfHour } from '@latchkey/domain/stats/day';
import type { DashboardFigures } from '@latchkey/domain/wire/console/dashboardFigures';
import type { Call } from '../context.ts';
import { countTotals } from '../stats/countTotals.ts';
import { expiringLicenses } from './expiring.ts';
import { productShares } from './productShares.ts';
import type { Past } from './statsSince.ts';
import { statsSince } from './statsSince.ts';

/** Everything the dashboard shows, by aggregations that run at once; no license is read but five. */
export async function dashboardFigures(call: Call, environment: Environment): Promise<DashboardFigures> {
  const { store, now } = call;
  const [totals, shares, expiring, past] = await Promise.all([
    countTotals(store, environment),
    productShares(store, environment),
    expiringLicenses(store, environment, now),
    statsSince(store, environment, now),
  ]);
  return {
    ok: true,
    at: now.toISOString(),
    products: totals.products,
    licenses: totals.licenses,
    topProducts: [...shares.top],
    lowPools: [...shares.lowPools],
    expiring: {
      ...expiring,
      next: expiring.next.map((license) => ({ ...license, expiresAt: license.expiresAt.toISOString() })),
    },
    ...pastFigures(past, now),
  };
}

function pastFigures({ from, hours, checks, totals }: Past, now: Date) {
  const { accepted, refused, activated } = checkHistory(checks, from, hours);
  return {
    checks: {
      from: from.toISOString(),
      accepted: [...accepted],
      refused: [...refused],
      activated: [...activated],
    },
    refusals: refusalCounts(checks, new Date(startOfHour(now).getTime() - 23 * HOUR_MS), 24),
    history: totals.map(({ day, products, licenses }) => ({ day, products, active: licenses.active })),
  };
}
