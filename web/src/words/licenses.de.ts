import type { Catalog } from './catalog.ts';
import { plural } from './plural.ts';

const n = plural('de');

export const licenses = {
  title: 'Meine Lizenzen',
  purpose: 'Ihre Lizenzschlüssel und wofür sie gelten.',
  product: 'Produkt',
  key: 'Lizenzschlüssel',
  status: 'Status',
  inUse: 'In Gebrauch',
  expires: 'Gültig bis',
  added: 'Hinzugefügt',
  addedAt: 'Hinzugefügt:',
  expiresAt: 'Gilt bis:',
  allStatuses: 'Alle Status',
  soon: 'Läuft binnen 30 Tagen ab',
  stopped: 'Geht gerade nicht',
  allProducts: 'Alle Produkte',
  search: 'Schlüssel oder Produkt',
  searchLabel: 'Meine Lizenzen durchsuchen',
  noneFits: 'Keine Lizenz passt dazu',
  noneFitsText: 'Suchen Sie nach etwas anderem oder lassen Sie alle anzeigen.',
  showAll: 'Alle Lizenzen anzeigen',
  none: 'Sie haben noch keine Lizenzen',
  noneText: 'Lizenzen, die Sie kaufen oder bekommen, erscheinen hier von selbst.',
  slots: (used: number, limit: number | null) =>
    limit === null
      ? `${n(used, { one: '1 Gerät', other: `${used} Geräte` })}, unbegrenzt`
      : `${used} von ${n(limit, { one: '1 Gerät', other: `${limit} Geräten` })}`,
  now: {
    available: 'Diese Lizenz ist noch nicht bereit.',
    assigned: 'Bereit. Geben Sie den Schlüssel in Ihrer Software ein, um sie zu aktivieren.',
    active: 'In Gebrauch.',
    full: 'Auf so vielen Geräten in Gebrauch, wie sie erlaubt. Deaktivieren Sie eines, um ein anderes zu nutzen.',
    grace: 'Das Datum ist vorbei. Sie geht noch kurze Zeit; lassen Sie sie bald verlängern.',
    inactive:
      'Diese Lizenz ist vom Anbieter pausiert. Ihre Geräte bleiben angemeldet und gehen wieder, sobald er sie fortsetzt.',
    suspended:
      'Diese Lizenz ist vom Anbieter gesperrt. Wenden Sie sich an ihn, um die Sperre aufheben zu lassen.',
    expired: 'Die Zeit dieser Lizenz ist um. Bitten Sie den Anbieter, sie zu verlängern.',
    revoked: 'Diese Lizenz hat der Anbieter beendet; sie geht nicht mehr.',
  },
  meaningsOf: 'Was bedeuten die Status?',
  meanings: {
    assigned: 'Ihre Lizenz, noch nicht benutzt. Geben Sie den Schlüssel in der Software ein.',
    active: 'In Gebrauch. Sie darf auf so vielen Geräten sein, wie sie erlaubt.',
    inactive:
      'Vom Anbieter pausiert. Ihre Geräte bleiben angemeldet und gehen wieder, sobald er sie fortsetzt.',
    suspended:
      'Vom Anbieter vorerst gesperrt, mit einem Grund. Wenden Sie sich an ihn, um die Sperre aufheben zu lassen.',
    expired: 'Die Zeit ist um. Sie geht erst wieder, wenn der Anbieter sie verlängert.',
    revoked: 'Vom Anbieter endgültig beendet. Sie kommt nicht zurück.',
  },
} satisfies Catalog['licenses'];
