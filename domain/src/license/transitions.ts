import type { Actor } from '../access/actor.ts';
import { difference, licenseEvent } from '../audit/draft.ts';
import { keyTail } from '../key/fold.ts';
import type { CommandName, LicenseCommand } from './commands.ts';
import { COMMAND_NAMES } from './commands.ts';
import type { Decision, Standing } from './decision.ts';
import type { CheckedChanges } from './edit.ts';
import { checkChanges } from './edit.ts';
import { effectiveState } from './expiry.ts';
import type { License, LicensePrivate } from './license.ts';
import { target } from './machine.ts';
import { changedLicense, moved } from './moved.ts';
import { assign, transfer } from './ownership.ts';
import { mayCommand } from './permission.ts';
import type { Refusal } from './refusals.ts';
import { cannot, refuse } from './refusals.ts';
import { stop, stopWithReason } from './stopping.ts';

/** Decides a command: the same answer greys the button and guards the write. */
export function decideCommand(
  standing: Standing,
  command: LicenseCommand,
  actor: Actor,
  now: Date,
): Decision {
  const refusal = refusalOf(standing.license, command.type, actor, now);
  return refusal ?? carryOut(standing, command, actor, now);
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

function carryOut(standing: Standing, command: LicenseCommand, actor: Actor, now: Date): Decision {
  const { license } = standing;
  switch (command.type) {
    case 'assign':
      return assign(standing, command, now);
    case 'inactivate':
      return stop(standing, 'inactive', command, now);
    case 'suspend':
      return stopWithReason(standing, 'suspended', command, now);
    case 'revoke':
      return stopWithReason(standing, 'revoked', command, now);
    case 'reactivate':
      return moved(standing, 'active', { publicReason: null }, now, 'resume', 'license.reactivated');
    case 'unsuspend':
      return moved(standing, 'active', { publicReason: null }, now, 'resume', 'license.unsuspended');
    case 'expire':
      return moved(standing, 'expired', {}, now, 'keep', 'license.expired');
    case 'transfer':
      return transfer(standing, command, now);
    case 'edit':
      return edit(standing, command, actor, now);
    case 'delete':
      if (!isConfirmed(license, command.confirmation)) {
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

function edit(
  standing: Standing,
  command: Extract<LicenseCommand, { type: 'edit' }>,
  actor: Actor,
  now: Date,
): Decision {
  const checked = checkChanges(standing, command, now);
  if (!checked.ok) return checked;
  const { customer } = command;
  const moves = customer !== undefined && customer.id !== standing.license.customerId;
  if (!moves) return edited(standing, checked, now);
  // The fields first: a date that has passed and is moved in the same breath stands in no way.
  const nothing = Object.keys(command.changes).length === 0;
  const first = nothing ? null : edited(standing, checked, now);
  const between = first === null ? standing : { ...standing, license: first.license, private: first.private };
  const type = effectiveState(between.license, now) === 'available' ? 'assign' : 'transfer';
  const second = decideCommand(between, { type, customer }, actor, now);
  if (!second.ok) return second;
  return { ...second, audit: [...(first?.audit ?? []), ...second.audit] };
}

function edited(standing: Standing, { change, metadata }: CheckedChanges, now: Date) {
  const changes = {
    ...difference<License>(standing.license, change),
    ...(metadata && difference<LicensePrivate>(standing.private, { metadata })),
  };
  const license = changedLicense(standing.license, change, now);
  const hidden = metadata ? { ...standing.private, metadata } : standing.private;
  const audit = [licenseEvent('license.edited', license, { changes })];
  return { ok: true, license, private: hidden, devices: 'keep', audit } as const;
}

function isConfirmed(license: License, typed: string | null): boolean {
  return typed === null || typed.trim().toUpperCase() === keyTail(license.key).toUpperCase();
}
