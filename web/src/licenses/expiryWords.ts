import { canExpire, effectiveExpiresAt, effectiveState, inGrace } from '@latchkey/domain/license/expiry';
import type { License } from '@latchkey/domain/license/license';
import { dayWords, relativeWords } from '../ui/dateWords.ts';
import { expiry } from '../words/expiry.en.ts';
import { wordsOf } from '../words/words.ts';

export type ExpiryFacts = Pick<License, 'status' | 'expiresAt' | 'graceDays' | 'validity'>;

export interface ExpiryWords {
  /** A day, "Lifetime", or "30 days from assignment". */
  readonly text: string;
  /** What is worth knowing beside it; never said by colour alone. */
  readonly note: string | null;
  readonly tone: 'plain' | 'soon' | 'over';
}

export const SOON_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** When a license ends, in words; days are told in the reader's time zone. */
export function expiryWords(license: ExpiryFacts, now: Date, timeZone: string): ExpiryWords {
  const { expiresAt, validity } = license;
  const t = wordsOf(expiry);
  if (expiresAt === null) {
    const text = validity === null ? t.lifetime : t.validity(validity);
    return { text, note: null, tone: 'plain' };
  }
  const text = dayWords(expiresAt, timeZone);
  const end = effectiveExpiresAt(license) ?? expiresAt;
  const state = effectiveState(license, now);
  if (inGrace(license, now)) return { text, note: t.worksFor(daysLeft(end, now)), tone: 'soon' };
  if (state === 'expired') return { text, note: t.ended(relativeWords(end, now)), tone: 'over' };
  if (!canExpire(state)) {
    const passed = state === 'available' && expiresAt.getTime() <= now.getTime();
    return { text, note: passed ? t.passed : null, tone: passed ? 'over' : 'plain' };
  }
  const soon = isSoon(expiresAt, now);
  return { text, note: soon ? t.left(daysLeft(expiresAt, now)) : null, tone: soon ? 'soon' : 'plain' };
}

/** Ends within the next 30 days. */
export function isSoon(expiresAt: Date, now: Date): boolean {
  const left = expiresAt.getTime() - now.getTime();
  return left > 0 && left <= SOON_DAYS * DAY;
}

/** Counted in days, as weeks would be too coarse for a deadline; 0 within the last one. */
function daysLeft(end: Date, now: Date): number {
  return Math.floor((end.getTime() - now.getTime()) / DAY);
}
