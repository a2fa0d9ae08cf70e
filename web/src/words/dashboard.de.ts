import type { Catalog } from './catalog.ts';
import { plural } from './plural.ts';

const n = plural('de');

export const dashboard = {
  title: 'Übersicht',
  purpose: 'Ihre Lizenzen und Geräte auf einen Blick, und was zuletzt mit ihnen geschah.',
  licenses: 'Lizenzen',
  active: 'Aktiv',
  devicesInUse: 'Geräte in Gebrauch',
  expiringSoon: 'Läuft binnen 30 Tagen ab',
  notWorking: 'Lizenzen, die gerade nicht gehen',
  whatCanIDo: 'Was kann ich tun?',
  moreStopped: (count: number) =>
    n(count, { one: '1 weitere geht gerade nicht', other: `${count} weitere gehen gerade nicht` }),
  expiring: 'Läuft bald ab',
  partOf: (part: number, all: string) => `${part} von ${all}`,
  allOfThem: 'Alle davon',
  newest: 'Neueste Lizenzen',
  allLicenses: 'Alle Lizenzen',
  activity: 'Was zuletzt geschah',
  nothingYet: 'Noch ist nichts geschehen.',
  moment: 'Einen Moment …',
  whatNext: 'Was möchten Sie tun?',
  findKey: 'Einen Lizenzschlüssel finden',
  freeDevice: 'Ein Gerät freigeben',
  download: 'Die Software herunterladen',
  settings: 'Zeitzone, Sprache, E-Mails und Darstellung',
  happened: {
    given: (product: string) => `Sie haben eine Lizenz für ${product} bekommen`,
    inactive: (product: string) => `${product}: Der Anbieter hat Ihre Lizenz pausiert`,
    suspended: (product: string) => `${product}: Der Anbieter hat Ihre Lizenz gesperrt`,
    revoked: (product: string) => `${product}: Der Anbieter hat Ihre Lizenz beendet`,
    expired: (product: string) => `${product}: Ihre Lizenz ist abgelaufen`,
    activated: (product: string, device: string) => `${product} wurde auf ${device} aktiviert`,
    deactivated: (product: string, device: string) => `${product} wurde auf ${device} deaktiviert`,
  },
} satisfies Catalog['dashboard'];
