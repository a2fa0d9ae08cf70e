import type { Catalog } from './catalog.ts';

export const features = {
  feature: 'Funktion',
  included: 'Enthalten',
  notIncluded: 'Nicht enthalten',
  none: 'In dieser Lizenz sind keine Funktionen genannt.',
} satisfies Catalog['features'];
