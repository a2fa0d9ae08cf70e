import type { JsonObject } from '../json.ts';
import { MAX_GRACE_DAYS } from '../settings/sections.ts';
import type { LicenseChanges, LicenseCommand } from './commands.ts';
import type { Standing } from './decision.ts';
import { effectiveState } from './expiry.ts';
import type { License } from './license.ts';
import { MAX_ACTIVATION_LIMIT, UNLIMITED } from './license.ts';
import type { Refusal } from './refusals.ts';
import { refuse } from './refusals.ts';

/** Features and metadata, each, as JSON text in UTF-8. */
export const MAX_JSON_BYTES = 10 * 1024;

export interface CheckedChanges {
  readonly ok: true;
  readonly change: Partial<License>;
  readonly metadata: JsonObject | null;
}

/**
 * The rules of "edit". Only what changes is checked, so a past date or an archived product does not
 * block other edits (decisions.md, Expiry and grace).
 */
export function checkChanges(
  standing: Standing,
  command: Extract<LicenseCommand, { type: 'edit' }>,
  now: Date,
): CheckedChanges | Refusal {
  const { license } = standing;
  if (command.revision !== null && command.revision !== license.revision) {
    return refuse(
      'CHANGED_MEANWHILE',
      'Somebody changed the license meanwhile. Look at it again, then save.',
    );
  }
  const { changes } = command;
  const refusal =
    checkLimit(changes.activationLimit) ??
    checkGrace(changes.graceDays) ??
    checkExpiry(standing, changes, now) ??
    checkJson(changes.features, 'FEATURES_TOO_LARGE', 'Features') ??
    checkJson(changes.metadata, 'METADATA_TOO_LARGE', 'Metadata');
  if (refusal) return refusal;
  return { ok: true, change: licenseFields(standing, changes), metadata: changes.metadata ?? null };
}

export function checkLimit(limit: number | undefined): Refusal | null {
  if (limit === undefined || limit === UNLIMITED) return null;
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_ACTIVATION_LIMIT) return null;
  return refuse(
    'LIMIT_OUT_OF_RANGE',
    'The activation limit is -1 (unlimited) or a whole number from 1 to 10000.',
  );
}

export function checkFuture(expiresAt: Date | null | undefined, now: Date): Refusal | null {
  if (expiresAt === undefined || expiresAt === null || expiresAt.getTime() > now.getTime()) return null;
  return refuse('EXPIRY_NOT_FUTURE', 'The expiry date has to be in the future, or none for Lifetime.');
}

export function checkJson(
  value: JsonObject | undefined,
  code: 'FEATURES_TOO_LARGE' | 'METADATA_TOO_LARGE',
  what: string,
): Refusal | null {
  if (value === undefined || utf8Length(JSON.stringify(value)) <= MAX_JSON_BYTES) return null;
  return refuse(code, `${what} may hold at most 10 KB of JSON.`);
}

function checkGrace(graceDays: number | null | undefined): Refusal | null {
  if (graceDays === undefined || graceDays === null) return null;
  if (Number.isInteger(graceDays) && graceDays >= 0 && graceDays <= MAX_GRACE_DAYS) return null;
  return refuse('GRACE_OUT_OF_RANGE', 'Grace is a whole number of days from 0 to 30.');
}

function checkExpiry(standing: Standing, changes: LicenseChanges, now: Date): Refusal | null {
  const { license, defaultGraceDays } = standing;
  const same = changes.expiresAt?.getTime() === license.expiresAt?.getTime();
  const moves = changes.expiresAt !== undefined && (!same || license.validity !== null);
  const expired = effectiveState(license, now) === 'expired';
  const graceMoves =
    changes.graceDays !== undefined && (changes.graceDays ?? defaultGraceDays) !== license.graceDays;
  if (expired && (moves || graceMoves)) {
    return refuse(
      'EXPIRED_DATE_LOCKED',
      'The license has expired; its date may not be moved. Renew it instead.',
    );
  }
  return moves ? checkFuture(changes.expiresAt, now) : null;
}

function licenseFields(standing: Standing, changes: LicenseChanges): Partial<License> {
  const { activationLimit, expiresAt, graceDays, features } = changes;
  return {
    ...(activationLimit !== undefined && { activationLimit }),
    ...(expiresAt !== undefined && { expiresAt, validity: null }),
    ...(features !== undefined && { features }),
    ...(graceDays !== undefined && {
      graceDays: graceDays ?? standing.defaultGraceDays,
      graceInherited: graceDays === null,
    }),
  };
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
