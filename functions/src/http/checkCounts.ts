import { setTimeout as pause } from 'node:timers/promises';
import { SHARDS } from '@latchkey/domain/stats/day';
import { randomBytes } from '../crypto/random.ts';
import type { Store } from '../firestore/store.ts';
import { logWarning } from '../log.ts';
import type { CheckedOnce } from '../operations/stats/checkTally.ts';
import { checkTally } from '../operations/stats/checkTally.ts';
import { recordChecks } from '../operations/stats/recordChecks.ts';

const MINUTE = 60_000;
/** An end that waits longer looks like one that hangs. */
const LAST_CHANCE = 2_000;

/** Counts answers to shipped software. Adding is all that a request does: nothing is read, written or awaited. */
export interface CheckCounts {
  add(checked: CheckedOnce): void;
  /** Writes down what has been counted so far. Never fails: a count is no reason to end anything. */
  flush(): Promise<void>;
}

/**
 * Held in memory and written a minute after the first answer that is not written yet, so at most once per
 * instance and minute. A crash loses that minute; an orderly end (`flushAtEnd`) does not.
 */
export function checkCounts(store: () => Store, interval = MINUTE): CheckCounts {
  const tally = checkTally();
  const shard = (randomBytes(1)[0] ?? 0) % SHARDS;
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    try {
      await recordChecks(store(), tally, shard);
    } catch (error) {
      logWarning('statistics could not be written', { error });
    }
  }

  return {
    add(checked) {
      tally.add(checked);
      // The process may end whenever it likes; whoever wants to hear of the end asks for it.
      timer ??= setTimeout(() => void flush(), interval).unref();
    },
    flush,
  };
}

/**
 * Writes down what was counted before a signal ends the process. The framework ends it at once, so its own
 * listeners are kept back until that is done; a second signal ends the process in any case.
 */
export function flushAtEnd(counts: { readonly flush: () => Promise<unknown> }): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const listeners = process.listeners(signal);
    process.removeAllListeners(signal);
    process.once(signal, () => {
      void Promise.race([counts.flush(), pause(LAST_CHANCE)]).finally(() => {
        if (listeners.length === 0) process.exit();
        for (const listener of listeners) listener(signal);
      });
    });
  }
}
