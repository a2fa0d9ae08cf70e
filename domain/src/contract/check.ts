import { checkJson, checkLimit } from '../license/edit.ts';
import type { Refusal } from '../license/refusals.ts';
import type { ContractFacts, ContractRates } from './contract.ts';
import { MAX_QUOTA, MAX_RATE } from './contract.ts';
import type { ContractRefusal } from './refusals.ts';
import { refuseContract } from './refusals.ts';

/**
 * Only what is given is checked; the end of a contract may lie in the past, which ends it. What is `used` bounds
 * the quota from below.
 */
export function checkContractFacts(
  facts: Partial<ContractFacts>,
  used: number,
): ContractRefusal | Refusal | null {
  const { quota, activationLimit, features, rates } = facts;
  return (
    checkQuota(quota, used) ??
    checkLimit(activationLimit ?? undefined) ??
    checkJson(features ?? undefined, 'FEATURES_TOO_LARGE', 'Features') ??
    checkRates(rates)
  );
}

export function checkQuota(quota: number | undefined, used: number): ContractRefusal | null {
  if (quota === undefined) return null;
  if (!Number.isInteger(quota) || quota < 1 || quota > MAX_QUOTA) {
    return refuseContract('QUOTA_OUT_OF_RANGE', 'The quota is a whole number from 1 to 1,000,000.');
  }
  return quota < used
    ? refuseContract('QUOTA_BELOW_USED', `${used} licenses are issued already; the quota cannot be lower.`)
    : null;
}

export function checkRates(rates: ContractRates | undefined): ContractRefusal | null {
  if (rates === undefined) return null;
  const { perMinute, perHour, perDay } = rates;
  const inRange = [perMinute, perHour, perDay].every((n) => Number.isInteger(n) && n >= 1 && n <= MAX_RATE);
  if (inRange && perMinute <= perHour && perHour <= perDay) return null;
  return refuseContract(
    'RATE_OUT_OF_RANGE',
    'Rate limits are whole numbers from 1 to 100,000, an hour at least a minute, a day at least an hour.',
  );
}
