import { area } from './area.ts';

/** The page of one license. */
export const license = area('license', {
  missing: 'There is no such license among yours',
  missingText: 'It may have been moved or removed. If you miss it, ask the seller.',
  downloads: 'Downloads',
  why: 'Why does it not work?',
  sellerSays: 'The seller says:',
  key: 'License key',
  keyText: 'Enter it in the software. Keep it to yourself.',
  copyKey: 'license key',
  details: 'Details',
  inUse: 'In use',
  expires: 'Expires',
  environment: 'Environment',
  created: 'Created',
  yoursSince: 'Yours since',
  firstUsed: 'First used',
  notYet: 'Not yet',
  includes: 'What it includes',
  devices: 'Devices',
  unused: 'Not in use on any device yet',
  unusedText: 'Enter the key in your software; the device appears here by itself.',
  allActivations: 'All your activations',
  welcome: 'Welcome',
  welcomeText: (product: string) =>
    `Welcome. Your account is ready, and this is your license for ${product}.`,
  welcomeSteps: [
    'Copy the license key below.',
    'Enter it in the software. The device then appears on this page.',
    'Come back whenever you look for your key, change your computer, or something does not work.',
  ],
  offline: {
    title: 'Work without internet',
    text: 'A file that lets the software run for a while on a device that is not connected.',
    bySeller: 'The seller hands out these files: ask them for one.',
    deviceNeeded:
      'This product needs to know the device. Activate it once in the software; after that you get its file here.',
    forWhich: 'For which device',
    any: 'Any device',
    download: 'Download license file',
    saved: (file: string, until: string) =>
      `Saved as ${file}. It works until ${until}. Open it in the software; get a new one here before it runs out.`,
  },
});
