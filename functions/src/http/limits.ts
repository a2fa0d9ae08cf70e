import { lookUps } from './lookUps.ts';
import { Refusal } from './refusal.ts';
import { WindowCounter } from './windowCounter.ts';

/** Requests a minute (decisions.md, Numbers). Held in memory, so each instance counts for itself. */
export const LIMITS = {
  keyAndIdentifier: 60,
  key: 600,
  address: 600,
  unknownKeys: 30,
} as const;
export type Policy = keyof typeof LIMITS;

const WINDOW_SECONDS = 60;
/** Names remembered for each policy: some 10 MB each at worst. */
const MAX_NAMES = 50_000;

/** Who asks about what. Keys come as their keyed hash only. */
export interface Caller {
  readonly address: string;
  readonly keyHash: string;
  /** Hash of the identifier, '' when none was given. */
  readonly device: string;
}

export interface Limits {
  /** Counts one request. @throws Refusal 429 with the standard fields */
  request(caller: Caller): void;
  /**
   * Looks up a key that this process has not met, if the address has not asked for too many unknown
   * ones; waits while look-ups of the address are under way that may all turn out unknown.
   * @throws Refusal 429 before anything is read
   */
  lookUp<T>(address: string, look: () => Promise<T>, isUnknown: (found: T) => boolean): Promise<T>;
}

export function memoryLimits(clock: () => number = () => performance.now()): Limits {
  const counter = (): WindowCounter =>
    new WindowCounter({ windowMs: WINDOW_SECONDS * 1_000, maxNames: MAX_NAMES, clock });
  const counters = {
    address: counter(),
    key: counter(),
    keyAndIdentifier: counter(),
  };
  const take = (policy: keyof typeof counters, name: string): void => {
    const { used, resetMs } = counters[policy].add(name, 1);
    if (used > LIMITS[policy]) throw tooMany(policy, resetMs);
  };
  return {
    request({ address, keyHash, device }) {
      take('address', address);
      take('key', keyHash);
      take('keyAndIdentifier', `${keyHash}:${device}`);
    },
    lookUp: lookUps(LIMITS.unknownKeys, counter(), (resetMs) => tooMany('unknownKeys', resetMs)),
  };
}

export const noLimits: Limits = { request: () => undefined, lookUp: (_address, look) => look() };

/** Fields as in draft-ietf-httpapi-ratelimit-headers-10: a quoted policy name with q, w and r, t. */
function tooMany(policy: Policy, resetMs: number): Refusal {
  const seconds = Math.max(Math.ceil(resetMs / 1_000), 1);
  return new Refusal('RATE_LIMITED', 'Too many requests. Wait as long as Retry-After says.', {
    headers: {
      'retry-after': String(seconds),
      'ratelimit-policy': `"${policy}";q=${LIMITS[policy]};w=${WINDOW_SECONDS}`,
      ratelimit: `"${policy}";r=0;t=${seconds}`,
    },
  });
}
