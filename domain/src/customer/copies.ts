import type { Activation } from '../activation/activation.ts';
import { withSearch } from '../activation/record.ts';
import { licenseEvent } from '../audit/draft.ts';
import type { AuditDraft } from '../audit/event.ts';
import type { License } from '../license/license.ts';
import { withDerived } from '../license/record.ts';
import { DELETED_CUSTOMER_ID } from './customer.ts';

/**
 * Licenses and devices carry copies of their customer's name and e-mail, so that lists need no second read.
 * These bring the copies in line; each is a function of the present and may run any number of times.
 */

/** The license with the customer's present name, or null when it has it already. */
export function renamedLicense(license: License, name: string | null): License | null {
  return license.customerName === name ? null : withDerived({ ...license, customerName: name });
}

export function renamedDevice(device: Activation, name: string | null): Activation | null {
  return device.customerName === name ? null : { ...device, customerName: name };
}

/**
 * The license of a customer who was deleted: it goes on as it is, but belongs to nobody who could be named.
 * null where it came to the customer only after that moment: who returns is a new customer with the same id.
 */
export function orphanedLicense(
  license: License,
  deletedAt: Date,
): { readonly license: License; readonly audit: AuditDraft } | null {
  if ((license.assignedAt ?? license.createdAt).getTime() > deletedAt.getTime()) return null;
  const after = withDerived({
    ...license,
    customerId: DELETED_CUSTOMER_ID,
    customerName: null,
    customerEmail: null,
  });
  const changes = { customerId: { before: license.customerId, after: DELETED_CUSTOMER_ID } };
  return { license: after, audit: licenseEvent('license.customer-deleted', after, { changes }) };
}

/** A device's label is what its owner called it, so it goes with them; the identifier is what makes it work. */
export function orphanedDevice(device: Activation, deletedAt: Date): Activation | null {
  if (device.activatedAt.getTime() > deletedAt.getTime()) return null;
  return withSearch({
    ...device,
    customerId: DELETED_CUSTOMER_ID,
    customerName: null,
    customerEmail: null,
    label: null,
  });
}
