import type { DashboardFigures } from '@latchkey/domain/wire/console/dashboardFigures';
import { HOUR_MS } from '@latchkey/domain/stats/day';
import type { TimePoint } from '../../ui/chart/timeBars.ts';
import { dayTeller } from '../../ui/zonedDate.ts';

export const RANGE_KEYS = ['24h', '7d', '30d'] as const;
export type RangeKey = (typeof RANGE_KEYS)[number];

export interface Range {
  readonly words: string;
  readonly by: 'hour' | 'day';
  readonly count: number;
}

export const RANGES: Readonly<Record<RangeKey, Range>> = {
  '24h': { words: '24 hours', by: 'hour', count: 24 },
  '7d': { words: '7 days', by: 'day', count: 7 },
  '30d': { words: '30 days', by: 'day', count: 30 },
};

type Checks = DashboardFigures['checks'];

/** One hour as it was counted. */
export interface CheckHour {
  readonly at: Date;
  readonly accepted: number;
  readonly refused: number;
  readonly activated: number;
}

export function hoursOf({ from, accepted, refused, activated }: Checks): CheckHour[] {
  const first = new Date(from).getTime();
  return accepted.map((count, index) => ({
    at: new Date(first + index * HOUR_MS),
    accepted: count,
    refused: refused[index] ?? 0,
    activated: activated[index] ?? 0,
  }));
}

/**
 * The last hours or days, the one that runs last; days are those of the person's zone (hours are counted in UTC,
 * so that zones apart by half an hour see theirs shifted by as much).
 */
export function pointsOf(
  hours: readonly CheckHour[],
  range: Range,
  timeZone: string,
  values: (hour: CheckHour) => readonly number[],
): TimePoint[] {
  const dayOf = dayTeller(timeZone);
  const groups = Map.groupBy(hours, ({ at }) => (range.by === 'hour' ? at.toISOString() : dayOf(at)));
  return [...groups].slice(-range.count).map(([key, members]) => ({
    key,
    ...(range.by === 'hour' ? hourWords(new Date(key), timeZone) : dayWords(key)),
    values: members.map(values).reduce((sums, more) => sums.map((sum, part) => sum + (more[part] ?? 0))),
  }));
}

function hourWords(at: Date, timeZone: string): { short: string; long: string } {
  const clock = { hour: '2-digit', minute: '2-digit', timeZone } as const;
  const short = new Intl.DateTimeFormat('en-GB', clock).format(at);
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', ...clock }).format(at);
  return { short, long: day };
}

/** A day has no zone of its own, so it is told in UTC. */
function dayWords(day: string): { short: string; long: string } {
  const at = new Date(`${day}T00:00:00Z`);
  const words = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(at);
  return {
    short: words({ day: 'numeric', month: 'short' }),
    long: words({ weekday: 'short', day: 'numeric', month: 'short' }),
  };
}
