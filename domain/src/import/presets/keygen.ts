import { IS_STOPPED, type ImportPreset } from './preset.ts';

/**
 * Licenses of Keygen, by the names of its API's attributes (`GET /v1/accounts/…/licenses`), as
 * docs/import/keygen.mjs writes them: it has no CSV export of licenses. There null means "no limit" and "never".
 */
export const KEYGEN: ImportPreset = {
  id: 'keygen',
  name: 'Keygen',
  subject: 'licenses',
  signs: ['key', 'expiry', 'maxMachines'],
  columns: {
    key: { from: ['key'] },
    reference: { from: ['id'] },
    product: { from: ['product'] },
    email: { from: ['email'] },
    name: { from: ['fullName'] },
    limit: { from: ['maxMachines'], read: (cell) => cell('maxMachines') || 'unlimited' },
    expires: { from: ['expiry'], read: (cell) => cell('expiry') || 'lifetime' },
    metadata: { from: ['metadata'] },
  },
  state: 'status',
  refuses: (cell) => (['SUSPENDED', 'BANNED'].includes(cell('status').toUpperCase()) ? IS_STOPPED : null),
};
