import type { ContractRates } from '@latchkey/domain/contract/contract';
import { Refusal } from './refusal.ts';
import { WindowCounter } from './windowCounter.ts';

/** Counts a call of a contract against its own rates. @throws Refusal 429 with the standard fields */
export type CountContract = (contractId: string, rates: ContractRates) => void;

const WINDOWS = [
  { rate: 'perMinute', seconds: 60 },
  { rate: 'perHour', seconds: 60 * 60 },
  { rate: 'perDay', seconds: 24 * 60 * 60 },
] as const;
/** More contracts than anybody has. */
const MAX_NAMES = 10_000;

/** In memory, so each instance counts for itself, like every limit of this API; the quota holds exactly. */
export function contractLimits(clock: () => number = () => performance.now()): CountContract {
  const counters = WINDOWS.map(({ seconds }) => {
    return new WindowCounter({ windowMs: seconds * 1_000, maxNames: MAX_NAMES, clock });
  });
  return (contractId, rates) => {
    for (const [at, { rate, seconds }] of WINDOWS.entries()) {
      const { used = 0, resetMs = 0 } = counters[at]?.add(contractId, 1) ?? {};
      if (used > rates[rate]) throw tooMany(rate, rates[rate], seconds, resetMs);
    }
  };
}

function tooMany(policy: string, quota: number, window: number, resetMs: number): Refusal {
  const wait = Math.max(Math.ceil(resetMs / 1_000), 1);
  return new Refusal(
    'RATE_LIMITED',
    'Too many requests of this contract. Wait as long as Retry-After says.',
    {
      headers: {
        'retry-after': String(wait),
        'ratelimit-policy': `"${policy}";q=${quota};w=${window}`,
        ratelimit: `"${policy}";r=0;t=${wait}`,
      },
    },
  );
}
