import { licenseTokens } from '../search/tokens.ts';
import { expiryFields } from './expiry.ts';
import type { License } from './license.ts';
import { statusRank } from './license.ts';

/** The record with every field that follows from others brought up to date. */
export function withDerived(
  license: Omit<License, 'statusRank' | 'expirySort' | 'dueAt' | 'search'>,
): License {
  return {
    ...license,
    statusRank: statusRank(license.status),
    ...expiryFields(license),
    search: licenseTokens(license),
  };
}
