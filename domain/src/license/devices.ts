import type { Activation } from '../activation/activation.ts';
import { withSearch } from '../activation/record.ts';
import type { Identifier } from '../activation/identifier.ts';
import { difference, licenseEvent } from '../audit/draft.ts';
import type { AuditDraft } from '../audit/event.ts';
import { validUntil } from '../generator/validity.ts';
import { effectiveState } from './expiry.ts';
import type { License } from './license.ts';
import { withStanding } from './record.ts';

/** A change of one device together with its license: both are stored in one commit. */
export interface DeviceChangeset {
  readonly license: License;
  readonly device: Activation;
  readonly audit: readonly AuditDraft[];
}

export interface NewDevice {
  readonly id: string;
  readonly identifier: Identifier;
  readonly label: string | null;
  readonly appVersion: string | null;
}

/** "Last seen" is written at most once per device and hour (decisions.md, Activations). */
const LAST_SEEN_STEP = 60 * 60 * 1000;

/** What ACTIVATED changes. The caller has the verdict; the first device makes the license active. */
export function activateDevice(
  license: License,
  known: Activation | null,
  asked: NewDevice,
  now: Date,
): DeviceChangeset {
  const first = license.status === 'assigned';
  const starts = license.validity?.from === 'activation' ? license.validity : null;
  const dated = starts && { expiresAt: validUntil(starts, now), validity: null };
  const after: License = {
    ...license,
    status: 'active',
    statusChangedAt: first ? now : license.statusChangedAt,
    activationCount: license.activationCount + 1,
    activatedAt: license.activatedAt ?? now,
    updatedAt: now,
    ...dated,
  };
  const device = withSearch({
    id: asked.id,
    environment: license.environment,
    licenseId: license.id,
    keyHint: license.keyHint,
    productId: license.productId,
    productName: license.productName,
    customerId: license.customerId,
    customerName: license.customerName,
    customerEmail: license.customerEmail,
    identifier: asked.identifier.value,
    identifierType: asked.identifier.type,
    label: asked.label ?? (known?.customerId === license.customerId ? known.label : null),
    appVersion: asked.appVersion,
    status: 'active',
    deviceEpoch: license.deviceEpoch,
    activatedAt: now,
    deactivatedAt: null,
    lastSeenAt: null,
  });
  const changes = dated ? difference<License>(license, dated) : {};
  const activated = licenseEvent('license.activated', license, { from: 'assigned', to: 'active', changes });
  // A device that the license has had before says so: it is back, and not a new one.
  const back: AuditDraft['changes'] =
    known === null ? {} : { status: { before: 'deactivated', after: 'active' } };
  const created = licenseEvent('activation.created', license, { activationId: device.id, changes: back });
  return {
    license: first || dated ? withStanding(after) : after,
    device,
    audit: first ? [activated, created] : [created],
  };
}

/** What DEACTIVATED changes: the slot is free, the license's state stays. */
export function deactivateDevice(license: License, device: Activation, now: Date): DeviceChangeset {
  return {
    license: { ...license, activationCount: Math.max(0, license.activationCount - 1), updatedAt: now },
    device: { ...device, status: 'deactivated', deactivatedAt: now },
    audit: [licenseEvent('activation.deactivated', license, { activationId: device.id })],
  };
}

/** Whether a VALID answer has to be noted on the device. */
export function needsLastSeen(device: Activation, now: Date): boolean {
  return device.lastSeenAt === null || now.getTime() - device.lastSeenAt.getTime() >= LAST_SEEN_STEP;
}

/** True while the license's end may still be written by the sweep. */
export function isDue(license: License, now: Date): boolean {
  return license.status !== 'expired' && effectiveState(license, now) === 'expired';
}
