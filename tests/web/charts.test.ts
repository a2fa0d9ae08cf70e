import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import SparkLine from '../../web/src/ui/chart/SparkLine.vue';
import { niceScale } from '../../web/src/ui/chart/niceScale.ts';
import { labelled } from '../../web/src/ui/chart/timeBars.ts';
import TimeBars from '../../web/src/ui/chart/TimeBars.vue';
import { mountPart } from './support/mount.ts';

describe('a scale', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [98, [0, 25, 50, 75, 100]],
    [1_234, [0, 500, 1_000, 1_500]],
    [80_000, [0, 20_000, 40_000, 60_000, 80_000]],
  ])('up to %i has the ticks %j', (largest, ticks) => {
    expect(niceScale(largest).ticks).toEqual(ticks);
  });

  it('holds every value in at most five whole steps, the lowest of them 0', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (largest) => {
        const { top, ticks } = niceScale(largest);
        expect(top).toBeGreaterThanOrEqual(Math.max(largest, 1));
        expect(top).toBeLessThan(Math.max(2, largest * 2.5));
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect([ticks[0], ticks.at(-1)]).toEqual([0, top]);
        expect(ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

it.each([1, 7, 8, 24, 30])('of %i columns at most eight carry a label, the last among them', (count) => {
  const shown = Array.from({ length: count }, (_, index) => index).filter(labelled(count));
  expect(shown.length).toBeLessThanOrEqual(8);
  expect(shown.at(-1)).toBe(count - 1);
});

describe('columns over time', () => {
  const bars = () =>
    mountPart(TimeBars, {
      props: {
        label: '1,205 validations in 2 days',
        axis: 'Validations each day',
        points: [
          { key: 'a', short: '3 Mar', long: 'Tue 3 Mar', values: [1_000, 5] },
          { key: 'b', short: '4 Mar', long: 'Wed 4 Mar', values: [200, 0] },
        ],
        series: [
          { name: 'Valid', look: 'plain' },
          { name: 'Refused', look: 'hatched' },
        ],
      },
    });

  it('are one picture that is named, with the axis in words', () => {
    const picture = bars().get('[role="img"]');
    expect(picture.attributes('aria-label')).toBe('1,205 validations in 2 days');
    const axis = document.getElementById(picture.attributes('aria-describedby') ?? '');
    expect(axis?.textContent).toBe('Validations each day');
  });

  it('say the same in a table, the newest first', () => {
    const rows = bars()
      .findAll('tbody tr')
      .map((row) => row.text().replaceAll(/\s+/g, ' '));
    expect(rows).toEqual(['Wed 4 Mar2000', 'Tue 3 Mar1,0005']);
  });

  it('stand to each other as their figures do, and tell them when pointed at', async () => {
    const chart = bars();
    const heights = chart
      .findAll('.column')
      .map((column) => column.get<HTMLElement>('.plain').element.style.height);
    expect(heights.map(parseFloat)).toEqual(
      [(1_000 / 1_500) * 100, (200 / 1_500) * 100].map((n) => expect.closeTo(n, 3)),
    );
    await chart.findAll('.column')[0]?.trigger('mouseenter');
    expect(chart.get('.hint').text()).toContain('1,000 valid');
    await chart.get('.columns').trigger('mouseleave');
    expect(chart.find('.hint').exists()).toBe(false);
  });

  it('tell parts apart by word and pattern, not by colour alone', () => {
    const legend = bars().findAll('.legend span');
    expect(legend.map((one) => [one.text(), one.get('i').classes()])).toEqual([
      ['Valid', ['plain']],
      ['Refused', ['hatched']],
    ]);
  });
});

describe('the shape of a past', () => {
  const points = (values: readonly number[]): string =>
    mountPart(SparkLine, { props: { values } }).get('polyline').attributes('points') ?? '';

  it('runs from edge to edge and from lowest to highest', () => {
    expect(points([1, 3, 2])).toBe('0.0,26.0 50.0,2.0 100.0,14.0');
  });

  it('is a line on the ground where nothing changed', () => {
    expect(points([4, 4])).toBe('0.0,26.0 100.0,26.0');
  });

  it('is none for a single moment', () => {
    expect(
      mountPart(SparkLine, { props: { values: [4] } })
        .find('svg')
        .exists(),
    ).toBe(false);
  });
});
