import { effectiveState } from './expiry.ts';
import type { License } from './license.ts';
import { withStanding } from './record.ts';

/**
 * A license after another grace was chosen in the settings; null where nothing changes: it has a grace of its
 * own, or it has ended. What has expired by the clock stays so, whether a sweep has noted it or not: nobody's
 * license comes back to life because of a setting.
 */
export function followGrace(license: License, graceDays: number, now: Date): License | null {
  const state = effectiveState(license, now);
  if (!license.graceInherited || license.graceDays === graceDays) return null;
  if (state === 'expired' || state === 'revoked') return null;
  return withStanding({ ...license, graceDays, updatedAt: now });
}
