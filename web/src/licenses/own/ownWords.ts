import { effectiveState, inGrace } from '@latchkey/domain/license/expiry';
import type { License } from '@latchkey/domain/license/license';
import { UNLIMITED } from '@latchkey/domain/license/license';
import { hasFreeSlot } from '@latchkey/domain/license/validation';
import { licenses } from '../../words/licenses.en.ts';
import { wordsOf } from '../../words/words.ts';

type Told = Pick<License, 'status' | 'expiresAt' | 'graceDays' | 'activationLimit' | 'activationCount'>;

/** What a license's state means for its owner, and what to do; plain words, no exclamation marks. */
export function ownStateWords(license: Told, now: Date): string {
  const words = wordsOf(licenses).now;
  const state = effectiveState(license, now);
  if (state !== 'active') return words[state];
  if (inGrace(license, now)) return words.grace;
  return hasFreeSlot(license) ? words.active : words.full;
}

/** "1 of 3 devices", "4 devices, no limit" */
export function ownSlotWords({ activationCount, activationLimit }: Told): string {
  return wordsOf(licenses).slots(activationCount, activationLimit === UNLIMITED ? null : activationLimit);
}
