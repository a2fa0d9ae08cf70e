import { canExpire, effectiveState, inGrace } from '@latchkey/domain/license/expiry';
import type { License } from '@latchkey/domain/license/license';
import { isSoon } from '../expiryWords.ts';

export interface OwnTotals {
  readonly total: number;
  readonly active: number;
  readonly devices: number;
  /** The soonest first. */
  readonly expiringSoon: readonly License[];
  /** Stopped or paused by the seller, or out of time: those that software refuses now. */
  readonly notWorking: readonly License[];
}

/** What the portal's first page counts; states are those by the clock. */
export function ownTotals(licenses: readonly License[], now: Date): OwnTotals {
  const soon = licenses
    .filter((license) => endsSoon(license, now))
    .toSorted((a, b) => (a.expiresAt?.getTime() ?? 0) - (b.expiresAt?.getTime() ?? 0));
  const states = licenses.map((license) => ({ license, state: effectiveState(license, now) }));
  return {
    total: licenses.length,
    active: states.filter(({ state }) => state === 'active').length,
    devices: licenses.reduce((sum, license) => sum + license.activationCount, 0),
    expiringSoon: soon,
    notWorking: licenses.filter((license) => isStopped(license, now)),
  };
}

/** Stopped or paused by the seller, or out of time and not renewed: something can be done about it. */
export function isStopped(license: License, now: Date): boolean {
  const state = effectiveState(license, now);
  if (state === 'expired') return license.renewedToId === null;
  return state === 'suspended' || state === 'inactive';
}

/** Its date is within the next 30 days, or has passed and its grace runs. */
export function endsSoon(license: License, now: Date): boolean {
  if (!canExpire(effectiveState(license, now))) return false;
  return inGrace(license, now) || (license.expiresAt !== null && isSoon(license.expiresAt, now));
}
