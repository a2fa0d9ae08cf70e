import type { Catalog } from './catalog.ts';
import { findings } from './findings.de.ts';
import { steps } from './steps.de.ts';

export const check = {
  title: 'Warum geht es nicht?',
  license: 'Lizenz',
  purpose: (product: string, hint: string) =>
    `${product}, Lizenz ${hint}…: was Ihre Software in diesem Moment erfährt.`,
  now: 'Diese Lizenz jetzt',
  onDevice: (name: string) => `Auf dem Gerät ${name}`,
  onWebsite: (name: string) => `Auf der Website ${name}`,
  onFurther: 'Auf einem weiteren Gerät',
  fails: 'Geht nicht',
  worksShortly: 'Geht noch kurze Zeit',
  works: 'Geht',
  since: 'Seit',
  worksUntil: 'Geht bis',
  sellerSays: 'Der Anbieter sagt',
  softwareSays: 'Ihre Software sagt',
  canDo: 'Was Sie tun können',
  support: 'Code für den Support des Anbieters:',
  chooseDevice: 'Ein Gerät zum Deaktivieren wählen',
  openNew: 'Ihre neue Lizenz öffnen',
  getKey: 'Zum Lizenzschlüssel',
  certain: 'Geht es auf einem bestimmten Gerät nicht?',
  certainText: 'Sagen Sie uns mehr, dann wird die Antwort oben genau.',
  device: 'Name des Geräts',
  deviceHelp: 'Die Hardware-ID, die die Software anzeigt, oder die Adresse der Website.',
  runs: 'Wo die Software läuft',
  place: { production: 'Produktion', staging: 'Staging', development: 'Entwicklung' },
  here: (place: string) => `${place} (diese Lizenz)`,
  shows: 'Was die Software anzeigt',
  showsHelp: 'Fügen Sie die Meldung oder den Code ein, etwa LIMIT_EXCEEDED.',
  saysNow: 'Das sagt sie in diesem Moment.',
  notNow: 'Das würde sie jetzt nicht sagen.',
  canDoNow: (step: string) => `Was Sie tun können: ${step}`,
  code: 'Code:',
  unknown:
    'Diese Meldung kennen wir nicht. Suchen Sie darin nach einem Code wie LIMIT_EXCEEDED oder EXPIRED, oder lesen Sie oben weiter: Dort steht, was gerade nicht stimmt.',
  findings,
  steps,
} satisfies Catalog['check'];
