import type { ApiKey } from '@latchkey/domain/apiKey/apiKey';
import { WindowCounter } from '../http/windowCounter.ts';
import { ManageRefusal } from './refusal.ts';

const WINDOW_SECONDS = 60;
/** More keys than anybody has. */
const MAX_NAMES = 10_000;

/** Counts a request of a key. @returns the fields that say how it stands @throws ManageRefusal 429 with the same */
export type CountKey = (apiKey: ApiKey) => Readonly<Record<string, string>>;

/** In memory, so each instance counts for itself, like every limit of this API. */
export function keyLimits(clock: () => number = () => performance.now()): CountKey {
  const counter = new WindowCounter({ windowMs: WINDOW_SECONDS * 1_000, maxNames: MAX_NAMES, clock });
  return ({ environment, id, perMinute }) => {
    const { used, resetMs } = counter.add(`${environment}/${id}`, 1);
    const seconds = Math.max(Math.ceil(resetMs / 1_000), 1);
    const fields = {
      'ratelimit-policy': `"apiKey";q=${perMinute};w=${WINDOW_SECONDS}`,
      ratelimit: `"apiKey";r=${Math.max(perMinute - used, 0)};t=${seconds}`,
    };
    if (used <= perMinute) return fields;
    throw new ManageRefusal(
      'RATE_LIMITED',
      'Too many requests of this key. Wait as long as Retry-After says.',
      {
        headers: { 'retry-after': String(seconds), ...fields },
      },
    );
  };
}

/** For load and race runs. */
export const noKeyLimits: CountKey = () => ({});
