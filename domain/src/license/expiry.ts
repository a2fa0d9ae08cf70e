import type { License, LicenseStatus } from './license.ts';
import { FAR_FUTURE } from './license.ts';

const DAY = 24 * 60 * 60 * 1000;

type Dated = Pick<License, 'status' | 'expiresAt' | 'graceDays'>;

/** The moment from which the license no longer works: its expiry plus grace; null = never. */
export function effectiveExpiresAt(license: Pick<License, 'expiresAt' | 'graceDays'>): Date | null {
  if (license.expiresAt === null) return null;
  return new Date(license.expiresAt.getTime() + license.graceDays * DAY);
}

/** States that time ends (decisions.md, command "expire"). */
export function canExpire(status: LicenseStatus): boolean {
  switch (status) {
    case 'assigned':
    case 'active':
    case 'inactive':
    case 'suspended':
      return true;
    case 'available':
    case 'expired':
    case 'revoked':
      return false;
  }
}

/** The state by the clock: nobody waits for the sweep. Shown and decided on everywhere. */
export function effectiveState(license: Dated, now: Date): LicenseStatus {
  if (!canExpire(license.status)) return license.status;
  const end = effectiveExpiresAt(license);
  return end !== null && now.getTime() >= end.getTime() ? 'expired' : license.status;
}

/** Past its date, still working because of grace. */
export function inGrace(license: Dated, now: Date): boolean {
  if (license.expiresAt === null || !canExpire(license.status)) return false;
  return now.getTime() >= license.expiresAt.getTime() && effectiveState(license, now) !== 'expired';
}

/** Fields that follow from status, expiry and grace; kept in the record so that queries can use them. */
export function expiryFields(license: Dated): Pick<License, 'expirySort' | 'dueAt'> {
  return {
    expirySort: license.expiresAt ?? FAR_FUTURE,
    dueAt: canExpire(license.status) ? effectiveExpiresAt(license) : null,
  };
}
