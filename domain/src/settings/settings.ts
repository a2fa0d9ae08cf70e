/** settings/license of an environment. */
export interface LicenseSettings {
  /** Default grace after expiry, 0..30 days; a license may override it. */
  readonly graceDays: number;
  /** How long an offline file works, 1..720 hours. */
  readonly offlineHours: number;
}

export const DEFAULT_LICENSE_SETTINGS: LicenseSettings = { graceDays: 0, offlineHours: 24 };
export const MAX_GRACE_DAYS = 30;
export const MAX_OFFLINE_HOURS = 720;

/** The hours as stored; whatever is not a whole number in range counts as not set. */
export function offlineHours(stored: Partial<LicenseSettings> | undefined): number {
  const hours = stored?.offlineHours;
  const inRange = Number.isInteger(hours) && hours !== undefined && hours >= 1 && hours <= MAX_OFFLINE_HOURS;
  return inRange ? hours : DEFAULT_LICENSE_SETTINGS.offlineHours;
}
