import type { License } from '@latchkey/domain/license/license';
import { UNLIMITED } from '@latchkey/domain/license/license';

type Slots = Pick<License, 'activationCount' | 'activationLimit'>;

/** "2 / 3", "7 / ∞": devices in use and how many there may be. */
export function slotWords({ activationCount, activationLimit }: Slots): string {
  return `${activationCount} / ${limitSign(activationLimit)}`;
}

export function limitSign(limit: number): string {
  return limit === UNLIMITED ? '∞' : String(limit);
}

/** The same for ears, and where there is room for words. */
export function slotSentence({ activationCount, activationLimit }: Slots): string {
  if (activationLimit === UNLIMITED) return `${devices(activationCount)} in use, as many as wanted`;
  return `${activationCount} of ${devices(activationLimit)} in use`;
}

/** "1 device", "3 devices" */
export function devices(count: number): string {
  return count === 1 ? '1 device' : `${count} devices`;
}
