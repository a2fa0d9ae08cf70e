import type { Environment } from '@latchkey/domain/environment';
import { describeValidity } from '@latchkey/domain/generator/validity';
import type { JsonObject } from '@latchkey/domain/json';
import { effectiveState } from '@latchkey/domain/license/expiry';
import type { License, LicenseStatus } from '@latchkey/domain/license/license';

/** What an export says of a license; the names are the columns' titles, in this order. */
export interface ExportRow {
  readonly id: string;
  readonly key: string;
  readonly productId: string;
  readonly productName: string;
  readonly environment: Environment;
  /** By the clock, as every list shows it. */
  readonly status: LicenseStatus;
  /** As stored, which is what lists filter by: time may have passed it by a few minutes. */
  readonly storedStatus: LicenseStatus;
  readonly customerEmail: string | null;
  readonly customerName: string | null;
  /** -1 = unlimited. */
  readonly activationLimit: number;
  readonly activationCount: number;
  /** ISO 8601 in UTC, "Lifetime", or "30 days from assignment" while it has not begun. */
  readonly expires: string;
  readonly graceDays: number;
  readonly createdAt: string;
  readonly features: JsonObject;
}

export function exportRow(license: License, now: Date): ExportRow {
  return {
    id: license.id,
    key: license.key,
    productId: license.productId,
    productName: license.productName,
    environment: license.environment,
    status: effectiveState(license, now),
    storedStatus: license.status,
    customerEmail: license.customerEmail,
    customerName: license.customerName,
    activationLimit: license.activationLimit,
    activationCount: license.activationCount,
    expires: expires(license),
    graceDays: license.graceDays,
    createdAt: license.createdAt.toISOString(),
    features: license.features,
  };
}

function expires({ expiresAt, validity }: License): string {
  if (expiresAt !== null) return expiresAt.toISOString();
  return validity === null ? 'Lifetime' : describeValidity(validity);
}
