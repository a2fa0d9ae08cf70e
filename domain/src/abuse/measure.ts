import type { AbuseFact } from './facts.ts';
import type { AbuseRuleName, Mark } from './rules.ts';
import { ABUSE_RULES } from './rules.ts';

/** A rule that is switched on. */
export interface ActiveRule {
  readonly rule: AbuseRuleName;
  /** So many within the window are abuse; one fewer is not. */
  readonly threshold: number;
  readonly windowMs: number;
  /** Points when the threshold is reached, 1 to 100; twice as many of what is counted give twice the points. */
  readonly weight: number;
}

/** A rule whose threshold was reached. */
export interface Finding extends ActiveRule {
  /** The most that any one window held. */
  readonly count: number;
  /** 1 to 100. */
  readonly points: number;
  /** When the threshold was reached for the first time. */
  readonly reachedAt: Date;
  /** When the count was at its highest: the end of that window. */
  readonly at: Date;
}

export interface Measured {
  /** Those whose threshold was reached, in the order of the rules. */
  readonly findings: readonly Finding[];
  /** The highest sum of points of all rules at one moment, at most 100. */
  readonly score: number;
}

export const MAX_SCORE = 100;

/** Nothing at all below the threshold: habits that are allowed add up to no score. */
export function pointsOf(
  { threshold, weight }: Omit<ActiveRule, 'rule' | 'windowMs'>,
  count: number,
): number {
  return count < threshold ? 0 : Math.min(MAX_SCORE, Math.round((weight * count) / threshold));
}

/**
 * Slides the windows of all rules over what was seen of one license.
 * @param facts oldest first, from at least the longest window before `from`
 * @param from windows that end earlier were looked at before
 * @param since per rule: what happened until then is settled and does not count
 */
export function measure(
  rules: readonly ActiveRule[],
  facts: readonly AbuseFact[],
  from: Date,
  since: Readonly<Partial<Record<AbuseRuleName, Date>>> = {},
): Measured {
  const counters = rules.map((rule) => counterOf(rule, marksSince(rule, facts, since[rule.rule])));
  const moments = [...new Set(counters.flatMap(({ times }) => times))].sort((a, b) => a - b);
  let score = 0;
  for (const moment of moments) {
    const points = counters.reduce(
      (sum, counter) => sum + counter.advance(moment, moment >= from.getTime()),
      0,
    );
    if (moment >= from.getTime()) score = Math.max(score, Math.min(MAX_SCORE, points));
  }
  return { findings: counters.flatMap(({ finding }) => finding() ?? []), score };
}

/** What a rule counts, without what is settled. */
export function marksSince(rule: ActiveRule, facts: readonly AbuseFact[], since: Date | undefined): Mark[] {
  const open = since === undefined ? facts : facts.filter(({ at }) => at.getTime() > since.getTime());
  return ABUSE_RULES[rule.rule].marks(open, rule.windowMs);
}

function counterOf(rule: ActiveRule, marks: readonly Mark[]) {
  const window = slidingWindow(marks, rule.windowMs);
  let best: Omit<Finding, 'points' | keyof ActiveRule> | null = null;
  return {
    times: marks.map(({ at }) => at.getTime()),
    /** The points at this moment; it becomes the finding where it is looked at and higher than before. */
    advance(moment: number, counts: boolean): number {
      const count = window(moment);
      if (counts && count >= rule.threshold && count > (best?.count ?? 0)) {
        best = { count, at: new Date(moment), reachedAt: best?.reachedAt ?? new Date(moment) };
      }
      return pointsOf(rule, count);
    },
    finding: (): Finding | null => best && { ...rule, ...best, points: pointsOf(rule, best.count) },
  };
}

/** Tells how much a window that ends at a moment holds; moments must not go back. */
function slidingWindow(marks: readonly Mark[], windowMs: number): (end: number) => number {
  const names = new Map<string, number>();
  let unnamed = 0;
  let first = 0;
  let next = 0;
  const add = ({ name, amount }: Mark, sign: 1 | -1): void => {
    if (name === null) unnamed += sign * amount;
    else names.set(name, (names.get(name) ?? 0) + sign);
    if (name !== null && names.get(name) === 0) names.delete(name);
  };
  return (end) => {
    for (let mark = marks[next]; mark && mark.at.getTime() <= end; mark = marks[++next]) add(mark, 1);
    for (let mark = marks[first]; mark && mark.at.getTime() <= end - windowMs; mark = marks[++first]) {
      if (first < next) add(mark, -1);
    }
    return names.size + unnamed;
  };
}
