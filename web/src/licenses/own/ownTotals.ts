import { canExpire, effectiveState, inGrace } from '@latchkey/domain/license/expiry';
import type { License } from '@latchkey/domain/license/license';
import { isSoon } from '../expiryWords.ts';

export interface OwnTotals {
  readonly total: number;
  readonly active: number;
  readonly devices: number;
  readonly expiringSoon: readonly License[];
}

/** What the portal's first page counts; states are those by the clock. */
export function ownTotals(licenses: readonly License[], now: Date): OwnTotals {
  const living = licenses.filter((license) => canExpire(effectiveState(license, now)));
  const soon = living
    .filter(
      (license) => inGrace(license, now) || (license.expiresAt !== null && isSoon(license.expiresAt, now)),
    )
    .sort((a, b) => (a.expiresAt?.getTime() ?? 0) - (b.expiresAt?.getTime() ?? 0));
  return {
    total: licenses.length,
    active: licenses.filter((license) => effectiveState(license, now) === 'active').length,
    devices: licenses.reduce((sum, license) => sum + license.activationCount, 0),
    expiringSoon: soon,
  };
}
