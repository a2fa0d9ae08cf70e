/** Why nothing was done about a contract. Stable codes; nothing has changed. */
export type ContractRefusalCode =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'CONTRACT_INACTIVE'
  | 'CONTRACT_EXPIRED'
  | 'QUOTA_EXCEEDED'
  | 'QUOTA_OUT_OF_RANGE'
  | 'QUOTA_BELOW_USED'
  | 'QUANTITY_OUT_OF_RANGE'
  | 'RATE_OUT_OF_RANGE'
  | 'CONFIRMATION_MISMATCH'
  | 'CHANGED_MEANWHILE'
  | 'NO_KEY';

export interface ContractRefusal {
  readonly ok: false;
  readonly code: ContractRefusalCode;
  readonly reason: string;
}

export function refuseContract(code: ContractRefusalCode, reason: string): ContractRefusal {
  return { ok: false, code, reason };
}
