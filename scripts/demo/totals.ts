import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { Environment } from '@latchkey/domain/environment';
import type { LicenseStatus } from '@latchkey/domain/license/license';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import type { TotalStats } from '@latchkey/domain/stats/day';
import { DAY_MS, statsDay } from '@latchkey/domain/stats/day';
import { envPath, statsPath } from '@latchkey/functions/firestore/collections';
import type { Write } from '@latchkey/functions/firestore/store';
import { draft } from './past.ts';

/** What there was at the end of each of the last days, told by the audit events: they know every change of state. */
export function demoTotals(
  environment: Environment,
  events: readonly AuditEvent[],
  now: Date,
  days: number,
): Write[] {
  const inOrder = events
    .filter(({ licenseId }) => licenseId !== null)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const states = new Map<string, LicenseStatus>();
  let next = 0;
  return Array.from({ length: days + 1 }, (_, index) => {
    const at = new Date(now.getTime() - (days - index) * DAY_MS);
    for (let event = inOrder[next]; event !== undefined && event.at <= at; event = inOrder[++next]) {
      if (event.licenseId === null) continue;
      if (event.action === 'license.deleted') states.delete(event.licenseId);
      else if (event.to !== null) states.set(event.licenseId, event.to);
    }
    return totalsWrite(environment, at, [...states.values()]);
  });
}

function totalsWrite(environment: Environment, at: Date, states: readonly LicenseStatus[]): Write {
  const day = statsDay(at);
  const counted = LICENSE_STATUSES.map((status) => [
    status,
    states.filter((state) => state === status).length,
  ]);
  const licenses = Object.fromEntries(counted) as Record<LicenseStatus, number>;
  const data: TotalStats = { kind: 'totals', day, at, products: productsBy(environment, at), licenses };
  return { kind: 'set', path: statsPath(environment, `${day}-totals`), data };
}

function productsBy(environment: Environment, at: Date): number {
  const prefix = `${envPath(environment)}/products/`;
  return draft.documents().filter((write) => {
    if (write.kind !== 'set' || !write.path.startsWith(prefix)) return false;
    const { createdAt, status } = write.data as { createdAt: Date; status: string };
    return status === 'active' && createdAt <= at;
  }).length;
}
