import { validUntil } from '../generator/validity.ts';
import type { LicenseCommand } from './commands.ts';
import type { Decision, Standing } from './decision.ts';
import type { License } from './license.ts';
import { moved } from './moved.ts';
import { refuse } from './refusals.ts';

/** Gives an available license to a customer; a validity from assignment starts now. */
export function assign(
  standing: Standing,
  command: Extract<LicenseCommand, { type: 'assign' }>,
  now: Date,
): Decision {
  const { license } = standing;
  if (license.productStatus === 'inactive') {
    return refuse(
      'PRODUCT_INACTIVE',
      'The product is inactive. Make it active before assigning its licenses.',
    );
  }
  if (license.expiresAt !== null && license.expiresAt.getTime() <= now.getTime()) {
    return refuse('EXPIRY_PASSED', 'The expiry date has passed. Move it before assigning the license.');
  }
  const starts = license.validity?.from === 'assignment' ? license.validity : null;
  const change = {
    ...ownerFields(command.customer),
    assignedAt: now,
    ...(starts && { expiresAt: validUntil(starts, now), validity: null }),
  };
  return moved(standing, 'assigned', change, now, 'keep', 'license.assigned');
}

/** Gives the license to another customer; every device of the old one stops counting at once. */
export function transfer(
  standing: Standing,
  command: Extract<LicenseCommand, { type: 'transfer' }>,
  now: Date,
): Decision {
  const { license } = standing;
  if (license.customerId === command.customer.id) {
    return refuse('SAME_CUSTOMER', 'The license belongs to this customer already.');
  }
  const change = {
    ...ownerFields(command.customer),
    assignedAt: now,
    activationCount: 0,
    deviceEpoch: license.deviceEpoch + 1,
    // What the old owner has used up is not held against the new one.
    ...(license.selfDeactivations && { selfDeactivations: [] }),
  };
  return moved(standing, license.status, change, now, 'deactivate', 'license.transferred');
}

function ownerFields(customer: { id: string; name: string | null; email: string }): Partial<License> {
  return { customerId: customer.id, customerName: customer.name, customerEmail: customer.email };
}
