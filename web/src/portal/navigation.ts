import {
  mdiAccountOutline,
  mdiDevices,
  mdiKeyOutline,
  mdiTrayArrowDown,
  mdiTuneVariant,
  mdiViewDashboardOutline,
} from '@mdi/js';
import type { frame } from '../words/frame.en.ts';

interface PortalPlace {
  /** What it is called, in the words of the frame. */
  readonly name: keyof typeof frame.english.pages;
  readonly path: string;
  readonly icon: string;
  /** The bottom of a phone holds five; the others are in the account's menu. */
  readonly onPhone: boolean;
}

/** The portal's pages, in the order of the navigation: at the top, or at the bottom of a phone. */
export const PORTAL_NAVIGATION: readonly PortalPlace[] = [
  { name: 'dashboard', path: '/portal/dashboard', icon: mdiViewDashboardOutline, onPhone: true },
  { name: 'licenses', path: '/portal/licenses', icon: mdiKeyOutline, onPhone: true },
  { name: 'activations', path: '/portal/activations', icon: mdiDevices, onPhone: true },
  { name: 'downloads', path: '/portal/downloads', icon: mdiTrayArrowDown, onPhone: true },
  { name: 'profile', path: '/portal/profile', icon: mdiAccountOutline, onPhone: true },
  { name: 'settings', path: '/portal/settings', icon: mdiTuneVariant, onPhone: false },
];
