import { effectiveState } from '../license/expiry.ts';
import type { License, LicenseStatus } from '../license/license.ts';
import type { Product } from '../product/product.ts';
import type { Release } from './release.ts';

/** What decides about a license; of its own customer, of the release's product and environment. */
export type Entitling = Pick<License, 'status' | 'expiresAt' | 'graceDays'>;

/**
 * Whether and why not a customer gets a product's downloads: "open", switched off by the seller
 * ("not-offered"), or the state of the best license they have, none of which is living.
 */
export const ACCESS_KINDS = [
  'open',
  'not-offered',
  'inactive',
  'suspended',
  'expired',
  'revoked',
  'none',
] as const;
export type DownloadAccess = (typeof ACCESS_KINDS)[number];

/** A living license works now, by the clock: assigned or active, grace included. */
export function isLiving(license: Entitling, now: Date): boolean {
  const state = effectiveState(license, now);
  return state === 'assigned' || state === 'active';
}

export function downloadAccess(
  product: Pick<Product, 'downloadsAllowed'> | null,
  licenses: readonly Entitling[],
  now: Date,
): DownloadAccess {
  const best = licenses
    .map((license) => standing(effectiveState(license, now)))
    .sort((a, b) => ACCESS_KINDS.indexOf(a) - ACCESS_KINDS.indexOf(b))[0];
  if (best !== 'open') return best ?? 'none';
  return product?.downloadsAllowed === true ? 'open' : 'not-offered';
}

function standing(state: LicenseStatus): DownloadAccess {
  switch (state) {
    case 'assigned':
    case 'active':
      return 'open';
    case 'inactive':
    case 'suspended':
    case 'expired':
    case 'revoked':
      return state;
    // Nobody's license opens nothing.
    case 'available':
      return 'none';
  }
}

/** Whether this release is the customer's to fetch, now. */
export function mayFetch(
  release: Pick<Release, 'state'>,
  product: Pick<Product, 'downloadsAllowed'> | null,
  licenses: readonly Entitling[],
  now: Date,
): boolean {
  return release.state === 'published' && downloadAccess(product, licenses, now) === 'open';
}
