import type { Activation } from '../activation/activation.ts';
import type { AuditEvent } from '../audit/event.ts';
import { effectiveState } from '../license/expiry.ts';
import type { License } from '../license/license.ts';
import type { ExportedRow } from '../wire/console/exportCustomer.ts';

/**
 * What is handed out about a customer. Internal notes, metadata and the names of the people who run the
 * console are not theirs and stay out.
 */
export function licenseRow(license: License, now: Date): ExportedRow {
  return {
    id: license.id,
    environment: license.environment,
    key: license.key,
    product: license.productName,
    status: effectiveState(license, now),
    reason: license.publicReason,
    activationLimit: license.activationLimit,
    activationCount: license.activationCount,
    expiresAt: iso(license.expiresAt),
    features: JSON.stringify(license.features),
    assignedAt: iso(license.assignedAt),
    createdAt: iso(license.createdAt),
  };
}

export function deviceRow(device: Activation): ExportedRow {
  return {
    id: device.id,
    environment: device.environment,
    licenseId: device.licenseId,
    keyHint: device.keyHint,
    product: device.productName,
    type: device.identifierType,
    identifier: device.identifier,
    label: device.label,
    appVersion: device.appVersion,
    status: device.status,
    activatedAt: iso(device.activatedAt),
    deactivatedAt: iso(device.deactivatedAt),
    lastSeenAt: iso(device.lastSeenAt),
  };
}

export function auditRow(event: AuditEvent): ExportedRow {
  return {
    id: event.id,
    at: iso(event.at),
    action: event.action,
    by: event.actor.kind,
    licenseId: event.licenseId,
    keyHint: event.keyHint,
    activationId: event.activationId,
    from: event.from,
    to: event.to,
    reason: event.reason,
  };
}

function iso(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}
