import type { VuetifyWords } from './catalog.ts';

/** Vuetify's own words, as far as the portal's controls use them; for the others it falls back to English. */
export const vuetify = {
  open: 'Öffnen',
  close: 'Schließen',
  dismiss: 'Schließen',
  loading: 'Wird geladen …',
  noDataText: 'Keine Einträge',
  input: {
    clear: 'Leeren {0}',
    prependAction: '{0}: Aktion davor',
    appendAction: '{0}: Aktion danach',
  },
  badge: 'Abzeichen',
} satisfies VuetifyWords;
