import { effectiveState, inGrace } from '@latchkey/domain/license/expiry';
import type { License } from '@latchkey/domain/license/license';
import { UNLIMITED } from '@latchkey/domain/license/license';
import type { OWN_STATES } from './ownFilter.ts';
import { hasFreeSlot } from '@latchkey/domain/license/validation';

type Told = Pick<License, 'status' | 'expiresAt' | 'graceDays' | 'activationLimit' | 'activationCount'>;

/** What a license's state means for its owner, and what to do; plain words, no exclamation marks. */
export function ownStateWords(license: Told, now: Date): string {
  const state = effectiveState(license, now);
  switch (state) {
    case 'available':
      return 'This license is not ready yet.';
    case 'assigned':
      return 'Ready to use. Enter the key in your software to activate it.';
    case 'active':
      if (inGrace(license, now))
        return 'Its date has passed. It still works for a short time; renew it soon.';
      return hasFreeSlot(license)
        ? 'In use.'
        : 'In use on as many devices as it allows. Deactivate one to use it on another.';
    case 'inactive':
      return 'This license is paused by the seller. Your devices stay registered and work again once it is resumed.';
    case 'suspended':
      return 'This license is stopped by the seller. Contact them to have it lifted.';
    case 'expired':
      return 'The time of this license is over. Ask the seller to renew it.';
    case 'revoked':
      return 'This license was ended by the seller and does not work any more.';
  }
}

/** What each state means, for whoever meets the word for the first time. */
export const STATE_MEANINGS: Readonly<Record<(typeof OWN_STATES)[number], string>> = {
  assigned: 'Yours and not used yet. Enter its key in the software to start.',
  active: 'In use. It may be on as many devices as it allows.',
  inactive: 'Paused by the seller. Your devices stay registered and work again once it is resumed.',
  suspended: 'Stopped by the seller for now, with a reason. Contact them to have it lifted.',
  expired: 'Its time is over. It works again only after the seller renews it.',
  revoked: 'Ended for good by the seller. It does not come back.',
};

/** "1 of 3 devices", "4 devices, no limit" */
export function ownSlotWords({ activationCount, activationLimit }: Told): string {
  if (activationLimit === UNLIMITED) {
    return `${activationCount} ${activationCount === 1 ? 'device' : 'devices'}, no limit`;
  }
  return `${activationCount} of ${activationLimit} ${activationLimit === 1 ? 'device' : 'devices'}`;
}
