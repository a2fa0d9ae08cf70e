import type { SettingsOf } from '@latchkey/domain/settings/sections';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { lookUps } from './lookUps.ts';
import { Refusal } from './refusal.ts';
import { WindowCounter } from './windowCounter.ts';

/** Requests a minute, as the settings of an environment say. Counted in memory, so by each instance for itself. */
export type Quotas = SettingsOf<'limits'>;
export const LIMITS: Quotas = defaultsOf('limits');
export type Policy = keyof Quotas;

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
  request(caller: Caller, quotas?: () => Quotas): void;
  /**
   * Looks up a key that this process has not met, if the address has not asked for too many unknown
   * ones; waits while look-ups of the address are under way that may all turn out unknown.
   * @throws Refusal 429 before anything is read
   */
  lookUp<T>(
    address: string,
    look: () => Promise<T>,
    isUnknown: (found: T) => boolean,
    quotas?: () => Quotas,
  ): Promise<T>;
}

export function memoryLimits(clock: () => number = () => performance.now()): Limits {
  const counter = (): WindowCounter =>
    new WindowCounter({ windowMs: WINDOW_SECONDS * 1_000, maxNames: MAX_NAMES, clock });
  const counters = {
    address: counter(),
    key: counter(),
    keyAndIdentifier: counter(),
  };
  const byItself = (): Quotas => LIMITS;
  const take = (policy: keyof typeof counters, name: string, quota: number): void => {
    const { used, resetMs } = counters[policy].add(name, 1);
    if (used > quota) throw tooMany(policy, quota, resetMs);
  };
  const lookUp = lookUps(counter(), (quota, resetMs) => tooMany('unknownKeys', quota, resetMs));
  return {
    request({ address, keyHash, device }, quotas = byItself) {
      const quota = quotas();
      take('address', address, quota.address);
      take('key', keyHash, quota.key);
      take('keyAndIdentifier', `${keyHash}:${device}`, quota.keyAndIdentifier);
    },
    lookUp: (address, look, isUnknown, quotas = byItself) =>
      lookUp(address, quotas().unknownKeys, look, isUnknown),
  };
}

export const noLimits: Limits = { request: () => undefined, lookUp: (_address, look) => look() };

/** Fields as in draft-ietf-httpapi-ratelimit-headers-10: a quoted policy name with q, w and r, t. */
function tooMany(policy: Policy, quota: number, resetMs: number): Refusal {
  const seconds = Math.max(Math.ceil(resetMs / 1_000), 1);
  return new Refusal('RATE_LIMITED', 'Too many requests. Wait as long as Retry-After says.', {
    headers: {
      'retry-after': String(seconds),
      'ratelimit-policy': `"${policy}";q=${quota};w=${WINDOW_SECONDS}`,
      ratelimit: `"${policy}";r=0;t=${seconds}`,
    },
  });
}
