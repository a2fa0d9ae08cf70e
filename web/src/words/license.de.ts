import type { Catalog } from './catalog.ts';

export const license = {
  missing: 'Diese Lizenz gibt es bei Ihnen nicht',
  missingText:
    'Sie wurde vielleicht übertragen oder entfernt. Wenn Sie sie vermissen, fragen Sie den Anbieter.',
  downloads: 'Downloads',
  why: 'Warum geht es nicht?',
  sellerSays: 'Der Anbieter sagt:',
  key: 'Lizenzschlüssel',
  keyText: 'Geben Sie ihn in der Software ein. Behalten Sie ihn für sich.',
  copyKey: 'Lizenzschlüssel',
  details: 'Einzelheiten',
  inUse: 'In Gebrauch',
  expires: 'Gültig bis',
  environment: 'Umgebung',
  created: 'Erstellt',
  yoursSince: 'Ihre seit',
  firstUsed: 'Zuerst benutzt',
  notYet: 'Noch nicht',
  includes: 'Was sie umfasst',
  devices: 'Geräte',
  unused: 'Noch auf keinem Gerät in Gebrauch',
  unusedText: 'Geben Sie den Schlüssel in Ihrer Software ein; das Gerät erscheint hier von selbst.',
  allActivations: 'Alle Ihre Aktivierungen',
  welcome: 'Willkommen',
  welcomeText: (product: string) =>
    `Willkommen. Ihr Konto ist bereit, und das ist Ihre Lizenz für ${product}.`,
  welcomeSteps: [
    'Kopieren Sie den Lizenzschlüssel weiter unten.',
    'Geben Sie ihn in der Software ein. Das Gerät erscheint dann auf dieser Seite.',
    'Kommen Sie wieder, wenn Sie Ihren Schlüssel suchen, den Computer wechseln oder etwas nicht geht.',
  ],
  offline: {
    title: 'Ohne Internet arbeiten',
    text: 'Eine Datei, mit der die Software eine Weile auf einem Gerät ohne Verbindung läuft.',
    bySeller: 'Diese Dateien gibt der Anbieter aus: Bitten Sie ihn um eine.',
    deviceNeeded:
      'Dieses Produkt muss das Gerät kennen. Aktivieren Sie es einmal in der Software; danach bekommen Sie hier seine Datei.',
    forWhich: 'Für welches Gerät',
    any: 'Jedes Gerät',
    download: 'Lizenzdatei herunterladen',
    saved: (file: string, until: string) =>
      `Gespeichert als ${file}. Sie gilt bis ${until}. Öffnen Sie sie in der Software; holen Sie sich hier eine neue, bevor sie abläuft.`,
  },
} satisfies Catalog['license'];
