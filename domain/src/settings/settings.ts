import type { SettingsOf } from './sections.ts';
import { MAX_GRACE_DAYS, MAX_OFFLINE_HOURS } from './sections.ts';
import { defaultsOf, readSection } from './values.ts';

export { MAX_GRACE_DAYS, MAX_OFFLINE_HOURS };
export type LicenseSettings = SettingsOf<'license'>;
export const DEFAULT_LICENSE_SETTINGS = defaultsOf('license');
export const offlineHours = (stored: object | undefined): number =>
  readSection('license', stored).offlineHours;
