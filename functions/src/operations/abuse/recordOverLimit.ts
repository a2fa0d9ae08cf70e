import type { AbuseSignal } from '@latchkey/domain/abuse/signal';
import { forgottenAt } from '@latchkey/domain/abuse/signal';
import type { Environment } from '@latchkey/domain/environment';
import { abuseSignalPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';

/** How often requests about one license came too fast since it was last written down. */
export interface OverLimit {
  readonly environment: Environment;
  readonly licenseId: string;
  readonly count: number;
}

/** Licenses that one instance tells of at a time, so that no flood makes many writes. */
const WORST = 20;
/** Fewer than so many in a minute is somebody's clumsy loop. */
const LEAST = 30;

/** Writes down the worst of them, in one commit without a read. */
export async function recordOverLimit(
  store: Store,
  newId: () => string,
  counts: readonly OverLimit[],
  at: Date,
): Promise<void> {
  const worst = counts
    .filter(({ count }) => count >= LEAST)
    .sort((a, b) => b.count - a.count)
    .slice(0, WORST);
  await store.commit(
    worst.map(({ environment, licenseId, count }) => {
      const data: AbuseSignal = { kind: 'over-limit', count, licenseId, at, forgottenAt: forgottenAt(at) };
      return { kind: 'set', path: abuseSignalPath(environment, newId()), data, if: { exists: false } };
    }),
  );
}
