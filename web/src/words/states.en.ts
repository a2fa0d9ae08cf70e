import { area } from './area.ts';

/** What states, kinds, keys and places are called. */
export const states = area('states', {
  license: {
    available: 'Available',
    assigned: 'Assigned',
    active: 'Active',
    inactive: 'Inactive',
    suspended: 'Suspended',
    expired: 'Expired',
    revoked: 'Revoked',
  },
  device: { active: 'Active', suspended: 'Suspended', deactivated: 'Deactivated' },
  identifier: { hardware: 'Hardware ID', domain: 'Domain' },
  environment: { production: 'production', staging: 'staging', development: 'development' },
  keyOf: (hint: string) => `license key ${hint}`,
  inGrace: 'in grace',
});
