import { area } from './area.ts';
import { plural } from './plural.ts';

const n = plural('en');

/** A customer's licenses as lists show them. */
export const licenses = area('licenses', {
  title: 'My licenses',
  purpose: 'Your license keys, and what they are good for.',
  product: 'Product',
  key: 'License key',
  status: 'Status',
  inUse: 'In use',
  expires: 'Expires',
  added: 'Added',
  addedAt: 'Added:',
  expiresAt: 'Expires:',
  allStatuses: 'All statuses',
  soon: 'Expiring within 30 days',
  stopped: 'Not working now',
  allProducts: 'All products',
  search: 'Search by key or product',
  searchLabel: 'Search my licenses',
  noneFits: 'No license fits',
  noneFitsText: 'Look for something else, or show all of them.',
  showAll: 'Show all licenses',
  none: 'You have no licenses yet',
  noneText: 'Licenses that you buy or are given appear here by themselves.',
  slots: (used: number, limit: number | null) =>
    limit === null
      ? `${n(used, { one: '1 device', other: `${used} devices` })}, no limit`
      : `${used} of ${n(limit, { one: '1 device', other: `${limit} devices` })}`,
  /** What a state means for the owner, and what to do. */
  now: {
    available: 'This license is not ready yet.',
    assigned: 'Ready to use. Enter the key in your software to activate it.',
    active: 'In use.',
    full: 'In use on as many devices as it allows. Deactivate one to use it on another.',
    grace: 'Its date has passed. It still works for a short time; renew it soon.',
    inactive:
      'This license is paused by the seller. Your devices stay registered and work again once it is resumed.',
    suspended: 'This license is stopped by the seller. Contact them to have it lifted.',
    expired: 'The time of this license is over. Ask the seller to renew it.',
    revoked: 'This license was ended by the seller and does not work any more.',
  },
  meaningsOf: 'What do the states mean?',
  meanings: {
    assigned: 'Yours and not used yet. Enter its key in the software to start.',
    active: 'In use. It may be on as many devices as it allows.',
    inactive: 'Paused by the seller. Your devices stay registered and work again once it is resumed.',
    suspended: 'Stopped by the seller for now, with a reason. Contact them to have it lifted.',
    expired: 'Its time is over. It works again only after the seller renews it.',
    revoked: 'Ended for good by the seller. It does not come back.',
  },
});
