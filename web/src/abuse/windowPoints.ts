import type { EvidenceSlice } from '@latchkey/domain/abuse/evidence';
import type { TimePoint } from '../ui/chart/timeBars.ts';

/** Slices of a window as columns, told by when they begin. */
export function windowPoints(slices: readonly EvidenceSlice[], timeZone: string): TimePoint[] {
  const clock = { hour: '2-digit', minute: '2-digit', timeZone } as const;
  const short = new Intl.DateTimeFormat('en-GB', clock);
  const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...clock });
  return slices.map(({ at, count }) => ({
    key: at.toISOString(),
    short: short.format(at),
    long: `from ${long.format(at)}`,
    values: [count],
  }));
}
