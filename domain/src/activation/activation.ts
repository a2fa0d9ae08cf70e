import type { Environment } from '../environment.ts';
import type { License } from '../license/license.ts';
import type { IdentifierType } from './identifier.ts';

export const ACTIVATION_STATUSES = ['active', 'deactivated', 'suspended'] as const;
export type ActivationStatus = (typeof ACTIVATION_STATUSES)[number];

/** One device or domain bound to a license. One record per device: activating again reuses it. */
export interface Activation {
  readonly id: string;
  readonly environment: Environment;
  readonly licenseId: string;
  readonly keyHint: string;
  readonly productId: string;
  readonly productName: string;
  /** Owner at the time; null once it was cut off from an owner by a transfer. */
  readonly customerId: string | null;
  /** Copies of the owner's name and e-mail, for lists; null where there is no owner. */
  readonly customerName: string | null;
  readonly customerEmail: string | null;
  readonly identifier: string;
  readonly identifierType: IdentifierType;
  readonly label: string | null;
  readonly appVersion: string | null;
  readonly status: ActivationStatus;
  readonly deviceEpoch: number;
  readonly activatedAt: Date;
  readonly deactivatedAt: Date | null;
  /** Last successful validate; null (shown "Never") until the first one. */
  readonly lastSeenAt: Date | null;
  /** Pieces that searches find it by. Absent on a record that was read without it; a stored device has it. */
  readonly search?: { readonly [token: string]: true };
}

type Owner = Pick<License, 'status' | 'deviceEpoch'>;
type Device = Pick<Activation, 'status' | 'deviceEpoch'>;

/**
 * What a device is worth right now. The license's own state decides at once; marks on devices may
 * follow seconds later and never block an active license (decisions.md, Activations).
 */
export function effectiveDeviceStatus(license: Owner, device: Device): ActivationStatus {
  if (device.status === 'deactivated' || device.deviceEpoch !== license.deviceEpoch) return 'deactivated';
  switch (license.status) {
    case 'revoked':
    case 'available':
      return 'deactivated';
    case 'inactive':
    case 'suspended':
      return 'suspended';
    case 'assigned':
    case 'active':
      return 'active';
    case 'expired':
      return device.status;
  }
}

/** Whether the device takes one of the license's slots. */
export function takesSlot(license: Owner, device: Device): boolean {
  return effectiveDeviceStatus(license, device) !== 'deactivated';
}
