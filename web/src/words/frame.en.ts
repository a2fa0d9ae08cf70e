import { area } from './area.ts';

/** What stands around every page of the portal: its navigation, titles, and the menu of the account. */
export const frame = area('frame', {
  account: 'Account',
  accountOf: (name: string) => `Account of ${name}`,
  appearance: 'Appearance',
  console: 'Console',
  dark: 'Dark',
  light: 'Light',
  myOwnLicenses: 'My own licenses',
  notKept: (why: string) => `It stays on this browser only for now. ${why}`,
  portal: 'Portal',
  signOut: 'Sign out',
  skip: 'Skip to content',
  system: 'System',
  systemLanguage: 'System default',
  pages: {
    dashboard: 'Dashboard',
    licenses: 'My licenses',
    activations: 'Activations',
    downloads: 'Downloads',
    profile: 'Profile',
    settings: 'Settings',
  },
  /** Where there is little room. */
  short: {
    dashboard: 'Home',
    licenses: 'Licenses',
    activations: 'Activations',
    downloads: 'Downloads',
    profile: 'Profile',
    settings: 'Settings',
  },
  check: 'Why does it not work?',
  license: 'License',
  welcome: 'Welcome',
  fetching: 'One moment, your licenses are being fetched …',
});
