import { ConflictError, UnavailableError } from './store.ts';

export interface RetryOptions {
  /** After this long without success the answer is "try again later". */
  readonly totalMs?: number;
  readonly clock?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
  /** 0 <= x < 1 */
  readonly random?: () => number;
}

/** The last one in line for a key; the next waits for it. */
const lanes = new Map<string, Promise<unknown>>();

/**
 * Runs `attempt` (read, decide, commit with preconditions) until its commit meets no conflict.
 * The first try is free of any queue, which is all that most calls ever need. Whoever conflicts
 * joins this process's lane for the key, so that 100 callers on one license do not defeat each
 * other over and over; other processes are met with jittered pauses.
 *
 * @param key what the callers contend for, a license path say
 * @param attempt must start from a fresh read each time it is called
 * @throws UnavailableError when conflicts last for `totalMs`; anything else `attempt` throws
 */
export async function withRetry<T>(
  key: string,
  attempt: () => Promise<T>,
  options: RetryOptions = {},
): Promise<T> {
  const clock = options.clock ?? (() => performance.now());
  const giveUpAt = clock() + (options.totalMs ?? 8_000);
  if (!lanes.has(key)) {
    const first = await tryOnce(attempt);
    if ('value' in first) return first.value;
  }
  return inLane(key, async () => {
    for (let conflicts = 0; clock() < giveUpAt; conflicts++) {
      const outcome = await tryOnce(attempt);
      if ('value' in outcome) return outcome.value;
      await (options.sleep ?? sleep)(pause(conflicts, options.random ?? Math.random));
    }
    throw new UnavailableError('too many others are writing to the same record');
  });
}

async function tryOnce<T>(attempt: () => Promise<T>): Promise<{ value: T } | { conflict: ConflictError }> {
  try {
    return { value: await attempt() };
  } catch (error) {
    if (error instanceof ConflictError) return { conflict: error };
    throw error;
  }
}

async function inLane<T>(key: string, work: () => Promise<T>): Promise<T> {
  const ahead = lanes.get(key) ?? Promise.resolve();
  const turn = ahead.then(work, work);
  lanes.set(key, turn);
  try {
    return await turn;
  } finally {
    if (lanes.get(key) === turn) lanes.delete(key);
  }
}

/** 2, 4, 8 ... 64 ms, anywhere between half of it and the whole. */
function pause(conflicts: number, random: () => number): number {
  return 2 ** Math.min(conflicts + 1, 6) * (0.5 + random() / 2);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
