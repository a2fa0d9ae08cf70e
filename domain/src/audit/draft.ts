import type { License } from '../license/license.ts';
import { sameJson } from '../json.ts';
import type { AuditAction, AuditDraft } from './event.ts';

type Subject = Pick<License, 'id' | 'keyHint' | 'productId' | 'customerId'>;

const NOTHING = {
  activationId: null,
  about: null,
  from: null,
  to: null,
  reason: null,
  note: null,
  changes: {},
} as const;

/** An event about a license; `extra` says what it was before, why, and what changed. */
export function licenseEvent(
  action: AuditAction,
  license: Subject,
  extra: Partial<AuditDraft> = {},
): AuditDraft {
  return {
    ...NOTHING,
    action,
    licenseId: license.id,
    keyHint: license.keyHint,
    productId: license.productId,
    customerId: license.customerId,
    ...extra,
  };
}

/** The members of `after` that differ from `before`. */
export function difference<T extends object>(before: T, after: Partial<T>): AuditDraft['changes'] {
  const names = (Object.keys(after) as (keyof T & string)[]).filter(
    (name) => !sameJson(before[name], after[name]),
  );
  return Object.fromEntries(names.map((name) => [name, { before: before[name], after: after[name] }]));
}

/** An event that is about no license. */
export function otherEvent(action: AuditAction, extra: Partial<AuditDraft>): AuditDraft {
  return { ...NOTHING, action, licenseId: null, keyHint: null, productId: null, customerId: null, ...extra };
}
