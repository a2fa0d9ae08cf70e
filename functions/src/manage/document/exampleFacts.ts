import type { LicenseRow } from '@latchkey/domain/wire/manage/licenses';

/** What the examples of the document have in common: one small world, told in several places. */
export const at = '2026-11-22T10:15:30.000Z';
export const environment = 'production';
export const jobId = 'Zr8mKq2LwXc0VbNt5YpH';
export const product = { id: 'acme-editor', name: 'Acme Editor' };
export const customer = { id: 'c3q2-7wYt0bRwXcVn4zLpQ', email: 'ada@example.com', name: 'Ada Almeida' };

export const row: LicenseRow = {
  id: 'h7Qk2mYt0bRwXcVn4zLp',
  environment,
  keyHint: 'DEMO-ASS',
  status: 'assigned',
  statusChangedAt: at,
  publicReason: null,
  product,
  generatorId: 'acme-editor-yearly',
  contractId: null,
  customer,
  activationLimit: 3,
  activationCount: 0,
  expiresAt: '2027-11-22T23:59:59.000Z',
  effectiveExpiresAt: '2027-11-29T23:59:59.000Z',
  inGrace: false,
  graceDays: 7,
  graceInherited: true,
  validity: null,
  features: { export: true, seats: 25 },
  renewedFromId: null,
  renewedToId: null,
  createdAt: at,
  updatedAt: at,
  assignedAt: at,
  activatedAt: null,
  revision: 1,
};
