import { describeValidity } from '@latchkey/domain/generator/validity';
import { canExpire, effectiveExpiresAt, effectiveState, inGrace } from '@latchkey/domain/license/expiry';
import type { License } from '@latchkey/domain/license/license';
import { relativeWords } from '../ui/dateWords.ts';

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
  if (expiresAt === null) {
    const text = validity === null ? 'Lifetime' : describeValidity(validity);
    return { text, note: null, tone: 'plain' };
  }
  const text = dayWords(expiresAt, timeZone);
  const end = effectiveExpiresAt(license) ?? expiresAt;
  const state = effectiveState(license, now);
  if (inGrace(license, now)) return { text, note: `works ${untilWords(end, now)}`, tone: 'soon' };
  if (state === 'expired') return { text, note: `ended ${relativeWords(end, now)}`, tone: 'over' };
  if (!canExpire(state)) {
    const passed = state === 'available' && expiresAt.getTime() <= now.getTime();
    return { text, note: passed ? 'date has passed' : null, tone: passed ? 'over' : 'plain' };
  }
  const soon = isSoon(expiresAt, now);
  return { text, note: soon ? leftWords(expiresAt, now) : null, tone: soon ? 'soon' : 'plain' };
}

/** Ends within the next 30 days. */
export function isSoon(expiresAt: Date, now: Date): boolean {
  const left = expiresAt.getTime() - now.getTime();
  return left > 0 && left <= SOON_DAYS * DAY;
}

/** "14 Mar 2027" */
export function dayWords(date: Date, timeZone: string): string {
  const parts = { timeZone, day: 'numeric', month: 'short', year: 'numeric' } as const;
  return new Intl.DateTimeFormat('en-GB', parts).format(date);
}

/** "in 16 days": counted in days, as weeks would be too coarse for a deadline. */
function leftWords(end: Date, now: Date): string {
  const days = Math.floor((end.getTime() - now.getTime()) / DAY);
  if (days < 1) return 'within a day';
  return days === 1 ? 'in 1 day' : `in ${days} days`;
}

/** "for 6 more days" */
function untilWords(end: Date, now: Date): string {
  const days = Math.floor((end.getTime() - now.getTime()) / DAY);
  if (days < 1) return 'until today';
  return days === 1 ? 'for 1 more day' : `for ${days} more days`;
}
