import { area } from './area.ts';

/** What a license includes; shown in the console as well. */
export const features = area('features', {
  feature: 'Feature',
  included: 'Included',
  notIncluded: 'Not included',
  none: 'No features are named in this license.',
});
