import { describe, expect, it } from 'vitest';
import type { DashboardFigures } from '@latchkey/domain/wire/console/dashboardFigures';
import { hoursOf, pointsOf, RANGES } from '../../web/src/admin/dashboard/checkSeries.ts';
import { FIGURE_NAMES, isEmpty, keyFigures } from '../../web/src/admin/dashboard/trends.ts';

const HOURS = 31 * 24 + 1;
/** The last hour is 14:00 UTC on a Wednesday. */
const FROM = '2026-02-01T14:00:00.000Z';
const AT = '2026-03-04T14:20:00.000Z';

const none = (): number[] => Array.from({ length: HOURS }, () => 0);

function found(overrides: Partial<DashboardFigures> = {}): DashboardFigures {
  return {
    ok: true,
    at: AT,
    products: 0,
    licenses: { available: 0, assigned: 0, active: 0, inactive: 0, suspended: 0, expired: 0, revoked: 0 },
    topProducts: [],
    lowPools: [],
    expiring: { within7: 0, within30: 0, next: [] },
    checks: { from: FROM, accepted: none(), refused: none(), activated: none() },
    refusals: [],
    history: [],
    ...overrides,
  };
}

/** Hours as given, counted from the last one backwards; all others are nothing. */
function checks(
  of: 'accepted' | 'refused' | 'activated',
  last: readonly number[],
): DashboardFigures['checks'] {
  const series = none();
  last.forEach((count, back) => (series[HOURS - 1 - back] = count));
  return { ...found().checks, [of]: series };
}

describe('the series of a chart', () => {
  const hours = hoursOf(checks('accepted', [1, 10, 100, ...Array.from({ length: 14 }, () => 1_000)]));

  it('ends with the hour or the day that runs', () => {
    const byHour = pointsOf(hours, RANGES['24h'], 'UTC', ({ accepted }) => [accepted]);
    expect(byHour).toHaveLength(24);
    expect(byHour.at(-1)).toMatchObject({ short: '14:00', values: [1] });
    const byDay = pointsOf(hours, RANGES['7d'], 'UTC', ({ accepted }) => [accepted]);
    expect(byDay.map(({ short }) => short)).toEqual([
      '26 Feb',
      '27 Feb',
      '28 Feb',
      '1 Mar',
      '2 Mar',
      '3 Mar',
      '4 Mar',
    ]);
  });

  it.each([
    // 15 hours of the 4th have begun in UTC, 16 in Berlin; in New York it is 9 in the morning.
    ['UTC', 111 + 12 * 1_000, 2_000],
    ['Europe/Berlin', 111 + 13 * 1_000, 1_000],
    ['America/New_York', 111 + 7 * 1_000, 7_000],
  ])('has the days of %s', (zone, today, yesterday) => {
    const days = pointsOf(hours, RANGES['7d'], zone, ({ accepted }) => [accepted]);
    expect(days.slice(-2).map(({ values }) => values[0])).toEqual([yesterday, today]);
  });

  it('holds thirty days in every zone', () => {
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kolkata']) {
      expect(pointsOf(hours, RANGES['30d'], zone, () => [0])).toHaveLength(30);
    }
  });

  it('keeps the parts of a column apart', () => {
    const both = hoursOf({ ...checks('accepted', [5, 7]), refused: checks('refused', [1, 2]).refused });
    const [day] = pointsOf(both, RANGES['7d'], 'UTC', (hour) => [hour.accepted, hour.refused]).slice(-1);
    expect(day?.values).toEqual([12, 3]);
  });
});

describe('the figures', () => {
  it('have a name each, and a trend in words even where nothing is known', () => {
    const figures = keyFigures(found(), 'UTC');
    expect(Object.keys(figures)).toEqual(Object.keys(FIGURE_NAMES));
    for (const { trend } of Object.values(figures)) expect(trend.words).not.toBe('');
    expect(figures.active.trend).toEqual({
      direction: 'unknown',
      words: 'Nothing on record from a week ago',
    });
  });

  it.each([
    [12, 10, 'up', '2 more than a week ago'],
    [1_300, 2_600, 'down', '1,300 fewer than a week ago'],
    [10, 10, 'flat', 'As many as a week ago'],
  ] as const)('compare %i active licenses with %i', (active, then, direction, words) => {
    const history = [
      { day: '2026-02-20', products: 1, active: 1 },
      { day: '2026-02-25', products: 1, active: then },
      { day: '2026-03-03', products: 1, active: 99 },
    ];
    const licenses = { ...found().licenses, active };
    const { active: figure } = keyFigures(found({ history, licenses }), 'UTC');
    expect(figure).toEqual({ value: active, trend: { direction, words }, past: [1, then, 99, active] });
  });

  it("compare today's activations with yesterday's up to the same hour", () => {
    // Now 4; at noon 5; at this hour of yesterday 2; an hour later than now, yesterday, 50; the day before that, 70.
    const last = Array.from({ length: 60 }, (_, back) => ({ 0: 4, 2: 5, 23: 50, 24: 2, 48: 70 })[back] ?? 0);
    const { activations } = keyFigures(found({ checks: checks('activated', last) }), 'UTC');
    expect(activations).toMatchObject({
      value: 9,
      trend: { direction: 'up', words: '7 more than yesterday by this hour' },
    });
    expect(activations.past).toHaveLength(14);
    expect(activations.past.slice(-3)).toEqual([70, 52, 9]);
  });

  it('count refusals of 24 hours and of the 24 before', () => {
    const last = Array.from(
      { length: 50 },
      (_, back) => ({ 0: 1, 23: 2, 24: 30, 47: 40, 48: 500 })[back] ?? 0,
    );
    const { refusals } = keyFigures(found({ checks: checks('refused', last) }), 'UTC');
    expect(refusals).toMatchObject({
      value: 3,
      trend: { direction: 'down', words: '67 fewer than the day before' },
    });
  });

  it('are those of an environment where nobody has begun only as long as nothing at all is there', () => {
    expect(isEmpty(found())).toBe(true);
    expect(isEmpty(found({ products: 1 }))).toBe(false);
    expect(isEmpty(found({ licenses: { ...found().licenses, revoked: 1 } }))).toBe(false);
    expect(isEmpty(found({ checks: checks('refused', [1]) }))).toBe(false);
  });
});
