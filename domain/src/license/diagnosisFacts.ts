import type { Activation } from '../activation/activation.ts';
import type { VerdictCode } from './codes.ts';
import { effectiveExpiresAt, effectiveState, inGrace } from './expiry.ts';
import type { License, LicenseStatus } from './license.ts';
import { hasFreeSlot } from './validation.ts';

/** What a diagnosis can be checked against; nothing in it is meant for the console alone. */
export interface DiagnosisFacts {
  /** By the clock. */
  readonly status: LicenseStatus;
  /** Since when it is as the code says; null where no moment can be named. */
  readonly since: Date | null;
  /** Why it is inactive, suspended or revoked, as the customer was told. */
  readonly publicReason: string | null;
  readonly expiresAt: Date | null;
  /** Expiry plus grace; null = never. */
  readonly effectiveExpiresAt: Date | null;
  readonly inGrace: boolean;
  readonly graceDays: number;
  /** Active plus suspended devices. */
  readonly slotsUsed: number;
  /** UNLIMITED, or 1..10000. */
  readonly slotLimit: number;
  readonly slotFree: boolean;
}

export function diagnosisFacts(
  code: VerdictCode,
  license: License,
  device: Activation | null,
  now: Date,
): DiagnosisFacts {
  return {
    status: effectiveState(license, now),
    since: since(code, license, device, now),
    publicReason: license.publicReason,
    expiresAt: license.expiresAt,
    effectiveExpiresAt: effectiveExpiresAt(license),
    inGrace: inGrace(license, now),
    graceDays: license.graceDays,
    slotsUsed: license.activationCount,
    slotLimit: license.activationLimit,
    slotFree: hasFreeSlot(license),
  };
}

function since(code: VerdictCode, license: License, device: Activation | null, now: Date): Date | null {
  switch (code) {
    case 'REVOKED':
    case 'SUSPENDED':
    case 'INACTIVE':
    case 'NOT_ASSIGNED':
      return license.statusChangedAt;
    case 'EXPIRED':
      return effectiveExpiresAt(license) ?? license.statusChangedAt;
    case 'DEVICE_DEACTIVATED':
      return device?.deactivatedAt ?? null;
    case 'ALREADY_ACTIVATED':
      return device?.activatedAt ?? null;
    case 'VALID':
      return inGrace(license, now) ? license.expiresAt : license.statusChangedAt;
    case 'NOT_FOUND':
    case 'ENVIRONMENT_MISMATCH':
    case 'PRODUCT_MISMATCH':
    case 'PRODUCT_INACTIVE':
    case 'FEATURE_MISSING':
    case 'LIMIT_EXCEEDED':
    case 'HARDWARE_MISMATCH':
    case 'DOMAIN_MISMATCH':
    case 'NOT_ACTIVATED':
    case 'ACTIVATED':
    case 'DEACTIVATED':
      return null;
  }
}
