import { licenseTokens } from '../search/tokens.ts';
import { expiryFields } from './expiry.ts';
import type { License } from './license.ts';
import { limitSort, statusRank } from './license.ts';

type Underived = Omit<License, 'statusRank' | 'limitSort' | 'expirySort' | 'dueAt' | 'search'>;

/** The record with every field that follows from others brought up to date. */
export function withDerived(license: Underived): License {
  return { ...withStanding(license), search: licenseTokens(license) };
}

/** Only what follows from state, limit and expiry: enough where key, customer and product stay as they are. */
export function withStanding(license: Underived): License {
  return {
    ...license,
    statusRank: statusRank(license.status),
    limitSort: limitSort(license.activationLimit),
    ...expiryFields(license),
  };
}
