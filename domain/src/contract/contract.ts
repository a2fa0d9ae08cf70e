import type { Environment } from '../environment.ts';
import type { JsonObject } from '../json.ts';
import { textTokens } from '../search/tokens.ts';

export const CONTRACT_TYPES = ['standard', 'reseller', 'enterprise', 'pool'] as const;
export type ContractType = (typeof CONTRACT_TYPES)[number];
export const CONTRACT_STATUSES = ['active', 'inactive'] as const;
export type ContractStatus = (typeof CONTRACT_STATUSES)[number];

/** Calls of the contract's own key, as one instance counts them. */
export interface ContractRates {
  readonly perMinute: number;
  readonly perHour: number;
  readonly perDay: number;
}

/** The digits of a small partner; a large one gets 50, 500 and 5000. */
export const DEFAULT_RATES: ContractRates = { perMinute: 10, perHour: 100, perDay: 500 };
export const MAX_RATE = 100_000;
export const MAX_QUOTA = 1_000_000;
/** Licenses of one call: they are one commit with the count that bounds them. */
export const MAX_ISSUE = 100;

/** environments/{env}/contracts/{id}: what a partner may issue, and how much of it is used. */
export interface Contract {
  readonly id: string;
  readonly environment: Environment;
  readonly name: string;
  /** Fixed once chosen, like the product. */
  readonly type: ContractType;
  readonly status: ContractStatus;
  readonly productId: string;
  readonly productName: string;
  /** Makes the keys; a change counts for licenses to come. */
  readonly generatorId: string;
  readonly generatorName: string;
  readonly quota: number;
  /** Grows in the very commit that makes the licenses, so that the quota holds however many ask at once. */
  readonly used: number;
  /** null = as the generator has it. */
  readonly activationLimit: number | null;
  /** null = as product and generator have them. */
  readonly features: JsonObject | null;
  /** Nothing is issued from this moment on; null = never ends. Licenses keep their own dates. */
  readonly expiresAt: Date | null;
  readonly rates: ContractRates;
  /** The first characters of the key; null = the contract has none. The key itself is nowhere. */
  readonly keyHint: string | null;
  readonly keyMadeAt: Date | null;
  readonly lastIssuedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly revision: number;
  /** Pieces that searches find it by. */
  readonly search?: { readonly [token: string]: true };
}

/** What a form fills in besides type and product, which are fixed once chosen. */
export type ContractFacts = Pick<
  Contract,
  'name' | 'generatorId' | 'quota' | 'activationLimit' | 'features' | 'expiresAt' | 'rates'
>;

/** The record with what follows from its texts brought up to date. */
export function withContractSearch(contract: Omit<Contract, 'search'>): Contract {
  const { id, name, productName } = contract;
  return { ...contract, search: textTokens([name, id, productName]) };
}

export function remaining({ quota, used }: Pick<Contract, 'quota' | 'used'>): number {
  return Math.max(quota - used, 0);
}

/** Whole per cent of the quota that is used; a beginning shows as 1, and 100 only when nothing is left. */
export function usedPercent({ quota, used }: Pick<Contract, 'quota' | 'used'>): number {
  if (used <= 0) return 0;
  return used >= quota ? 100 : Math.min(Math.max(Math.round((used / quota) * 100), 1), 99);
}
