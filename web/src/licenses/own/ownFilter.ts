import { effectiveState } from '@latchkey/domain/license/expiry';
import type { License, LicenseStatus } from '@latchkey/domain/license/license';
import { matchesSearch } from '@latchkey/domain/search/tokens';
import { endsSoon, isStopped } from './ownTotals.ts';

/** The states that a customer can meet. */
export const OWN_STATES = [
  'assigned',
  'active',
  'inactive',
  'suspended',
  'expired',
  'revoked',
] as const satisfies readonly LicenseStatus[];

/** Across the states: those that end within 30 days, and those that are stopped for now. */
const ACROSS = ['soon', 'stopped'] as const;

/** A state by the clock, or what goes across them. */
export type OwnStatus = (typeof OWN_STATES)[number] | (typeof ACROSS)[number];

export interface OwnFilter {
  readonly search: string;
  readonly status: OwnStatus | null;
  readonly product: string | null;
}

/** All of them carry the same name and address, so that a search in these would find all or nothing. */
const NOBODY = { customerEmail: null, customerName: null };

/** The state asked for is the one by the clock; a customer's licenses are all at hand. */
export function filterOwn(licenses: readonly License[], filter: OwnFilter, now: Date): License[] {
  const text = filter.search.trim();
  return licenses.filter(
    (license) =>
      (filter.status === null || isIn(license, filter.status, now)) &&
      (filter.product === null || license.productName === filter.product) &&
      (text === '' || matchesSearch({ ...license, ...NOBODY }, text)),
  );
}

function isIn(license: License, status: OwnStatus, now: Date): boolean {
  if (status === 'soon') return endsSoon(license, now);
  if (status === 'stopped') return isStopped(license, now);
  return effectiveState(license, now) === status;
}

/** What an address says; anything else is no filter. */
export function ownStatusOf(text: unknown): OwnStatus | null {
  return [...OWN_STATES, ...ACROSS].find((status) => status === text) ?? null;
}
