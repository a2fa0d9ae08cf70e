import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { DAY_MS } from '@latchkey/domain/stats/day';
import { envPath } from '../../firestore/collections.ts';
import type { Stored } from '../../firestore/records.ts';
import type { CountQuery, Store } from '../../firestore/store.ts';

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
  const [within7, within30, soonest] = await Promise.all([
    store.count(endingQuery(environment, now, 7)),
    store.count(endingQuery(environment, now, 30)),
    store.query<Stored<License>>({
      ...endingQuery(environment, now, 30),
      limit: SHOWN,
      select: ['keyHint', 'productName', 'customerName', 'customerEmail', 'expiresAt'],
    }),
  ]);
  return { within7, within30, next: soonest.flatMap(({ id, data }) => shown(id, data)) };
}

/** Answered by the index of the console's list: one state, by expiry. */
export function endingQuery(environment: Environment, now: Date, days: number): CountQuery {
  const until = new Date(now.getTime() + days * DAY_MS);
  return {
    parent: envPath(environment),
    collection: 'licenses',
    where: [
      ['status', '==', 'active'],
      ['expirySort', '>=', now],
      ['expirySort', '<', until],
    ],
    orderBy: [
      ['expirySort', 'asc'],
      ['createdAt', 'asc'],
    ],
  };
}

function shown(id: string, license: Stored<License> | undefined): ExpiringLicense[] {
  if (!license?.expiresAt) return [];
  const { keyHint, productName, customerName, customerEmail, expiresAt } = license;
  return [{ id, keyHint, productName, customer: customerName ?? customerEmail, expiresAt }];
}
