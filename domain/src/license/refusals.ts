import type { CommandName } from './commands.ts';
import type { LicenseStatus } from './license.ts';

/** Why a command was not carried out. Stable codes; nothing has changed. */
export type RefusalCode =
  | `CANNOT_${Uppercase<CommandName>}`
  | 'FORBIDDEN'
  | 'REASON_REQUIRED'
  | 'CONFIRMATION_MISMATCH'
  | 'CHANGED_MEANWHILE'
  | 'SAME_CUSTOMER'
  | 'CUSTOMER_DELETED'
  | 'EXPIRY_PASSED'
  | 'EXPIRY_NOT_FUTURE'
  | 'EXPIRED_DATE_LOCKED'
  | 'LIMIT_OUT_OF_RANGE'
  | 'GRACE_OUT_OF_RANGE'
  | 'METADATA_TOO_LARGE'
  | 'FEATURES_TOO_LARGE'
  | 'NOT_DUE'
  | 'DEVICE_NOT_ACTIVE'
  | 'ALREADY_RENEWED'
  | 'RENEWAL_DATE_NEEDED'
  | 'PRODUCT_NOT_FOUND'
  | 'PRODUCT_INACTIVE'
  | 'GENERATOR_NOT_FOUND'
  | 'GENERATOR_INACTIVE'
  | 'GENERATOR_MISMATCH'
  | 'KEY_TAKEN'
  | 'REAUTHENTICATION_NEEDED'
  | 'OFFLINE_NOT_ALLOWED'
  | 'SETTINGS_WRONG'
  | 'SELF_SERVICE_OFF'
  | 'SELF_SERVICE_LIMIT'
  | 'MAIL_OFF'
  | 'MAIL_NOT_SENT'
  | 'PRODUCT_ID_INVALID'
  | 'PRODUCT_ID_TAKEN'
  | 'PRODUCT_HAS_LICENSES'
  | 'PRODUCT_HAS_DOWNLOADS'
  | 'PRODUCT_IS_ACTIVE'
  | `CANNOT_${'ACTIVATE' | 'INACTIVATE' | 'ARCHIVE' | 'UNARCHIVE'}_PRODUCT`
  | 'FEATURE_REPEATED'
  | 'GENERATOR_NAME_TAKEN'
  | 'KEY_FORMAT_REFUSED'
  | 'VALIDITY_OUT_OF_RANGE'
  | `CANNOT_${'ACTIVATE' | 'INACTIVATE'}_GENERATOR`
  | 'QUANTITY_OUT_OF_RANGE'
  | 'KEYS_RUN_OUT'
  | 'NO_LONGER_MATCHES'
  | 'CASE_DECIDED'
  | 'CASE_UNDECIDED'
  | 'CASE_NOT_IN_REVIEW'
  | 'CASE_IS_YOURS'
  | 'CASE_SUPERSEDED'
  | 'NOTE_REQUIRED'
  | 'NOT_FOUND';

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  /** One sentence for the person who asked: what is wrong and what to do. */
  readonly reason: string;
}

export function refuse(code: RefusalCode, reason: string): Refusal {
  return { ok: false, code, reason };
}

export function cannot(command: CommandName, from: LicenseStatus): Refusal {
  const upper = command.toUpperCase() as Uppercase<CommandName>;
  return refuse(`CANNOT_${upper}`, stateSentence(command, from));
}

function stateSentence(command: CommandName, from: LicenseStatus): string {
  if (from === 'revoked') return 'The license is revoked. That is final; issue a new license instead.';
  if (from === 'expired')
    return `The license has expired, so it cannot be ${PARTICIPLES[command]}. Renew it instead.`;
  if (from === 'available' && command === 'revoke') {
    return 'The license has no customer yet, so there is nobody to revoke it from. Delete it instead.';
  }
  return `The license is ${from}; it can be ${PARTICIPLES[command]} only when it is ${FROM[command]}.`;
}

const PARTICIPLES: Record<CommandName, string> = {
  assign: 'assigned',
  activate: 'activated',
  inactivate: 'inactivated',
  reactivate: 'reactivated',
  suspend: 'suspended',
  unsuspend: 'unsuspended',
  expire: 'expired',
  revoke: 'revoked',
  transfer: 'transferred',
  edit: 'edited',
  renew: 'renewed',
  delete: 'deleted',
};

const FROM: Record<CommandName, string> = {
  assign: 'available',
  activate: 'assigned or active',
  inactivate: 'active',
  reactivate: 'inactive',
  suspend: 'active',
  unsuspend: 'suspended',
  expire: 'assigned, active, inactive or suspended',
  revoke: 'assigned, active, inactive, suspended or expired',
  transfer: 'assigned or active',
  edit: 'not revoked',
  renew: 'expired',
  delete: 'in any state',
};
