import type { DashboardFigures } from '@latchkey/domain/wire/console/dashboardFigures';
import { DAY_MS } from '@latchkey/domain/stats/day';
import { grouped, sumOf } from '../../ui/chart/timeBars.ts';
import { dayTeller } from '../../ui/zonedDate.ts';
import { hoursOf, pointsOf, RANGES, type CheckHour } from './checkSeries.ts';

/** The figures at the top of the page, in their order. */
export const FIGURE_NAMES = {
  products: 'Active products',
  active: 'Active licenses',
  activations: 'Activations today',
  refusals: 'Refused validations, 24 hours',
} as const;
export type FigureKey = keyof typeof FIGURE_NAMES;

/** A figure, how it has changed, and the shape of its past. */
export interface Figure {
  readonly value: number;
  readonly trend: Trend;
  readonly past: readonly number[];
}

export interface Trend {
  readonly direction: 'up' | 'down' | 'flat' | 'unknown';
  readonly words: string;
}

export function keyFigures(found: DashboardFigures, timeZone: string): Record<FigureKey, Figure> {
  const hours = hoursOf(found.checks);
  return {
    products: products(found),
    active: active(found),
    activations: activations(hours, timeZone),
    refusals: refusals(hours),
  };
}

/** Nobody has begun here: no product, no license, and no software has asked. */
export function isEmpty({ products, licenses, checks }: DashboardFigures): boolean {
  const asked = sumOf([...checks.accepted, ...checks.refused, ...checks.activated]);
  return products + sumOf(Object.values(licenses)) + asked === 0;
}

function products({ products: now, history }: DashboardFigures): Figure {
  const past = history.map(({ products }) => products);
  return { value: now, trend: since(now, past[0], 'a month ago'), past: [...past, now] };
}

function active({ licenses, history, at }: DashboardFigures): Figure {
  const now = licenses.active;
  const aWeekAgo = new Date(new Date(at).getTime() - 7 * DAY_MS).toISOString().slice(0, 10);
  const then = history.findLast(({ day }) => day <= aWeekAgo)?.active;
  const past = [...history.map(({ active }) => active), now];
  return { value: now, trend: since(now, then, 'a week ago'), past };
}

/** Today up to now, beside yesterday up to the same hour. */
function activations(hours: readonly CheckHour[], timeZone: string): Figure {
  const last = hours.at(-1)?.at ?? new Date(0);
  const on = dayTeller(timeZone);
  const dayBefore = new Date(last.getTime() - DAY_MS);
  const value = sumOf(hours.filter(({ at }) => on(at) === on(last)).map(({ activated }) => activated));
  const then = hours.filter(({ at }) => on(at) === on(dayBefore) && at <= dayBefore);
  const twoWeeks = { ...RANGES['30d'], count: 14 };
  const past = pointsOf(hours, twoWeeks, timeZone, (hour) => [hour.activated]);
  return {
    value,
    trend: since(value, sumOf(then.map(({ activated }) => activated)), 'yesterday by this hour'),
    past: past.map(({ values }) => sumOf(values)),
  };
}

function refusals(hours: readonly CheckHour[]): Figure {
  const refused = hours.map((hour) => hour.refused);
  const value = sumOf(refused.slice(-24));
  return {
    value,
    trend: since(value, sumOf(refused.slice(-48, -24)), 'the day before'),
    past: refused.slice(-24),
  };
}

function since(now: number, then: number | undefined, when: string): Trend {
  if (then === undefined) return { direction: 'unknown', words: `Nothing on record from ${when}` };
  if (now === then) return { direction: 'flat', words: `As many as ${when}` };
  const more = now > then;
  return {
    direction: more ? 'up' : 'down',
    words: `${grouped(Math.abs(now - then))} ${more ? 'more' : 'fewer'} than ${when}`,
  };
}
