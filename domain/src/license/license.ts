import type { Environment } from '../environment.ts';
import type { JsonObject } from '../json.ts';
import type { Validity } from '../generator/validity.ts';

/** The seven states in lifecycle order; the index is the rank that lists sort by. */
export const LICENSE_STATUSES = [
  'available',
  'assigned',
  'active',
  'inactive',
  'suspended',
  'expired',
  'revoked',
] as const;
export type LicenseStatus = (typeof LICENSE_STATUSES)[number];

export const UNLIMITED = -1;
export const MAX_ACTIVATION_LIMIT = 10_000;
/** Sorts after every real limit, so that ascending lists show 1, 2, ... and unlimited last. */
export const BEYOND_EVERY_LIMIT = 1_000_000;

/** Sorts after every real date, so that Lifetime comes last in "soonest expiry first". */
export const FAR_FUTURE = new Date('9999-12-31T23:59:59.000Z');

export interface CustomerRef {
  readonly id: string;
  readonly name: string | null;
  readonly email: string;
}

/**
 * One license as stored: what its owner may see, what lists sort and filter by, and all that a
 * decision needs. Internal texts (metadata, notes) live apart, in LicensePrivate.
 */
export interface License {
  readonly id: string;
  readonly environment: Environment;
  readonly key: string;
  /** First 8 characters: the only part of the key that logs, audit and URLs may hold. */
  readonly keyHint: string;
  /** Keyed hash of the folded key; tells a remembered id from a deleted and reissued key. */
  readonly keyHash: string;
  /** Set where the generator's charset tells cases apart: the key must then match exactly. */
  readonly keyCaseSensitive: boolean;
  readonly status: LicenseStatus;
  readonly statusRank: number;
  readonly statusChangedAt: Date;
  /** Why it is inactive, suspended or revoked, in words meant for the customer. */
  readonly publicReason: string | null;

  readonly productId: string;
  readonly productName: string;
  readonly productStatus: 'active' | 'inactive';
  readonly requireIdentifier: boolean;
  readonly offlineAllowed: boolean;
  readonly generatorId: string | null;

  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly customerEmail: string | null;

  /** UNLIMITED, or 1..10000. */
  readonly activationLimit: number;
  /** The limit as lists sort by it; BEYOND_EVERY_LIMIT when unlimited. */
  readonly limitSort: number;
  /** Active plus suspended devices. */
  readonly activationCount: number;
  /** Grows when all devices are cut off at once (transfer): older devices no longer count. */
  readonly deviceEpoch: number;

  /** null = Lifetime, or not started yet when `validity` is set. */
  readonly expiresAt: Date | null;
  /** A validity that has not started: it becomes a date on assignment or first activation. */
  readonly validity: Validity | null;
  readonly expirySort: Date;
  /** When the sweep has to expire it; null when it never will. */
  readonly dueAt: Date | null;
  readonly graceDays: number;
  /** True when graceDays follows the settings' default rather than an override. */
  readonly graceInherited: boolean;

  readonly features: JsonObject;
  /** The contract it was issued by; most have none. Stays when the contract is deleted. */
  readonly contractId?: string;
  /**
   * When its customer took a device off by their own hand, newest first; at most 100, none older than a year.
   * Absent where that never happened. What the portal's limit counts.
   */
  readonly selfDeactivations?: readonly Date[];
  readonly renewedFromId: string | null;
  readonly renewedToId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly assignedAt: Date | null;
  readonly activatedAt: Date | null;
  /** Counts commands and edits (not devices): an edit names the revision it was made on. */
  readonly revision: number;
  /**
   * Pieces that searches find it by: by far the largest part of the record, and no decision needs it.
   * Absent on a record that was read without it; a stored license always has it.
   */
  readonly search?: { readonly [token: string]: true };
}

/** What only the console may see of a license. */
export interface LicensePrivate {
  readonly metadata: JsonObject;
  readonly internalNote: string | null;
}

export function statusRank(status: LicenseStatus): number {
  return LICENSE_STATUSES.indexOf(status);
}

export function limitSort(activationLimit: number): number {
  return activationLimit === UNLIMITED ? BEYOND_EVERY_LIMIT : activationLimit;
}
