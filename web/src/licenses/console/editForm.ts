import type { Actor } from '@latchkey/domain/access/actor';
import { foldEmail } from '@latchkey/domain/customer/customer';
import { sameJson, type JsonObject } from '@latchkey/domain/json';
import { checkFuture } from '@latchkey/domain/license/edit';
import { effectiveState } from '@latchkey/domain/license/expiry';
import type { License } from '@latchkey/domain/license/license';
import { refusalOf } from '@latchkey/domain/license/transitions';
import { MAX_GRACE_DAYS } from '@latchkey/domain/settings/sections';
import type { CommandInput } from '@latchkey/domain/wire/console/commandLicense';
import { checkCustomer, type CustomerForm, type NamedCustomer } from '../../customers/customerForm.ts';
import { dayOf } from '../../ui/zonedDate.ts';
import { checkExpiryChoice, type ExpiryChoice } from './expiryChoice.ts';
import { checkJsonText, jsonText } from '../../ui/jsonText.ts';
import { checkLimitChoice, limitChoice, type LimitChoice } from '../../ui/limitText.ts';

/** The form of Edit License, as typed. */
export interface EditForm {
  customer: CustomerForm;
  limit: LimitChoice;
  expiry: ExpiryChoice;
  /** Empty = as the settings have it. */
  graceDays: string;
  features: string;
  metadata: string;
}

export type EditField = keyof EditForm;
export type EditErrors = Readonly<Partial<Record<EditField, string>>>;
export type LicenseChangesInput = Extract<CommandInput, { type: 'edit' }>['changes'];

export type CheckedEdit =
  | {
      readonly ok: true;
      readonly changes: LicenseChangesInput;
      /** Who shall have it from now on; null = as it is. */
      readonly customer: NamedCustomer | null;
      readonly changed: readonly EditField[];
    }
  | { readonly ok: false; readonly errors: EditErrors };

/** The form as the license stands. A validity that has not started is "default": as the generator had it. */
export function editFormOf(license: License, metadata: JsonObject, timeZone: string): EditForm {
  const { expiresAt, validity } = license;
  return {
    // The name belongs to a new customer only: that of a known one is not this form's to say.
    customer: { email: license.customerEmail ?? '', name: '' },
    limit: limitChoice(license.activationLimit),
    expiry: {
      kind: expiresAt !== null ? 'date' : validity !== null ? 'default' : 'lifetime',
      day: expiresAt === null ? '' : dayOf(expiresAt, timeZone),
    },
    graceDays: license.graceInherited ? '' : String(license.graceDays),
    features: jsonText(license.features),
    metadata: jsonText(metadata),
  };
}

/**
 * Why the license may not be given to somebody (else); null = it may. An available one is assigned, one with a
 * customer is transferred: the law is that of those commands.
 */
export function ownerLocked(license: License, actor: Actor, now: Date): string | null {
  const by = effectiveState(license, now) === 'available' ? 'assign' : 'transfer';
  return refusalOf(license, by, actor, now)?.reason ?? null;
}

/** What the form does to the owner: nothing, a first assignment, or a transfer. */
export function ownerChange(
  form: Pick<EditForm, 'customer'>,
  license: License,
): 'none' | 'assign' | 'transfer' {
  if (foldEmail(form.customer.email) === foldEmail(license.customerEmail ?? '')) return 'none';
  return license.customerId === null ? 'assign' : 'transfer';
}

/** Why the date may not be moved; null = it may. */
export function dateLocked(license: License, now: Date): string | null {
  return effectiveState(license, now) === 'expired'
    ? 'The license has expired; its date may not be moved. Renew it instead.'
    : null;
}

/**
 * What the form changes on the license it was opened on. Only what differs is checked and sent, so that a
 * past date or an archived product does not block other edits.
 */
export function checkEditForm(
  form: Readonly<EditForm>,
  opened: { readonly license: License; readonly metadata: JsonObject },
  place: { readonly timeZone: string; readonly now: Date },
): CheckedEdit {
  const before = editFormOf(opened.license, opened.metadata, place.timeZone);
  const limit = checkLimitChoice(form.limit);
  const expiry = checkExpiryChoice(form.expiry, place.timeZone);
  const moved = !sameJson({ ...form.expiry }, before.expiry) && form.expiry.kind !== 'default';
  const grace = checkGraceText(form.graceDays);
  const features = checkJsonText(form.features, 'features');
  const metadata = checkJsonText(form.metadata, 'metadata');
  const moves = ownerChange(form, opened.license) !== 'none';
  const customer = moves ? checkOwner(form.customer, opened.license) : null;
  const past = moved && expiry.ok ? checkFuture(expiry.expiresAt, place.now) : null;
  const errors = {
    ...(customer?.ok === false && { customer: customer.error }),
    ...(!limit.ok && { limit: limit.error }),
    ...(limit.ok && limit.limit === undefined && { limit: 'Enter a number, or choose unlimited.' }),
    ...(moved && !expiry.ok && { expiry: expiry.error }),
    ...(past && { expiry: past.reason }),
    ...(grace === 'wrong' && { graceDays: `Enter a whole number from 0 to ${MAX_GRACE_DAYS}, or nothing.` }),
    ...(!features.ok && { features: features.error }),
    ...(!metadata.ok && { metadata: metadata.error }),
  };
  if (
    Object.keys(errors).length > 0 ||
    !limit.ok ||
    !features.ok ||
    !metadata.ok ||
    grace === 'wrong' ||
    customer?.ok === false
  ) {
    return { ok: false, errors };
  }
  const { license } = opened;
  const nextFeatures = features.value ?? {};
  const nextMetadata = metadata.value ?? {};
  const changes: LicenseChangesInput = {
    ...(limit.limit !== license.activationLimit && { activationLimit: limit.limit }),
    ...(moved && expiry.ok && { expiresAt: expiry.expiresAt?.toISOString() ?? null }),
    ...(form.graceDays.trim() !== before.graceDays && { graceDays: grace }),
    ...(!sameJson(nextFeatures, license.features) && { features: nextFeatures }),
    ...(!sameJson(nextMetadata, opened.metadata) && { metadata: nextMetadata }),
  };
  const owner = customer?.customer ?? null;
  const changed = [...(owner === null ? [] : (['customer'] as const)), ...changedFields(changes)];
  return { ok: true, changes, customer: owner, changed };
}

const FIELD_OF: Readonly<Record<keyof LicenseChangesInput, EditField>> = {
  activationLimit: 'limit',
  expiresAt: 'expiry',
  graceDays: 'graceDays',
  features: 'features',
  metadata: 'metadata',
};

function changedFields(changes: LicenseChangesInput): EditField[] {
  return (Object.keys(changes) as (keyof LicenseChangesInput)[]).map((name) => FIELD_OF[name]);
}

function checkOwner(
  form: CustomerForm,
  license: License,
): { readonly ok: true; readonly customer: NamedCustomer } | { readonly ok: false; readonly error: string } {
  if (form.email.trim() === '') {
    return {
      ok: false,
      error: `A license is not taken back: name somebody else, or keep ${license.customerEmail}.`,
    };
  }
  const checked = checkCustomer(form);
  return checked.ok ? checked : { ok: false, error: checked.email ?? checked.name ?? 'Check the customer.' };
}

function checkGraceText(text: string): number | null | 'wrong' {
  if (text.trim() === '') return null;
  const days = Number(text);
  return Number.isInteger(days) && days >= 0 && days <= MAX_GRACE_DAYS ? days : 'wrong';
}
