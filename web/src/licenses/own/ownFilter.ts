import { effectiveState } from '@latchkey/domain/license/expiry';
import type { License, LicenseStatus } from '@latchkey/domain/license/license';
import { matchesSearch } from '@latchkey/domain/search/tokens';

export interface OwnFilter {
  readonly search: string;
  readonly status: LicenseStatus | null;
  readonly product: string | null;
}

/** A customer's licenses are few: they are all here, and the state asked for is the one by the clock. */
export function filterOwn(licenses: readonly License[], filter: OwnFilter, now: Date): License[] {
  const text = filter.search.trim();
  return licenses.filter(
    (license) =>
      (filter.status === null || effectiveState(license, now) === filter.status) &&
      (filter.product === null || license.productName === filter.product) &&
      (text === '' || matchesSearch(license, text)),
  );
}

/** The states that a customer can meet. */
export const OWN_STATES = [
  'assigned',
  'active',
  'inactive',
  'suspended',
  'expired',
  'revoked',
] as const satisfies readonly LicenseStatus[];
