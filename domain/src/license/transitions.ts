import type { Actor } from '../access/actor.ts';
import { difference, licenseEvent } from '../audit/draft.ts';
import type { AuditDraft } from '../audit/event.ts';
import { validUntil } from '../generator/validity.ts';
import { keyTail } from '../key/fold.ts';
import type { CommandName, LicenseCommand } from './commands.ts';
import { COMMAND_NAMES } from './commands.ts';
import type { Accepted, Decision, DeviceEffect, Standing } from './decision.ts';
import { checkChanges } from './edit.ts';
import { effectiveState } from './expiry.ts';
import type { License, LicensePrivate, LicenseStatus } from './license.ts';
import { target } from './machine.ts';
import { mayCommand } from './permission.ts';
import type { Refusal } from './refusals.ts';
import { cannot, refuse } from './refusals.ts';
import { withDerived } from './record.ts';

/** Decides a command: the same answer greys the button and guards the write. */
export function decideCommand(
  standing: Standing,
  command: LicenseCommand,
  actor: Actor,
  now: Date,
): Decision {
  const refusal = refusalOf(standing.license, command.type, actor, now);
  return refusal ?? carryOut(standing, command, now);
}

export interface CommandOption {
  readonly command: CommandName;
  /** null = allowed. */
  readonly refusal: Refusal | null;
}

/** Every command with the reason why it is closed to this actor now, in the order of the table. */
export function allowedCommands(license: License, actor: Actor, now: Date): CommandOption[] {
  return COMMAND_NAMES.map((command) => ({ command, refusal: refusalOf(license, command, actor, now) }));
}

/** Why the command is closed whatever its details are: role first, then state. */
export function refusalOf(license: License, command: CommandName, actor: Actor, now: Date): Refusal | null {
  if (!mayCommand(actor, command)) return refuse('FORBIDDEN', 'Your role does not allow this.');
  const from = effectiveState(license, now);
  // Time is the only one to expire, and what it expires is by the clock expired already.
  const state = command === 'expire' ? license.status : from;
  if (target(command, state) === null) return cannot(command, state);
  if (command === 'expire' && from !== 'expired')
    return refuse('NOT_DUE', 'The license has not reached its end.');
  if (command === 'renew' && license.renewedToId !== null) {
    return refuse('ALREADY_RENEWED', 'The license has been renewed already.');
  }
  return null;
}

function carryOut(standing: Standing, command: LicenseCommand, now: Date): Decision {
  const { license } = standing;
  switch (command.type) {
    case 'assign':
      return assign(standing, command, now);
    case 'inactivate':
      return stop(standing, 'inactive', command, now);
    case 'suspend':
      return isBlank(command.publicReason)
        ? reasonRequired('suspended')
        : stop(standing, 'suspended', command, now);
    case 'revoke':
      return isBlank(command.publicReason)
        ? reasonRequired('revoked')
        : stop(standing, 'revoked', command, now);
    case 'reactivate':
      return moved(standing, 'active', { publicReason: null }, now, 'resume', 'license.reactivated');
    case 'unsuspend':
      return moved(standing, 'active', { publicReason: null }, now, 'resume', 'license.unsuspended');
    case 'expire':
      return moved(standing, 'expired', {}, now, 'keep', 'license.expired');
    case 'transfer':
      return transfer(standing, command, now);
    case 'edit':
      return edit(standing, command, now);
    case 'delete':
      if (command.confirmation.trim().toUpperCase() !== keyTail(license.key).toUpperCase()) {
        return refuse('CONFIRMATION_MISMATCH', 'Type the last 4 characters of the license key to confirm.');
      }
      return {
        ok: true,
        license: null,
        private: standing.private,
        devices: 'remove',
        audit: [licenseEvent('license.deleted', license, { from: effectiveState(license, now) })],
      };
  }
}

function assign(
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

function transfer(
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
  };
  return moved(standing, license.status, change, now, 'deactivate', 'license.transferred');
}

function edit(standing: Standing, command: Extract<LicenseCommand, { type: 'edit' }>, now: Date): Decision {
  const checked = checkChanges(standing, command, now);
  if (!checked.ok) return checked;
  const { change, metadata } = checked;
  const changes = {
    ...difference<License>(standing.license, change),
    ...(metadata && difference<LicensePrivate>(standing.private, { metadata })),
  };
  const license = changedLicense(standing.license, change, now);
  const hidden = metadata ? { ...standing.private, metadata } : standing.private;
  const audit = [licenseEvent('license.edited', license, { changes })];
  return { ok: true, license, private: hidden, devices: 'keep', audit };
}

const STOPPED = {
  inactive: ['suspend', 'license.inactivated'],
  suspended: ['suspend', 'license.suspended'],
  revoked: ['deactivate', 'license.revoked'],
} as const;

function stop(
  standing: Standing,
  to: keyof typeof STOPPED,
  reasons: { publicReason: string | null; note: string | null },
  now: Date,
): Accepted {
  const [devices, action] = STOPPED[to];
  const publicReason = isBlank(reasons.publicReason) ? null : reasons.publicReason;
  const note = isBlank(reasons.note) ? null : reasons.note;
  const change = { publicReason, ...(to === 'revoked' && { activationCount: 0 }) };
  const accepted = moved(standing, to, change, now, devices, action, { reason: publicReason, note });
  const hidden = note === null ? standing.private : { ...standing.private, internalNote: note };
  return { ...accepted, private: hidden };
}

function moved(
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

function changedLicense(before: License, change: Partial<License>, now: Date): License {
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

function ownerFields(customer: { id: string; name: string | null; email: string }): Partial<License> {
  return { customerId: customer.id, customerName: customer.name, customerEmail: customer.email };
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

function reasonRequired(participle: string): Refusal {
  return refuse('REASON_REQUIRED', `Give a reason: the customer sees why the license is ${participle}.`);
}
