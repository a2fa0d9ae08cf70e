import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { DAY_MS } from '@latchkey/domain/stats/day';
import { envPath } from '../../firestore/collections.ts';
import type { Stored } from '../../firestore/records.ts';
import type { Filter, Store } from '../../firestore/store.ts';

const SHOWN = 5;

export interface ExpiringLicense {
  readonly id: string;
  readonly keyHint: string;
  readonly productName: string;
  readonly customer: string | null;
  readonly expiresAt: Date;
}

export interface Expiring {
  readonly within7: number;
  readonly within30: number;
  /** The soonest few. */
  readonly next: readonly ExpiringLicense[];
}

/** Active licenses whose date is near; those past it are the sweep's, or live on in their grace. */
export async function expiringLicenses(store: Store, environment: Environment, now: Date): Promise<Expiring> {
  const within = (days: number): Promise<number> =>
    store.count({
      parent: envPath(environment),
      collection: 'licenses',
      where: between(now, days),
    });
  const [within7, within30, soonest] = await Promise.all([
    within(7),
    within(30),
    store.query<Stored<License>>({
      parent: envPath(environment),
      collection: 'licenses',
      where: between(now, 30),
      orderBy: [['expirySort', 'asc']],
      limit: SHOWN,
      select: ['keyHint', 'productName', 'customerName', 'customerEmail', 'expiresAt'],
    }),
  ]);
  return { within7, within30, next: soonest.flatMap(({ id, data }) => shown(id, data)) };
}

/** Covered by the index of the console's list: one state, by expiry. */
export function between(now: Date, days: number): Filter[] {
  const until = new Date(now.getTime() + days * DAY_MS);
  return [
    ['status', '==', 'active'],
    ['expirySort', '>=', now],
    ['expirySort', '<', until],
  ];
}

function shown(id: string, license: Stored<License> | undefined): ExpiringLicense[] {
  if (!license?.expiresAt) return [];
  const { keyHint, productName, customerName, customerEmail, expiresAt } = license;
  return [{ id, keyHint, productName, customer: customerName ?? customerEmail, expiresAt }];
}
