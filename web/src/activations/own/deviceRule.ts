import { selfServiceAllowance } from '@latchkey/domain/activation/selfService';
import type { License } from '@latchkey/domain/license/license';
import type { PortalSettings } from '@latchkey/domain/settings/portalStored';
import { devices } from '../../words/devices.en.ts';
import { wordsOf } from '../../words/words.ts';

/** Whether a license's customer may take a device off it now. */
export interface DeviceRule {
  /** Why not, in words for the customer; null = they may. */
  readonly closed: string | null;
  /** What is left afterwards, worth knowing before; null = there is no limit. */
  readonly left: string | null;
}

/** The rule that the server decides by, in words. @param dayOf tells a moment in the reader's time zone */
export function deviceRule(
  license: Pick<License, 'selfDeactivations'>,
  portal: PortalSettings,
  now: Date,
  dayOf: (moment: Date) => string,
): DeviceRule {
  const t = wordsOf(devices);
  if (!portal.deactivation) return { closed: t.closed.bySeller, left: null };
  const { limit, days, used, possibleAt } = selfServiceAllowance(license, portal, now);
  if (limit === null) return { closed: null, left: null };
  return possibleAt === null
    ? { closed: null, left: t.left(limit - used - 1, limit, days) }
    : { closed: t.closed.again(dayOf(possibleAt), limit, days), left: null };
}
