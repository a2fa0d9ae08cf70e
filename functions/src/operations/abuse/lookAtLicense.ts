import { activeRules, longestWindow } from '@latchkey/domain/abuse/activeRules';
import type { AbuseSettings } from '@latchkey/domain/abuse/activeRules';
import { evidenceOf } from '@latchkey/domain/abuse/evidence';
import type { AbuseFact } from '@latchkey/domain/abuse/facts';
import type { ActiveRule } from '@latchkey/domain/abuse/measure';
import { measure } from '@latchkey/domain/abuse/measure';
import type { AbuseRuleName } from '@latchkey/domain/abuse/rules';
import type { Environment } from '@latchkey/domain/environment';
import type { Call } from '../context.ts';
import { latestCase } from './cases.ts';
import { readFacts } from './readFacts.ts';
import { recordFinding } from './recordFinding.ts';

/**
 * Looks at one license by the rules that are switched on, and records what they find. Asks one query, and a
 * second for rules on origins; only where a threshold is reached is more read, and only then written.
 * Looking twice, or from two processes at once, opens one case.
 * @param from windows that ended earlier were looked at before
 * @returns how many cases were opened or have grown
 */
export async function lookAtLicense(
  call: Call,
  environment: Environment,
  licenseId: string,
  from: Date,
): Promise<number> {
  const settings = await call.settings.read(call.store, environment, 'abuse');
  const rules = activeRules(settings);
  if (rules.length === 0) return 0;
  const since = new Date(from.getTime() - longestWindow(rules));
  const facts = await readFacts(call.store, environment, licenseId, rules, since);
  const met = measure(rules, facts, from).findings.map(({ rule }) => rule);
  if (met.length === 0) return 0;
  const settled = await settledUntil(call, environment, licenseId, met);
  return recordAll(call, environment, licenseId, { settings, rules, facts, from, settled });
}

interface Look {
  readonly settings: AbuseSettings;
  readonly rules: readonly ActiveRule[];
  readonly facts: readonly AbuseFact[];
  readonly from: Date;
  readonly settled: Readonly<Partial<Record<AbuseRuleName, Date>>>;
}

/** The highest points first: that rule is the one that suspends. */
async function recordAll(
  call: Call,
  environment: Environment,
  licenseId: string,
  { settings, rules, facts, from, settled }: Look,
): Promise<number> {
  const { findings, score } = measure(rules, facts, from, settled);
  let changed = 0;
  for (const finding of findings.toSorted((a, b) => b.points - a.points)) {
    const evidence = evidenceOf(finding, facts, settled[finding.rule]);
    const found = { finding, evidence, score, settings };
    if (await recordFinding(call, environment, licenseId, found)) changed += 1;
  }
  return changed;
}

/** Until when the rules' findings were decided by somebody: what happened before counts no longer. */
async function settledUntil(
  call: Call,
  environment: Environment,
  licenseId: string,
  rules: readonly AbuseRuleName[],
): Promise<Look['settled']> {
  const latest = await Promise.all(
    rules.map(async (rule) => [rule, await latestCase(call.store, environment, licenseId, rule)] as const),
  );
  return Object.fromEntries(
    latest.flatMap(([rule, found]) => (found?.record.decidedAt ? [[rule, found.record.decidedAt]] : [])),
  );
}
