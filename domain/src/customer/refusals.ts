/** Why something about a customer was not done. Stable codes; nothing has changed. */
export type CustomerRefusalCode =
  | 'NOT_FOUND'
  | 'CUSTOMER_EXISTS'
  | 'CUSTOMER_DISABLED'
  | 'ALREADY_DISABLED'
  | 'NOT_DISABLED'
  | 'SAME_NAME'
  | 'INVITED_JUST_NOW'
  | 'CONFIRMATION_MISMATCH';

export interface CustomerRefusal {
  readonly ok: false;
  readonly code: CustomerRefusalCode;
  /** One sentence for the person who asked: what is wrong and what to do. */
  readonly reason: string;
}

export function refuseCustomer(code: CustomerRefusalCode, reason: string): CustomerRefusal {
  return { ok: false, code, reason };
}

export function noSuchCustomer(): CustomerRefusal {
  return refuseCustomer('NOT_FOUND', 'There is no such customer.');
}
