import type { Catalog } from './catalog.ts';

export const downloads = {
  title: 'Downloads',
  purpose:
    'Die Software, für die Ihre Lizenzen gelten. Jeder Klick gibt einen neuen Link, der 15 Minuten gilt.',
  none: 'Noch nichts zum Herunterladen',
  noneText: 'Downloads gehören zu Lizenzen, und Sie haben bisher keine.',
  myLicenses: 'Meine Lizenzen',
  noneNow: 'Gerade nichts zum Herunterladen',
  noneNowText: 'Darunter steht für jedes Produkt, warum.',
  older: 'Ältere hat der Anbieter.',
  missing: 'Gerade nicht verfügbar',
  why: {
    open: 'Der Anbieter hat dafür noch nichts veröffentlicht.',
    'not-offered': 'Der Anbieter bietet für dieses Produkt hier keine Downloads an.',
    inactive: 'Ihre Lizenz ist vom Anbieter pausiert. Die Downloads kommen wieder, sobald er sie fortsetzt.',
    suspended: 'Ihre Lizenz ist vom Anbieter gesperrt. Die Downloads kommen wieder, sobald er das aufhebt.',
    expired: 'Die Zeit Ihrer Lizenz ist um. Die Downloads kommen wieder, sobald der Anbieter sie verlängert.',
    revoked: 'Der Anbieter hat Ihre Lizenz beendet und mit ihr die Downloads.',
    none: 'Sie haben keine Lizenz für dieses Produkt.',
  },
  download: 'Herunterladen',
  downloadIt: (product: string, version: string, file: string) =>
    `${product} ${version} herunterladen, ${file}`,
  started: (file: string) =>
    `${file} wird heruntergeladen. Wenn es nicht beginnt, klicken Sie noch einmal: Jeder Link gilt 15 Minuten.`,
  whatIsNew: 'Was ist neu',
  checksum: 'Prüfsumme',
  checksumOf: (version: string) => `Prüfsumme von ${version}`,
} satisfies Catalog['downloads'];
