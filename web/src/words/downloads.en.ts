import { area } from './area.ts';

/** What a customer may download. */
export const downloads = area('downloads', {
  title: 'Downloads',
  purpose: 'The software that your licenses are for. Each click gives a fresh link, good for 15 minutes.',
  none: 'Nothing to download yet',
  noneText: 'Downloads come with licenses, and you have none so far.',
  myLicenses: 'My licenses',
  noneNow: 'Nothing to download now',
  noneNowText: 'Below it says why, product by product.',
  older: 'Older ones are with the seller.',
  missing: 'Not available now',
  /** Why a product's downloads are not there. */
  why: {
    open: 'The seller has published nothing for it yet.',
    'not-offered': 'The seller offers no downloads of this product here.',
    inactive: 'Your license is paused by the seller. The downloads come back when it is resumed.',
    suspended: 'Your license is stopped by the seller. The downloads come back when that is lifted.',
    expired: 'The time of your license is over. The downloads come back when the seller renews it.',
    revoked: 'Your license was ended by the seller, and its downloads with it.',
    none: 'You have no license of this product.',
  },
  download: 'Download',
  downloadIt: (product: string, version: string, file: string) => `Download ${product} ${version}, ${file}`,
  started: (file: string) =>
    `Downloading ${file}. Should it not begin, click again: each link works for 15 minutes.`,
  whatIsNew: 'What is new',
  checksum: 'Checksum',
  checksumOf: (version: string) => `checksum of ${version}`,
});
