import type { Contract } from '@latchkey/domain/contract/contract';
import { DEFAULT_RATES, withContractSearch } from '@latchkey/domain/contract/contract';
import { NOW } from './builders.ts';

/** An active contract with room for 10 licenses, of which none is issued. */
export function aContract(overrides: Partial<Contract> = {}): Contract {
  return withContractSearch({
    id: 'contract-1',
    environment: 'production',
    name: 'Northwind resale',
    type: 'reseller',
    status: 'active',
    productId: 'acme-editor',
    productName: 'Acme Editor',
    generatorId: 'generator-1',
    generatorName: 'Standard',
    quota: 10,
    used: 0,
    activationLimit: null,
    features: null,
    expiresAt: null,
    rates: DEFAULT_RATES,
    keyHint: null,
    keyMadeAt: null,
    lastIssuedAt: null,
    createdAt: NOW,
    updatedAt: NOW,
    revision: 1,
    ...overrides,
  });
}
