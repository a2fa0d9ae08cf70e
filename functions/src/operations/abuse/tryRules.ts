import type { AbuseSettings } from '@latchkey/domain/abuse/activeRules';
import { activeRules } from '@latchkey/domain/abuse/activeRules';
import type { Finding } from '@latchkey/domain/abuse/measure';
import { ABUSE_RULE_NAMES } from '@latchkey/domain/abuse/rules';
import type { TrialRow } from '@latchkey/domain/abuse/trial';
import { firstOf, tryRules } from '@latchkey/domain/abuse/trial';
import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { readSection, checkValues } from '@latchkey/domain/settings/values';
import { DAY_MS, statsDay } from '@latchkey/domain/stats/day';
import type { AbuseTrial } from '@latchkey/domain/wire/console/abuse';
import { licensePath } from '../../firestore/collections.ts';
import type { Call } from '../context.ts';
import { readPast } from './readPast.ts';

const DAYS = 30;
const SHOWN = 50;

/**
 * What rules would have found in the last 30 days, before they are saved. Writes nothing. Bounded: of very much
 * that happened the newest is looked at, and the answer says from when on.
 * @param values of the section "abuse", as its form has them
 */
export async function tryAbuseRules(
  call: Call,
  environment: Environment,
  values: Readonly<Record<string, unknown>>,
  until: () => boolean,
): Promise<AbuseTrial | Refusal> {
  const checked = checkValues('abuse', values);
  if (!checked.ok) return refuse('SETTINGS_WRONG', Object.values(checked.errors).join(' '));
  const settings = readSection('abuse', checked.values);
  const since = new Date(call.now.getTime() - DAYS * DAY_MS);
  const past = await readPast(call.store, environment, since, until);
  const found = tryRules(activeRules(settings), past.facts, past.from);
  const shown = found.slice(0, SHOWN);
  const licenses = await licensesOf(call, environment, shown);
  return {
    ok: true,
    from: past.from.toISOString(),
    to: call.now.toISOString(),
    events: past.events,
    complete: past.from <= since,
    originsFrom: past.originsFrom?.toISOString() ?? null,
    licenses: { found: found.length, suspended: found.filter((row) => suspends(settings, row)).length },
    byRule: ABUSE_RULE_NAMES.map((rule) => ({
      rule,
      licenses: found.filter(({ findings }) => findings.some((one) => one.rule === rule)).length,
    })),
    byDay: daily(found, past.from, call.now),
    rows: shown.map((row) => ({
      licenseId: row.licenseId,
      keyHint: licenses.get(row.licenseId)?.keyHint ?? past.hints.get(row.licenseId) ?? null,
      productName: licenses.get(row.licenseId)?.productName ?? null,
      score: row.score,
      suspends: suspends(settings, row),
      firstAt: firstOf(row).toISOString(),
      findings: row.findings.map(findingAnswer),
    })),
  };
}

function suspends({ suspend, suspendScore }: AbuseSettings, { score }: TrialRow): boolean {
  return suspend && score >= suspendScore;
}

function findingAnswer({ rule, count, threshold, windowMs, points }: Finding) {
  return { rule, count, threshold, windowMs, points };
}

function daily(found: readonly TrialRow[], from: Date, to: Date): { day: string; licenses: number }[] {
  const days = new Set<string>();
  for (let at = from.getTime(); at < to.getTime(); at += DAY_MS) days.add(statsDay(new Date(at)));
  days.add(statsDay(to));
  const firsts = found.map((row) => statsDay(firstOf(row)));
  return [...days].map((day) => ({ day, licenses: firsts.filter((one) => one === day).length }));
}

/** What the shown licenses are called now; those that are gone are missing. */
async function licensesOf(
  call: Call,
  environment: Environment,
  rows: readonly TrialRow[],
): Promise<ReadonlyMap<string, Pick<License, 'keyHint' | 'productName'>>> {
  const found = await call.store.getAll<Pick<License, 'keyHint' | 'productName'>>(
    rows.map(({ licenseId }) => licensePath(environment, licenseId)),
    ['keyHint', 'productName'],
  );
  return new Map(found.flatMap(({ id, data }) => (data ? [[id, data] as const] : [])));
}
