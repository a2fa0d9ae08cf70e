import { COUNT_LIMIT } from '../licenseQuery.ts';

/** "1,500 of 3,120 licenses", or "1,500 licenses so far" where the whole is not known. */
export function progressWords(rows: number, total: number | null): string {
  // Some may have come meanwhile; the figure never contradicts itself.
  return total === null
    ? `${licenseWords(rows)} so far`
    : `${rows.toLocaleString('en')} of ${licenseWords(Math.max(rows, total))}`;
}

export function licenseWords(count: number): string {
  return count === 1 ? '1 license' : `${count.toLocaleString('en')} licenses`;
}

/** What a count says about the whole: at exactly the limit there may be more. */
export function knownTotal(count: number | null): number | null {
  return count === COUNT_LIMIT ? null : count;
}

/** "licenses-production-2026-03-05.csv"; the day is the one in UTC, as all times in the file. */
export function fileName(environment: string, extension: string, now: Date): string {
  return `licenses-${environment}-${now.toISOString().slice(0, 10)}${extension}`;
}
