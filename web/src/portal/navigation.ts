import { mdiAccountOutline, mdiDevices, mdiKeyOutline, mdiViewDashboardOutline } from '@mdi/js';

/** The portal's pages, in the order of the navigation: at the top, or at the bottom of a phone. */
export const PORTAL_NAVIGATION = [
  { title: 'Overview', path: '/portal/dashboard', icon: mdiViewDashboardOutline },
  { title: 'Licenses', path: '/portal/licenses', icon: mdiKeyOutline },
  { title: 'Activations', path: '/portal/activations', icon: mdiDevices },
  { title: 'Profile', path: '/portal/profile', icon: mdiAccountOutline },
] as const;
