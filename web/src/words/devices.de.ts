import type { Catalog } from './catalog.ts';
import { plural } from './plural.ts';

const n = plural('de');
const within = (days: number): string => `innerhalb von ${n(days, { one: '1 Tag', other: `${days} Tagen` })}`;
const gives = (limit: number): string =>
  `eine Lizenz gibt ${n(limit, { one: '1 Gerät', other: `${limit} Geräte` })}`;
type Kind = 'hardware' | 'domain';

export const devices = {
  title: 'Aktivierungen',
  purpose: 'Die Geräte und Domains, die Ihre Lizenzen nutzen. Neue kommen nur in der Software selbst hinzu.',
  list: 'Geräte',
  device: 'Gerät',
  product: 'Produkt',
  license: 'Lizenz',
  status: 'Status',
  lastSeen: 'Zuletzt gesehen',
  lastSeenAt: 'Gesehen:',
  allStatuses: 'Alle Status',
  search: 'Gerät oder Domain',
  searchLabel: 'Meine Geräte durchsuchen',
  noneFits: 'Kein Gerät passt dazu',
  noneFitsText: 'Suchen Sie nach etwas anderem oder lassen Sie alle anzeigen.',
  showAll: 'Alle Geräte anzeigen',
  none: 'Noch keine Geräte',
  noneText: 'Geben Sie einen Lizenzschlüssel in Ihrer Software ein; das Gerät erscheint hier von selbst.',
  myLicenses: 'Meine Lizenzen',
  deactivate: 'Deaktivieren',
  deactivateIt: (name: string) => `${name} deaktivieren`,
  done: (name: string) => `${name} ist deaktiviert. Der Platz ist frei.`,
  ask: (kind: Kind) => (kind === 'domain' ? 'Diese Domain deaktivieren?' : 'Dieses Gerät deaktivieren?'),
  verb: (kind: Kind) => (kind === 'domain' ? 'Domain deaktivieren' : 'Gerät deaktivieren'),
  consequence: (product: string, name: string, kind: Kind) =>
    `${product} geht auf ${name} ab der nächsten Prüfung nicht mehr. Der Platz wird sofort frei, sodass Sie ihn anderswo nutzen können. ${kind === 'domain' ? 'Um diese Domain wieder zu nutzen, aktivieren Sie sie' : 'Um dieses Gerät wieder zu nutzen, aktivieren Sie es'} in der Software.`,
  closed: {
    suspended: 'Zusammen mit der Lizenz gesperrt',
    deactivated: 'Bereits deaktiviert; aktivieren Sie es in der Software neu',
    bySeller: 'Der Anbieter deaktiviert Geräte für Sie: Fragen Sie ihn',
    again: (when: string, limit: number, days: number) =>
      `Wieder möglich am ${when}: ${gives(limit)} ${within(days)} frei. Wenn es eilt, fragen Sie den Anbieter`,
  },
  left: (after: number, limit: number, days: number) => {
    const more =
      after === 0
        ? 'Das ist das letzte Mal'
        : `Danach ist es noch ${n(after, { one: '1-mal', other: `${after}-mal` })} möglich`;
    return `${more}: ${gives(limit)} ${within(days)} frei.`;
  },
  questions: 'Fragen zu Geräten',
  answers: [
    {
      question: 'Warum kann ich eines davon nicht deaktivieren?',
      answer:
        'Nur ein Gerät mit dem Status Aktiv lässt sich deaktivieren. Ein gesperrtes ist zusammen mit seiner Lizenz gesperrt, und ein deaktiviertes ist schon abgemeldet. Der Anbieter kann auch nur einige in einer bestimmten Zeit erlauben; dann steht da, wann das nächste möglich ist.',
    },
    {
      question: 'Was bedeutet „Zuletzt gesehen: Nie“?',
      answer:
        'Die Software wurde dort aktiviert und hat ihre Lizenz seitdem nicht geprüft. Sorgen Sie dafür, dass das Gerät mit dem Internet verbunden ist.',
    },
    {
      question: 'Wie nutze ich ein deaktiviertes Gerät wieder oder füge ein neues hinzu?',
      answer:
        'In der Software selbst: Geben Sie dort Ihren Lizenzschlüssel ein und aktivieren Sie sie. Von hier aus geht das nicht.',
    },
  ],
} satisfies Catalog['devices'];
