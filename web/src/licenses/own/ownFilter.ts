import { effectiveState } from '@latchkey/domain/license/expiry';
import type { License, LicenseStatus } from '@latchkey/domain/license/license';
import { matchesSearch } from '@latchkey/domain/search/tokens';
import { endsSoon } from './ownTotals.ts';

/** The states that a customer can meet. */
export const OWN_STATES = [
  'assigned',
  'active',
  'inactive',
  'suspended',
  'expired',
  'revoked',
] as const satisfies readonly LicenseStatus[];

/** A state by the clock, or those that end within 30 days. */
export type OwnStatus = (typeof OWN_STATES)[number] | 'soon';

export interface OwnFilter {
  readonly search: string;
  readonly status: OwnStatus | null;
  readonly product: string | null;
}

/** The state asked for is the one by the clock; a customer's licenses are all at hand. */
export function filterOwn(licenses: readonly License[], filter: OwnFilter, now: Date): License[] {
  const text = filter.search.trim();
  return licenses.filter(
    (license) =>
      (filter.status === null || isIn(license, filter.status, now)) &&
      (filter.product === null || license.productName === filter.product) &&
      (text === '' || matchesSearch(license, text)),
  );
}

function isIn(license: License, status: OwnStatus, now: Date): boolean {
  return status === 'soon' ? endsSoon(license, now) : effectiveState(license, now) === status;
}

/** What an address says; anything else is no filter. */
export function ownStatusOf(text: unknown): OwnStatus | null {
  return [...OWN_STATES, 'soon' as const].find((status) => status === text) ?? null;
}
