/** settings/license of an environment. */
export interface LicenseSettings {
  /** Default grace after expiry, 0..30 days; a license may override it. */
  readonly graceDays: number;
}

export const DEFAULT_LICENSE_SETTINGS: LicenseSettings = { graceDays: 0 };
export const MAX_GRACE_DAYS = 30;
