import { ui } from '../words/ui.en.ts';
import { dateLocale, numberLocale, wordsOf } from '../words/words.ts';

const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, milliseconds: number])[] = [
  ['year', 365.25 * 86_400_000],
  ['month', 30.4375 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** Kept, because a list tells many moments and making one takes longer than telling. */
const relative = new Map<string, Intl.RelativeTimeFormat>();

function relativeIn(locale: string): Intl.RelativeTimeFormat {
  const format = relative.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  relative.set(locale, format);
  return format;
}

/** "3 days ago", "in 2 hours"; less than a minute either way is "just now". */
export function relativeWords(date: Date, now: Date): string {
  const distance = date.getTime() - now.getTime();
  for (const [unit, size] of UNITS) {
    // Truncated, never rounded up: a license with 29.9 days left must not read "in 30 days".
    if (Math.abs(distance) >= size)
      return relativeIn(numberLocale()).format(Math.trunc(distance / size), unit);
  }
  return wordsOf(ui).justNow;
}

/** "22 Nov 2026, 14:05:09 GMT+1": exact, with the zone it is told in. */
export function exactWords(date: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(dateLocale(), {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(date);
}

/** "22 Nov 2026": the day in a zone. */
export function dayWords(date: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(dateLocale(), {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(date);
}

/** "3 days", "2 hours": how long something lasted, in its largest whole unit; "a moment" below a minute. */
export function durationWords(milliseconds: number): string {
  for (const [unit, size] of UNITS) {
    const count = Math.trunc(milliseconds / size);
    if (count >= 1)
      return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  }
  return 'a moment';
}
