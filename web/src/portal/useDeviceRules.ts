import type { Activation } from '@latchkey/domain/activation/activation';
import type { License } from '@latchkey/domain/license/license';
import { deviceRule, type DeviceRule } from '../activations/own/deviceRule.ts';
import { usePortalSwitches } from '../settings/usePortalSwitches.ts';
import { exactWords } from '../ui/dateWords.ts';
import { useDisplayPreferences } from '../ui/display.ts';
import { useNow } from '../ui/useNow.ts';

/** What the customer may do with a device now: the seller's settings, and what its license has used of them. */
export function useDeviceRules(licenses: () => readonly License[]): (device: Activation) => DeviceRule {
  const switches = usePortalSwitches();
  const now = useNow();
  const { timeZone } = useDisplayPreferences();
  return ({ environment, licenseId }) => {
    const license = licenses().find((one) => one.id === licenseId && one.environment === environment);
    const dayOf = (moment: Date): string => exactWords(moment, timeZone.value).replace(/:\d\d /, ' ');
    return deviceRule(license ?? {}, switches(environment), now.value, dayOf);
  };
}
