import type { DecidedCode, DoorCode, ManageCode } from '@latchkey/domain/wire/manage/codes';
import { DECIDED_STATUS } from '@latchkey/domain/wire/manage/codes';
import type { ProblemCode } from '@latchkey/domain/wire/problemCodes';
import type { Refusal } from '../http/refusal.ts';
import { REFUSALS, Refused } from '../http/refusal.ts';

/** A decision's refusal, as every operation of the house gives it. */
export interface Decided {
  readonly ok: false;
  readonly code: DecidedCode | 'IDEMPOTENCY_CONFLICT';
  readonly reason: string;
}

const DOOR: Record<DoorCode, { status: number; title: string }> = {
  OUT_OF_SCOPE: { status: 403, title: 'The key does not reach that far' },
  ADDRESS_NOT_ALLOWED: { status: 403, title: 'The key is not used from there' },
  ANSWER_LOST: { status: 409, title: 'It was done, and its answer is lost' },
};

const TITLES: Record<403 | 404 | 409 | 412 | 422, string> = {
  403: 'The key may not do that',
  404: 'There is no such record',
  409: 'The record does not allow it now',
  412: 'Somebody was faster',
  422: 'A value does not fit',
};

/** Whatever stands between a request and its result; the app turns it into a problem document. */
export class ManageRefusal extends Refused<ManageCode> {
  override readonly name = 'ManageRefusal';
}

export function notFound(what: string): ManageRefusal {
  return new ManageRefusal('NOT_FOUND', `There is no such ${what} in this environment.`);
}

/** The refusals of the house's other doors say the same here. */
export function fromShared(refusal: Refusal): ManageRefusal {
  const errors = refusal.errors && { errors: refusal.errors };
  return new ManageRefusal(refusal.code, refusal.message, { ...errors, headers: refusal.headers });
}

export function statusAndTitle(code: ManageCode): { status: number; title: string } {
  if (isDoorCode(code)) return DOOR[code];
  if (isProblemCode(code)) return REFUSALS[code];
  const status = DECIDED_STATUS[code];
  return { status, title: TITLES[status] };
}

function isDoorCode(code: ManageCode): code is DoorCode {
  return Object.hasOwn(DOOR, code);
}

function isProblemCode(code: ManageCode): code is ProblemCode {
  return Object.hasOwn(REFUSALS, code);
}
