import type { License } from '../license/license.ts';

const DAY = 24 * 60 * 60 * 1000;

/** As the section "portal" of the settings has them. */
interface Rules {
  readonly deactivationLimit: number | null;
  readonly deactivationDays: number;
}
type Used = Pick<License, 'selfDeactivations'>;

/** How many devices a license's customer may still take off by themselves. */
export interface SelfServiceAllowance {
  /** null = as many as they like. */
  readonly limit: number | null;
  /** Days within which the limit counts. */
  readonly days: number;
  /** How many count at this moment. */
  readonly used: number;
  /** When the next one is possible; null = now. */
  readonly possibleAt: Date | null;
}

/**
 * Against seats that are passed around: within so many days only so many devices leave a license by its
 * customer's own hand. Software that leaves by itself and people of the console are not counted.
 */
export function selfServiceAllowance(license: Used, rules: Rules, now: Date): SelfServiceAllowance {
  const { deactivationLimit: limit, deactivationDays: days } = rules;
  const counting = within(license, days, now);
  // The one that has to be forgotten before there is room again.
  const inTheWay = limit === null ? undefined : counting[limit - 1];
  const possibleAt = inTheWay === undefined ? null : new Date(inTheWay.getTime() + days * DAY);
  return { limit, days, used: counting.length, possibleAt };
}

/** The moments to keep once one more device has left, newest first: those that may ever count. */
export function afterSelfDeactivation(license: Used, now: Date): readonly Date[] {
  return [now, ...within(license, MAX_DEACTIVATION_DAYS, now)].slice(0, MAX_DEACTIVATIONS);
}

export const MAX_DEACTIVATION_DAYS = 365;
export const MAX_DEACTIVATIONS = 100;

/** Newest first. */
function within({ selfDeactivations = [] }: Used, days: number, now: Date): Date[] {
  const since = now.getTime() - days * DAY;
  return selfDeactivations
    .filter((moment) => moment.getTime() > since)
    .toSorted((a, b) => b.getTime() - a.getTime());
}
