import type { Activation } from '@latchkey/domain/activation/activation';
import type { License } from '@latchkey/domain/license/license';
import type { Stored } from '../firestore/records.ts';

/** What no question of shipped software asks for. */
type Unasked = 'search' | 'contractId' | 'selfDeactivations';

/** All of a license and of a device but these: a field that is new has to be named here. */
const NEEDED: Readonly<Record<keyof Omit<Stored<License> & Stored<Activation>, Unasked>, true>> = {
  key: true,
  keyHint: true,
  keyHash: true,
  keyCaseSensitive: true,
  status: true,
  statusRank: true,
  statusChangedAt: true,
  publicReason: true,
  productId: true,
  productName: true,
  productStatus: true,
  requireIdentifier: true,
  offlineAllowed: true,
  generatorId: true,
  customerId: true,
  customerName: true,
  customerEmail: true,
  activationLimit: true,
  limitSort: true,
  activationCount: true,
  deviceEpoch: true,
  expiresAt: true,
  validity: true,
  expirySort: true,
  dueAt: true,
  graceDays: true,
  graceInherited: true,
  features: true,
  renewedFromId: true,
  renewedToId: true,
  createdAt: true,
  updatedAt: true,
  assignedAt: true,
  activatedAt: true,
  revision: true,
  licenseId: true,
  identifier: true,
  identifierType: true,
  label: true,
  appVersion: true,
  deactivatedAt: true,
  lastSeenAt: true,
};

/**
 * What a question of shipped software reads of license and device. Search tokens are nine tenths of a
 * stored license; fetching and decoding them would cost more than everything else the answer takes.
 */
export const FIELDS: readonly string[] = Object.keys(NEEDED);
