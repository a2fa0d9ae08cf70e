import { mdiCheckCircleOutline, mdiClockAlertOutline, mdiPauseCircleOutline, mdiTrayFull } from '@mdi/js';
import type { Contract, ContractType } from '@latchkey/domain/contract/contract';
import { remaining } from '@latchkey/domain/contract/contract';

export const TYPE_WORDS: Readonly<Record<ContractType, string>> = {
  standard: 'Standard',
  reseller: 'Reseller',
  enterprise: 'Enterprise',
  pool: 'Pool',
};

/** How a contract stands: switched off, over, used up, or at work. */
export function contractLook(contract: Contract, now: Date) {
  if (contract.status === 'inactive') {
    return { label: 'Inactive', tone: 'amber', icon: mdiPauseCircleOutline, outlined: true } as const;
  }
  if (contract.expiresAt !== null && contract.expiresAt <= now) {
    return { label: 'Expired', tone: 'grey', icon: mdiClockAlertOutline, outlined: true } as const;
  }
  if (remaining(contract) === 0) {
    return { label: 'Used up', tone: 'blue', icon: mdiTrayFull, outlined: false } as const;
  }
  return { label: 'Active', tone: 'green', icon: mdiCheckCircleOutline, outlined: false } as const;
}
