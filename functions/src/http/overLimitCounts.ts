import type { Environment } from '@latchkey/domain/environment';
import type { Store } from '../firestore/store.ts';
import { logWarning } from '../log.ts';
import { newId } from '../crypto/random.ts';
import type { OverLimit } from '../operations/abuse/recordOverLimit.ts';
import { recordOverLimit } from '../operations/abuse/recordOverLimit.ts';

const MINUTE = 60_000;
/** Licenses that are counted at a time; a flood over more of them than these tells enough. */
const MOST = 10_000;

/** Counts requests about known licenses that came too fast. Adding reads, writes and awaits nothing. */
export interface OverLimitCounts {
  add(environment: Environment, licenseId: string): void;
  /** Writes down the worst. Never fails. */
  flush(): Promise<void>;
}

/** Held in memory and written a minute after the first that is not written yet; a crash loses that minute. */
export function overLimitCounts(store: () => Store, interval = MINUTE): OverLimitCounts {
  let counts = new Map<string, OverLimit>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const taken = [...counts.values()];
    counts = new Map();
    try {
      if (taken.length > 0) await recordOverLimit(store(), newId, taken, new Date());
    } catch (error) {
      logWarning('requests above the rate limit could not be noted', { error });
    }
  }

  return {
    add(environment, licenseId) {
      const name = `${environment}/${licenseId}`;
      const count = (counts.get(name)?.count ?? 0) + 1;
      if (count > 1 || counts.size < MOST) counts.set(name, { environment, licenseId, count });
      timer ??= setTimeout(() => void flush(), interval).unref();
    },
    flush,
  };
}
