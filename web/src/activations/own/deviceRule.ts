import { selfServiceAllowance } from '@latchkey/domain/activation/selfService';
import type { License } from '@latchkey/domain/license/license';
import type { PortalSettings } from '@latchkey/domain/settings/portalStored';

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
  if (!portal.deactivation) {
    return { closed: 'The seller deactivates devices for you: ask them', left: null };
  }
  const { limit, days, used, possibleAt } = selfServiceAllowance(license, portal, now);
  if (limit === null) return { closed: null, left: null };
  const period = days === 1 ? '1 day' : `${days} days`;
  if (possibleAt !== null) {
    return {
      closed: `Possible again on ${dayOf(possibleAt)}: a license lets go of ${limit} within ${period}. If it is urgent, ask the seller`,
      left: null,
    };
  }
  const after = limit - used - 1;
  const more =
    after === 0 ? 'This is the last one' : `${after} more ${after === 1 ? 'is' : 'are'} possible afterwards`;
  return { closed: null, left: `${more}: a license lets go of ${limit} within ${period}.` };
}
