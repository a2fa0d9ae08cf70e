import type { AbuseFact } from './facts.ts';
import type { ActiveRule, Finding } from './measure.ts';
import { measure } from './measure.ts';

/** A license that the rules would have found. */
export interface TrialRow {
  readonly licenseId: string;
  readonly score: number;
  /** The rules that it would have met, in the order of the rules. */
  readonly findings: readonly Finding[];
}

/**
 * What rules would have found in the past, the highest score first; nobody is there to decide cases, so each
 * license counts once for each rule.
 */
export function tryRules(
  rules: readonly ActiveRule[],
  licenses: ReadonlyMap<string, readonly AbuseFact[]>,
  from: Date,
): TrialRow[] {
  const rows = [...licenses].map(([licenseId, facts]) => ({ licenseId, ...measure(rules, facts, from) }));
  return rows
    .filter(({ findings }) => findings.length > 0)
    .sort((a, b) => b.score - a.score || firstOf(a).getTime() - firstOf(b).getTime());
}

/** When a license first met one of the rules. */
export function firstOf({ findings }: Pick<TrialRow, 'findings'>): Date {
  return new Date(Math.min(...findings.map(({ reachedAt }) => reachedAt.getTime())));
}
