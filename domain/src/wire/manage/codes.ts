import type { ContractRefusalCode } from '../../contract/refusals.ts';
import type { CustomerRefusalCode } from '../../customer/refusals.ts';
import type { ReleaseRefusalCode } from '../../download/refusals.ts';
import type { JobRefusalCode } from '../../job/refusals.ts';
import type { RefusingCode } from '../../license/codes.ts';
import type { RefusalCode } from '../../license/refusals.ts';
import type { WebhookRefusalCode } from '../../webhook/refusals.ts';
import { PROBLEM_CODES, type ProblemCode } from '../problemCodes.ts';

/** What a decision of the house may say no with. */
export type DecidedCode =
  | RefusalCode
  | CustomerRefusalCode
  | JobRefusalCode
  | ContractRefusalCode
  | ReleaseRefusalCode
  | WebhookRefusalCode
  /** What a validation would say, of what is only done for a license that is good. */
  | RefusingCode;

/** What only this door says. */
export type DoorCode = 'OUT_OF_SCOPE' | 'ADDRESS_NOT_ALLOWED' | 'ANSWER_LOST';

/**
 * Every decision's code with the status that carries it: 403 the key may not, 404 there is nothing, 409 the
 * record does not allow it now, 412 somebody was faster, 422 a value does not fit. A new code of the house
 * does not compile until it has its status here.
 */
export const DECIDED_STATUS = {
  FORBIDDEN: 403,
  REAUTHENTICATION_NEEDED: 403,
  SELF_SERVICE_OFF: 403,
  NOT_FOUND: 404,
  CHANGED_MEANWHILE: 412,

  CANNOT_ASSIGN: 409,
  CANNOT_ACTIVATE: 409,
  CANNOT_INACTIVATE: 409,
  CANNOT_REACTIVATE: 409,
  CANNOT_SUSPEND: 409,
  CANNOT_UNSUSPEND: 409,
  CANNOT_EXPIRE: 409,
  CANNOT_REVOKE: 409,
  CANNOT_TRANSFER: 409,
  CANNOT_EDIT: 409,
  CANNOT_RENEW: 409,
  CANNOT_DELETE: 409,
  CANNOT_ACTIVATE_PRODUCT: 409,
  CANNOT_INACTIVATE_PRODUCT: 409,
  CANNOT_ARCHIVE_PRODUCT: 409,
  CANNOT_UNARCHIVE_PRODUCT: 409,
  CANNOT_ACTIVATE_GENERATOR: 409,
  CANNOT_INACTIVATE_GENERATOR: 409,
  SAME_CUSTOMER: 409,
  CUSTOMER_DELETED: 409,
  CUSTOMER_EXISTS: 409,
  CUSTOMER_DISABLED: 409,
  ALREADY_DISABLED: 409,
  NOT_DISABLED: 409,
  SAME_NAME: 409,
  INVITED_JUST_NOW: 409,
  EXPIRY_PASSED: 409,
  EXPIRED_DATE_LOCKED: 409,
  NOT_DUE: 409,
  DEVICE_NOT_ACTIVE: 409,
  ALREADY_RENEWED: 409,
  PRODUCT_INACTIVE: 409,
  GENERATOR_INACTIVE: 409,
  KEY_TAKEN: 409,
  OFFLINE_NOT_ALLOWED: 409,
  SELF_SERVICE_LIMIT: 409,
  MAIL_OFF: 409,
  MAIL_NOT_SENT: 409,
  PRODUCT_ID_TAKEN: 409,
  PRODUCT_HAS_LICENSES: 409,
  PRODUCT_HAS_DOWNLOADS: 409,
  PRODUCT_IS_ACTIVE: 409,
  GENERATOR_NAME_TAKEN: 409,
  KEYS_RUN_OUT: 409,
  NO_LONGER_MATCHES: 409,
  CASE_DECIDED: 409,
  CASE_UNDECIDED: 409,
  CASE_NOT_IN_REVIEW: 409,
  CASE_IS_YOURS: 409,
  CASE_SUPERSEDED: 409,
  JOB_ENDED: 409,
  JOB_HAS_TO_END: 409,
  JOB_NOT_STOPPED: 409,
  IMPORT_STARTED: 409,
  IMPORT_INCOMPLETE: 409,
  CHECK_NOT_DONE: 409,
  CONTRACT_INACTIVE: 409,
  CONTRACT_EXPIRED: 409,
  QUOTA_EXCEEDED: 409,
  QUOTA_BELOW_USED: 409,
  NO_KEY: 409,
  UPLOAD_UNFINISHED: 409,
  UPLOAD_INCOMPLETE: 409,
  CHECKSUM_MISMATCH: 409,
  ALREADY_UPLOADED: 409,
  ALREADY_PUBLISHED: 409,
  NOT_PUBLISHED: 409,
  TOO_MANY_ENDPOINTS: 409,
  ENDPOINT_DISABLED: 409,
  ENDPOINT_GONE: 409,
  REVOKED: 409,
  EXPIRED: 409,
  SUSPENDED: 409,
  INACTIVE: 409,
  NOT_ASSIGNED: 409,
  DEVICE_DEACTIVATED: 409,
  HARDWARE_MISMATCH: 409,
  DOMAIN_MISMATCH: 409,
  NOT_ACTIVATED: 409,
  LIMIT_EXCEEDED: 409,
  FEATURE_MISSING: 409,
  ENVIRONMENT_MISMATCH: 409,
  PRODUCT_MISMATCH: 409,

  REASON_REQUIRED: 422,
  NOTE_REQUIRED: 422,
  CONFIRMATION_MISMATCH: 422,
  EXPIRY_NOT_FUTURE: 422,
  LIMIT_OUT_OF_RANGE: 422,
  GRACE_OUT_OF_RANGE: 422,
  METADATA_TOO_LARGE: 422,
  FEATURES_TOO_LARGE: 422,
  RENEWAL_DATE_NEEDED: 422,
  PRODUCT_NOT_FOUND: 422,
  GENERATOR_NOT_FOUND: 422,
  GENERATOR_MISMATCH: 422,
  SETTINGS_WRONG: 422,
  PRODUCT_ID_INVALID: 422,
  FEATURE_REPEATED: 422,
  KEY_FORMAT_REFUSED: 422,
  VALIDITY_OUT_OF_RANGE: 422,
  QUANTITY_OUT_OF_RANGE: 422,
  QUOTA_OUT_OF_RANGE: 422,
  RATE_OUT_OF_RANGE: 422,
  VERSION_INVALID: 422,
  FILE_EMPTY: 422,
  FILE_TOO_LARGE: 422,
  URL_REFUSED: 422,
  NO_EVENTS: 422,
  SINCE_IN_FUTURE: 422,
} as const satisfies Record<DecidedCode, 403 | 404 | 409 | 412 | 422>;

export type ManageCode = DecidedCode | ProblemCode | DoorCode;

/** Every code that an answer of the management API may carry. */
export const MANAGE_CODES = [
  ...PROBLEM_CODES,
  'OUT_OF_SCOPE',
  'ADDRESS_NOT_ALLOWED',
  'ANSWER_LOST',
  ...(Object.keys(DECIDED_STATUS) as DecidedCode[]),
] as const satisfies readonly ManageCode[];
