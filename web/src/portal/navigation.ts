import {
  mdiAccountOutline,
  mdiDevices,
  mdiKeyOutline,
  mdiTrayArrowDown,
  mdiTuneVariant,
  mdiViewDashboardOutline,
} from '@mdi/js';

interface PortalPlace {
  readonly title: string;
  /** Where there is little room. */
  readonly short: string;
  readonly path: string;
  readonly icon: string;
  /** The bottom of a phone holds five; the others are in the account's menu. */
  readonly onPhone: boolean;
}

/** The portal's pages, in the order of the navigation: at the top, or at the bottom of a phone. */
export const PORTAL_NAVIGATION: readonly PortalPlace[] = [
  {
    title: 'Dashboard',
    short: 'Home',
    path: '/portal/dashboard',
    icon: mdiViewDashboardOutline,
    onPhone: true,
  },
  { title: 'My licenses', short: 'Licenses', path: '/portal/licenses', icon: mdiKeyOutline, onPhone: true },
  {
    title: 'Activations',
    short: 'Activations',
    path: '/portal/activations',
    icon: mdiDevices,
    onPhone: true,
  },
  {
    title: 'Downloads',
    short: 'Downloads',
    path: '/portal/downloads',
    icon: mdiTrayArrowDown,
    onPhone: true,
  },
  { title: 'Profile', short: 'Profile', path: '/portal/profile', icon: mdiAccountOutline, onPhone: true },
  { title: 'Settings', short: 'Settings', path: '/portal/settings', icon: mdiTuneVariant, onPhone: false },
];
