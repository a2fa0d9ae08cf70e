import type { Catalog } from './catalog.ts';

export const ui = {
  actions: 'Aktionen',
  breadcrumb: 'Sie sind hier',
  cancel: 'Abbrechen',
  copied: (what: string) => `${what} kopiert`,
  copy: (what: string) => `${what} kopieren`,
  copyRefused: 'Der Browser hat das Kopieren nicht erlaubt',
  denied: 'Das dürfen Sie nicht sehen',
  dismiss: 'Schließen',
  hidePassword: 'Passwort verbergen',
  justNow: 'gerade eben',
  moment: 'Einen Moment …',
  needed: 'Diese Angabe fehlt.',
  never: 'Nie',
  noMatch: 'Das stimmt nicht überein.',
  notLoaded: 'Das konnte nicht geladen werden',
  offline:
    'Sie sind offline. Was Sie sehen, kann veraltet sein; es wird von selbst aktuell, sobald Sie wieder verbunden sind.',
  optional: '(freiwillig)',
  showMore: 'Mehr anzeigen',
  showPassword: 'Passwort anzeigen',
  tryAgain: 'Erneut versuchen',
} satisfies Catalog['ui'];
