import type { Activation } from '@latchkey/domain/activation/activation';
import type { VerdictCode } from '@latchkey/domain/license/codes';
import { FACELESS_CODES } from '@latchkey/domain/license/codes';
import type { License } from '@latchkey/domain/license/license';
import type { Found } from './findLicense.ts';

/** What a door needs for its answer: the decision, and the records as they stand after the call. */
export interface CheckResult {
  readonly code: VerdictCode;
  readonly license: License | null;
  readonly device: Activation | null;
}

export function checkResult(code: VerdictCode, found: Found): CheckResult {
  if (found.where !== 'here' || FACELESS_CODES.includes(code)) return { code, license: null, device: null };
  return { code, license: found.license.record, device: found.device?.record ?? null };
}
