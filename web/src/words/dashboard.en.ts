import { area } from './area.ts';
import { plural } from './plural.ts';

const n = plural('en');

/** The portal's first page. */
export const dashboard = area('dashboard', {
  title: 'Dashboard',
  purpose: 'Your licenses and devices at a glance, and what happened to them lately.',
  licenses: 'Licenses',
  active: 'Active',
  devicesInUse: 'Devices in use',
  expiringSoon: 'Expiring within 30 days',
  notWorking: 'Licenses that do not work now',
  whatCanIDo: 'What can I do?',
  /** "5 more", beyond the three that are shown. */
  moreStopped: (count: number) =>
    n(count, { one: '1 more does not work now', other: `${count} more do not work now` }),
  expiring: 'Expiring soon',
  partOf: (part: number, all: string) => `${part} of ${all}`,
  allOfThem: 'All of them',
  newest: 'Newest licenses',
  allLicenses: 'All licenses',
  activity: 'Recent activity',
  nothingYet: 'Nothing has happened yet.',
  moment: 'One moment …',
  whatNext: 'What would you like to do?',
  findKey: 'Find a license key',
  freeDevice: 'Free a device',
  download: 'Download the software',
  settings: 'Time zone, mail and appearance',
  happened: {
    given: (product: string) => `You were given a license for ${product}`,
    inactive: (product: string) => `${product}: the seller paused your license`,
    suspended: (product: string) => `${product}: the seller stopped your license`,
    revoked: (product: string) => `${product}: the seller ended your license`,
    expired: (product: string) => `${product}: your license expired`,
    activated: (product: string, device: string) => `${product} was activated on ${device}`,
    deactivated: (product: string, device: string) => `${product} was deactivated on ${device}`,
  },
});
