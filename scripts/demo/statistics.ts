import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { Environment } from '@latchkey/domain/environment';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import type { VerdictCode } from '@latchkey/domain/license/codes';
import { DAY_MS, HOUR_MS, startOfHour, statsDay } from '@latchkey/domain/stats/day';
import { envPath, statsPath } from '@latchkey/functions/firestore/collections';
import type { Write } from '@latchkey/functions/firestore/store';
import type { CheckedOnce, TalliedDay } from '@latchkey/functions/operations/stats/checkTally';
import { checkTally } from '@latchkey/functions/operations/stats/checkTally';
import { draft } from './past.ts';
import type { Chance } from './random.ts';
import { chance } from './random.ts';
import { demoTotals } from './totals.ts';

const DAYS = 45;
/** Answers on an ordinary day. */
const A_DAY: Record<Environment, number> = { production: 2_600, staging: 140, development: 35 };
/** Out of a hundred refused. */
const REFUSED: readonly (readonly [VerdictCode, number])[] = [
  ['EXPIRED', 44],
  ['NOT_FOUND', 22],
  ['NOT_ACTIVATED', 16],
  ['SUSPENDED', 11],
  ['REVOKED', 7],
];

/**
 * What statistics would hold had the demo's software asked for six weeks: weekdays busier than weekends, days
 * busier than nights, a little more each week, and one day on which somebody tried keys. The activations are
 * those that the audit tells of.
 */
export async function seedStatistics(now: Date): Promise<void> {
  const random = chance(20_260_202);
  const writes = ENVIRONMENTS.flatMap((environment) => {
    const events = auditOf(environment);
    const tally = checkTally();
    for (const checked of answers(environment, now, random)) tally.add(checked);
    for (const checked of activations(environment, events)) tally.add(checked);
    return [...tally.take().map(dayWrite), ...demoTotals(environment, events, now, DAYS)];
  });
  await draft.commit(writes);
}

function auditOf(environment: Environment): AuditEvent[] {
  const prefix = `${envPath(environment)}/audit/`;
  return draft
    .documents()
    .flatMap((write) =>
      write.kind === 'set' && write.path.startsWith(prefix) ? [write.data as AuditEvent] : [],
    );
}

function* answers(environment: Environment, now: Date, random: Chance): Generator<CheckedOnce> {
  const first = startOfHour(now).getTime() - DAYS * DAY_MS;
  for (let at = first; at <= now.getTime(); at += HOUR_MS) {
    const hour = new Date(at);
    const begun = Math.min(1, (now.getTime() - at) / HOUR_MS);
    const expected = (A_DAY[environment] / 24) * rhythm(hour) * growth(hour, now) * begun;
    const asked = Math.round(expected * (0.8 + 0.4 * random.next()));
    const refused = Math.round(asked * 0.03 * (0.5 + random.next()) * attack(hour, now));
    for (let n = 0; n < asked; n++) yield { environment, action: 'validate', code: 'VALID', at: hour };
    for (let n = 0; n < refused; n++) {
      yield { environment, action: 'validate', code: refusal(random.below(100)), at: hour };
    }
  }
}

function rhythm(hour: Date): number {
  const weekend = hour.getUTCDay() === 0 || hour.getUTCDay() === 6;
  const daylight = 1 - 0.75 * Math.cos(((hour.getUTCHours() - 2) / 24) * 2 * Math.PI);
  return daylight * (weekend ? 0.45 : 1.2);
}

function growth(hour: Date, now: Date): number {
  return 1 - ((now.getTime() - hour.getTime()) / (DAYS * DAY_MS)) * 0.3;
}

function attack(hour: Date, now: Date): number {
  return statsDay(hour) === statsDay(new Date(now.getTime() - 9 * DAY_MS)) ? 4 : 1;
}

function refusal(draw: number): VerdictCode {
  let below = 0;
  return REFUSED.find(([, share]) => draw < (below += share))?.[0] ?? 'NOT_FOUND';
}

function activations(environment: Environment, events: readonly AuditEvent[]): CheckedOnce[] {
  return events
    .filter(({ action }) => action === 'activation.created')
    .map(({ at }) => ({ environment, action: 'activate', code: 'ACTIVATED', at }));
}

/** The nested maps that Firestore makes of field paths. */
function dayWrite({ environment, day, increment }: TalliedDay): Write {
  const hours: Record<string, Record<string, Record<string, number>>> = {};
  for (const [path, count] of Object.entries(increment)) {
    const [, hour = '', action = '', code = ''] = path.split('.');
    const actions = (hours[hour] ??= {});
    (actions[action] ??= {})[code] = count;
  }
  const data = { kind: 'checks', day, hours };
  return { kind: 'set', path: statsPath(environment, `${day}-checks-0`), data };
}
