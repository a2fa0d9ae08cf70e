/** settings/security of an environment. */
export interface SecuritySettings {
  /**
   * Deleting, showing a license key and the like ask who is there when the last sign-in is older than this
   * many minutes, 1..1440; null = they never ask.
   */
  readonly reauthMinutes: number | null;
}

export const DEFAULT_SECURITY_SETTINGS: SecuritySettings = { reauthMinutes: 5 };
export const MAX_REAUTH_MINUTES = 1440;

/** The minutes as stored; only a stored null switches the question off, whatever else is odd counts as not set. */
export function reauthMinutes(
  stored: { readonly reauthMinutes?: unknown } | null | undefined,
): number | null {
  const minutes = stored?.reauthMinutes;
  if (minutes === null) return null;
  const inRange =
    typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1 && minutes <= MAX_REAUTH_MINUTES;
  return inRange ? minutes : DEFAULT_SECURITY_SETTINGS.reauthMinutes;
}
