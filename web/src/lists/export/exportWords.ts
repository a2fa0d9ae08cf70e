import { manyOf } from '../countWords.ts';
import type { Noun } from '../listPlan.ts';
import { COUNT_LIMIT } from '../listQuery.ts';

/** "1,500 of 3,120 licenses", or "1,500 licenses so far" where the whole is not known. */
export function progressWords(noun: Noun, rows: number, total: number | null): string {
  // Some may have come meanwhile; the figure never contradicts itself.
  return total === null
    ? `${manyOf(noun, rows)} so far`
    : `${rows.toLocaleString('en')} of ${manyOf(noun, Math.max(rows, total))}`;
}

/** What a count says about the whole: at exactly the limit there may be more. */
export function knownTotal(count: number | null): number | null {
  return count === COUNT_LIMIT ? null : count;
}

/** "licenses-production-2026-03-05.csv"; the day is the one in UTC, as all times in the file. */
export function fileName(noun: Noun, environment: string, extension: string, now: Date): string {
  const name = noun.many.replaceAll(' ', '-');
  return `${name}-${environment}-${now.toISOString().slice(0, 10)}${extension}`;
}
