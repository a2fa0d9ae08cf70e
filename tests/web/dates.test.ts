import { describe, expect, test } from 'vitest';
import { toDates } from '../../web/src/firebase/dates.ts';
import DateText from '../../web/src/ui/DateText.vue';
import { exactWords, relativeWords } from '../../web/src/ui/dateWords.ts';
import { displayKey, insideTableKey } from '../../web/src/ui/display.ts';
import { mountPart } from './support/mount.ts';
import { ref } from 'vue';

const NOW = new Date('2026-11-22T12:00:00Z');
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

describe('dates in words', () => {
  test.each([
    [0, 'just now'],
    [-59 * SECOND, 'just now'],
    [-60 * SECOND, '1 minute ago'],
    [-3 * HOUR, '3 hours ago'],
    [-DAY, 'yesterday'],
    [DAY, 'tomorrow'],
    [6.9 * DAY, 'in 6 days'],
    [7 * DAY, 'next week'],
    [29.9 * DAY, 'in 4 weeks'],
    [-400 * DAY, 'last year'],
  ])('%d ms from now: %s', (distance, words) => {
    expect(relativeWords(new Date(NOW.getTime() + distance), NOW)).toBe(words);
  });

  test('the exact time names its zone', () => {
    expect(exactWords(NOW, 'Asia/Tokyo')).toMatch(/22 Nov 2026.*21:00:00.*GMT\+9/);
    expect(exactWords(NOW, 'UTC')).toMatch(/12:00:00.*UTC/);
  });
});

describe('DateText', () => {
  const display = { timeZone: ref('Asia/Tokyo'), density: ref('comfortable') };

  test('shows the exact time on focus and hides it on Escape', async () => {
    const wrapper = mountPart(DateText, {
      props: { value: NOW },
      global: { provide: { [displayKey as symbol]: display } },
    });
    const time = wrapper.get('time');
    expect(time.attributes('datetime')).toBe(NOW.toISOString());
    await time.trigger('focus');
    expect(document.querySelector('.date-hint')?.textContent).toContain('GMT+9');
    await time.trigger('keydown', { key: 'Escape' });
    expect(document.querySelector('.date-hint')).toBeNull();
    wrapper.unmount();
  });

  test('inside a table the row takes the focus instead', () => {
    const wrapper = mountPart(DateText, {
      props: { value: NOW },
      global: { provide: { [insideTableKey as symbol]: true } },
    });
    expect(wrapper.get('time').attributes('tabindex')).toBeUndefined();
    wrapper.unmount();
  });

  test('no date has its own word', () => {
    const wrapper = mountPart(DateText, { props: { value: null, empty: 'Lifetime' } });
    expect(wrapper.text()).toBe('Lifetime');
    wrapper.unmount();
  });
});

test('timestamps become Dates at any depth, other values stay', () => {
  const stamp = { toDate: () => NOW };
  const bytes = new Uint8Array([1]);
  expect(toDates({ at: stamp, list: [stamp, 1], map: { deep: { at: stamp } }, none: null, bytes })).toEqual({
    at: NOW,
    list: [NOW, 1],
    map: { deep: { at: NOW } },
    none: null,
    bytes,
  });
});
