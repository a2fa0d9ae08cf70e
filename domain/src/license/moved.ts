import { difference, licenseEvent } from '../audit/draft.ts';
import type { AuditDraft } from '../audit/event.ts';
import type { Accepted, DeviceEffect, Standing } from './decision.ts';
import { effectiveState } from './expiry.ts';
import type { License, LicenseStatus } from './license.ts';
import { withDerived } from './record.ts';

/** The license in another state (or the same), with the one event that tells of it. */
export function moved(
  standing: Standing,
  to: LicenseStatus,
  change: Partial<License>,
  now: Date,
  devices: DeviceEffect,
  action: AuditDraft['action'],
  why: Pick<Partial<AuditDraft>, 'reason' | 'note'> = {},
): Accepted {
  const before = standing.license;
  const from = action === 'license.expired' ? before.status : effectiveState(before, now);
  const license = changedLicense(before, { ...change, status: to }, now);
  const audit = [licenseEvent(action, license, { from, to, changes: auditable(before, change), ...why })];
  return { ok: true, license, private: standing.private, devices, audit };
}

/** The audit keeps the customer's id alone: names and addresses can be erased with the customer. */
function auditable(before: License, change: Partial<License>): AuditDraft['changes'] {
  const { customerName: _name, customerEmail: _email, publicReason: _reason, ...rest } = change;
  return difference<License>(before, rest);
}

/** The record after a command: derived fields, times and revision follow. */
export function changedLicense(before: License, change: Partial<License>, now: Date): License {
  const status = change.status ?? before.status;
  const statusChangedAt = status === before.status ? before.statusChangedAt : now;
  return withDerived({
    ...before,
    ...change,
    statusChangedAt,
    updatedAt: now,
    revision: before.revision + 1,
  });
}
