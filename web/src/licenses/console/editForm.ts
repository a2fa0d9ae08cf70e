import { sameJson, type JsonObject } from '@latchkey/domain/json';
import { checkFuture } from '@latchkey/domain/license/edit';
import { effectiveState } from '@latchkey/domain/license/expiry';
import type { License } from '@latchkey/domain/license/license';
import { MAX_GRACE_DAYS } from '@latchkey/domain/settings/sections';
import type { CommandInput } from '@latchkey/domain/wire/console/commandLicense';
import { dayOf } from '../../ui/zonedDate.ts';
import { checkExpiryChoice, type ExpiryChoice } from './expiryChoice.ts';
import { checkJsonText, jsonText } from '../../ui/jsonText.ts';
import { checkLimitChoice, limitChoice, type LimitChoice } from '../../ui/limitText.ts';

/** The form of Edit License, as typed. */
export interface EditForm {
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
  | { readonly ok: true; readonly changes: LicenseChangesInput; readonly changed: readonly EditField[] }
  | { readonly ok: false; readonly errors: EditErrors };

/** The form as the license stands. A validity that has not started is "default": as the generator had it. */
export function editFormOf(license: License, metadata: JsonObject, timeZone: string): EditForm {
  const { expiresAt, validity } = license;
  return {
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
  const past = moved && expiry.ok ? checkFuture(expiry.expiresAt, place.now) : null;
  const errors = {
    ...(!limit.ok && { limit: limit.error }),
    ...(limit.ok && limit.limit === undefined && { limit: 'Enter a number, or choose unlimited.' }),
    ...(moved && !expiry.ok && { expiry: expiry.error }),
    ...(past && { expiry: past.reason }),
    ...(grace === 'wrong' && { graceDays: `Enter a whole number from 0 to ${MAX_GRACE_DAYS}, or nothing.` }),
    ...(!features.ok && { features: features.error }),
    ...(!metadata.ok && { metadata: metadata.error }),
  };
  if (Object.keys(errors).length > 0 || !limit.ok || !features.ok || !metadata.ok || grace === 'wrong') {
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
  return { ok: true, changes, changed: changedFields(changes) };
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

function checkGraceText(text: string): number | null | 'wrong' {
  if (text.trim() === '') return null;
  const days = Number(text);
  return Number.isInteger(days) && days >= 0 && days <= MAX_GRACE_DAYS ? days : 'wrong';
}
