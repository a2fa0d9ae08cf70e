import type { Diagnosis } from './diagnosis.ts';
import type { License } from './license.ts';

/** What the customer can do about a diagnosis here and now, beside reading the advice. */
export type OwnerStep =
  /** Free a slot: one of the license's devices has to leave. */
  | { readonly kind: 'free-a-device' }
  /** The license was renewed: the new one is to be used. */
  | { readonly kind: 'new-license'; readonly licenseId: string }
  /** Enter the key of this license. */
  | { readonly kind: 'copy-key' };

/** null where it is up to the seller or the software, or nothing is wrong. */
export function ownerStep({ code, facts }: Diagnosis, license: License): OwnerStep | null {
  switch (code) {
    case 'EXPIRED':
      return license.renewedToId === null ? null : { kind: 'new-license', licenseId: license.renewedToId };
    case 'LIMIT_EXCEEDED':
    case 'HARDWARE_MISMATCH':
    case 'DOMAIN_MISMATCH':
      return { kind: 'free-a-device' };
    case 'DEVICE_DEACTIVATED':
      return facts.slotFree ? { kind: 'copy-key' } : { kind: 'free-a-device' };
    case 'NOT_ACTIVATED':
      return { kind: 'copy-key' };
    case 'NOT_FOUND':
    case 'ENVIRONMENT_MISMATCH':
    case 'PRODUCT_MISMATCH':
    case 'REVOKED':
    case 'SUSPENDED':
    case 'INACTIVE':
    case 'NOT_ASSIGNED':
    case 'PRODUCT_INACTIVE':
    case 'FEATURE_MISSING':
    case 'ALREADY_ACTIVATED':
    case 'VALID':
    case 'ACTIVATED':
    case 'DEACTIVATED':
      return null;
  }
}
