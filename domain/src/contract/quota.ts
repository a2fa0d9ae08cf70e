import type { Contract } from './contract.ts';
import { MAX_ISSUE, remaining } from './contract.ts';
import type { ContractRefusal } from './refusals.ts';
import { refuseContract } from './refusals.ts';

/**
 * Takes `quantity` licenses out of the quota, all of them or none. The contract that comes back has to be
 * stored in the commit of the licenses, on the condition that nobody changed it since it was read.
 */
export function takeQuota(
  contract: Contract,
  quantity: number,
  now: Date,
): { readonly ok: true; readonly contract: Contract } | ContractRefusal {
  const refusal = issueRefusal(contract, now) ?? checkQuantity(quantity) ?? quotaRefusal(contract, quantity);
  if (refusal) return refusal;
  return { ok: true, contract: { ...contract, used: contract.used + quantity, lastIssuedAt: now } };
}

/** Why nothing may be issued whatever the number; null = it may. */
export function issueRefusal(
  { status, expiresAt }: Pick<Contract, 'status' | 'expiresAt'>,
  now: Date,
): ContractRefusal | null {
  if (status !== 'active') {
    return refuseContract('CONTRACT_INACTIVE', 'Contract inactive: nothing is issued until it is activated.');
  }
  if (expiresAt !== null && expiresAt.getTime() <= now.getTime()) {
    return refuseContract('CONTRACT_EXPIRED', 'Contract expired: nothing is issued any more.');
  }
  return null;
}

/** Why so many are too many; null = they are there. */
export function quotaRefusal(
  contract: Pick<Contract, 'quota' | 'used'>,
  quantity: number,
): ContractRefusal | null {
  const left = remaining(contract);
  if (quantity <= left) return null;
  const words = left === 0 ? 'nothing is left' : `${left} of ${contract.quota} are left`;
  return refuseContract('QUOTA_EXCEEDED', `Quota exceeded: ${words}, so none was issued.`);
}

function checkQuantity(quantity: number): ContractRefusal | null {
  if (Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_ISSUE) return null;
  return refuseContract('QUANTITY_OUT_OF_RANGE', `From 1 to ${MAX_ISSUE} licenses are issued at once.`);
}
