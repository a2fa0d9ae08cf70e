import { countWords, windowWords } from '@latchkey/domain/abuse/detect';
import { ABUSE_RULES } from '@latchkey/domain/abuse/rules';
import type { AbuseTrial } from '@latchkey/domain/wire/console/abuse';
import type { TimePoint } from '../../ui/chart/timeBars.ts';

/** What came of a trial, in a sentence. */
export function outcomeWords({ licenses: { found, suspended } }: AbuseTrial): string {
  if (found === 0) return 'These rules would have found no license.';
  const many = found === 1 ? '1 license' : `${found.toLocaleString('en')} licenses`;
  const stopped =
    suspended === 0
      ? 'None of them would have been suspended.'
      : `${suspended === found ? 'All' : suspended.toLocaleString('en')} of them would have been suspended.`;
  return found === 1
    ? `These rules would have found 1 license${suspended === 1 ? ' and suspended it' : ' and not suspended it'}.`
    : `These rules would have found ${many}. ${stopped}`;
}

/** How far the trial looked, as far as that needs saying. */
export function coverageWords(trial: AbuseTrial, day: (moment: string) => string): string[] {
  const looked = `${trial.events.toLocaleString('en')} ${trial.events === 1 ? 'event' : 'events'}`;
  return [
    trial.complete
      ? `It looked at all ${looked} of the last 30 days.`
      : `Very much happened: it looked at the newest ${looked}, since ${day(trial.from)}.`,
    trial.originsFrom === null
      ? 'No origins of activations are remembered, so rules on networks and countries find nothing.'
      : `Origins of activations are remembered since ${day(trial.originsFrom)}.`,
  ];
}

/** "25 new devices within 1 hour (100 points)" */
export function findingLine({
  rule,
  count,
  windowMs,
  points,
}: AbuseTrial['rows'][number]['findings'][number]): string {
  return `${countWords(rule, count)} within ${windowWords(windowMs)} (${points} points)`;
}

/** Rules that would have found something, each with how many licenses. */
export function ruleLines({ byRule }: AbuseTrial): string[] {
  return byRule
    .filter(({ licenses }) => licenses > 0)
    .map(({ rule, licenses }) => `${ABUSE_RULES[rule].title}: ${licenses}`);
}

/** Days have no zone of their own, so they are told in UTC, as they were counted. */
export function dayPoints({ byDay }: AbuseTrial): TimePoint[] {
  const words = (day: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return byDay.map(({ day, licenses }) => ({
    key: day,
    short: words(day, { day: 'numeric', month: 'short' }),
    long: words(day, { weekday: 'short', day: 'numeric', month: 'short' }),
    values: [licenses],
  }));
}
