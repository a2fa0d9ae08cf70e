import type { CustomerRefusalCode } from '../customer/refusals.ts';
import type { RefusalCode } from '../license/refusals.ts';

/** Why a row changes nothing; a row may also be refused as the same act by hand would be. */
export type ImportRefusalCode =
  | RefusalCode
  | CustomerRefusalCode
  | 'PRODUCT_AMBIGUOUS'
  | 'GENERATOR_NEEDED'
  | 'LICENSE_DIFFERS'
  | 'CUSTOMER_DIFFERS'
  | 'REFERENCE_USED'
  | 'NONE_AVAILABLE';

export interface ImportRefusal {
  readonly ok: false;
  readonly code: ImportRefusalCode;
  /** What is wrong and what to do; holds no key and no address. */
  readonly reason: string;
}

export function refuseRow(code: ImportRefusalCode, reason: string): ImportRefusal {
  return { ok: false, code, reason };
}
