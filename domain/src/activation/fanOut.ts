import type { License } from '../license/license.ts';
import type { Activation } from './activation.ts';

export type DeviceChange = Partial<Pick<Activation, 'status' | 'deactivatedAt' | keyof Owner>>;
type Owner = Pick<Activation, 'customerId' | 'customerName' | 'customerEmail'>;

const NOBODY: Owner = { customerId: null, customerName: null, customerEmail: null };

/**
 * What has to be written to a device so that it agrees with its license, or null when it already
 * does. A function of the present only: it may run any number of times and in any order.
 */
export function reconcileDevice(
  license: Pick<License, 'status' | 'deviceEpoch'>,
  device: Activation,
  now: Date,
): DeviceChange | null {
  if (device.deviceEpoch !== license.deviceEpoch) {
    if (device.status === 'deactivated' && device.customerId === null) return null;
    return { status: 'deactivated', deactivatedAt: device.deactivatedAt ?? now, ...NOBODY };
  }
  if (device.status === 'deactivated') return null;
  switch (license.status) {
    case 'revoked':
      return { status: 'deactivated', deactivatedAt: now };
    case 'inactive':
    case 'suspended':
      return device.status === 'suspended' ? null : { status: 'suspended' };
    case 'active':
      return device.status === 'active' ? null : { status: 'active' };
    case 'available':
    case 'assigned':
    case 'expired':
      return null;
  }
}
