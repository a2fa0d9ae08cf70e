import { licenseEvent } from '../audit/draft.ts';
import type { AuditDraft } from '../audit/event.ts';
import { sameJson } from '../json.ts';
import type { LicenseCommand } from '../license/commands.ts';
import { effectiveState } from '../license/expiry.ts';
import type { License } from '../license/license.ts';
import type { AbuseSettings } from './activeRules.ts';
import type { AbuseCase } from './case.ts';
import { caseSearch } from './case.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './measure.ts';
import { ABUSE_RULES } from './rules.ts';

export interface DetectionFacts {
  readonly license: License;
  readonly finding: Finding;
  readonly evidence: Evidence;
  /** Of all rules of the license together. */
  readonly score: number;
  /** The latest case of this license and rule; null = there was none. */
  readonly latest: AbuseCase | null;
  /** Id of the case, should it be a new one. */
  readonly newId: string;
  readonly settings: Pick<AbuseSettings, 'suspend' | 'suspendScore' | 'suspendReason'>;
}

export type Detection =
  /** Known already, or no license that a case would help. */
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'opened' | 'grown';
      readonly case: AbuseCase;
      readonly audit: readonly AuditDraft[];
      /** The command that the rule gives; null = none. */
      readonly suspend: Extract<LicenseCommand, { type: 'suspend' }> | null;
    };

/**
 * What a finding leads to. A license has one undecided case for each rule: more of the same makes it grow. A rule
 * suspends once for a case, so whoever lifts a suspension by hand is not overruled.
 */
export function decideDetection(facts: DetectionFacts, now: Date): Detection {
  const { license, latest } = facts;
  const state = effectiveState(license, now);
  if (state !== 'active' && state !== 'assigned') return { kind: 'nothing' };
  if (latest?.undecided !== true) return opened(facts, state === 'active', now);
  const grown = facts.finding.count > latest.count || facts.score > latest.score;
  const suspends = state === 'active' && latest.suspendedAt === null && isEnough(facts);
  if (!grown && !suspends) return { kind: 'nothing' };
  const news = grown ? newsOf(facts) : {};
  const after = { ...latest, ...news, updatedAt: now, ...(suspends && { suspendedAt: now }) };
  if (sameJson(after, latest)) return { kind: 'nothing' };
  return { kind: 'grown', case: after, audit: [], suspend: suspends ? suspension(after, facts) : null };
}

function opened(facts: DetectionFacts, active: boolean, now: Date): Detection {
  const { license, finding, newId } = facts;
  const suspends = active && isEnough(facts);
  const { id: licenseId, environment, keyHint, productId, productName, customerId } = license;
  const about = { licenseId, environment, keyHint, productId, productName, customerId };
  const found: AbuseCase = {
    ...about,
    ...newsOf(facts),
    id: newId,
    rule: finding.rule,
    status: 'open',
    undecided: true,
    detectedAt: now,
    updatedAt: now,
    suspendedAt: suspends ? now : null,
    reviewer: null,
    decidedAt: null,
    decidedBy: null,
    note: null,
    search: caseSearch(about),
  };
  return {
    kind: 'opened',
    case: found,
    audit: [caseEvent('abuse.detected', found, license, { reason: findingWords(found) })],
    suspend: suspends ? suspension(found, facts) : null,
  };
}

function isEnough({ score, settings }: DetectionFacts): boolean {
  return settings.suspend && score >= settings.suspendScore;
}

function newsOf({ finding, evidence, score }: DetectionFacts) {
  const { count, threshold, windowMs, points } = finding;
  return { ...evidence, count, threshold, windowMs, points, score };
}

function suspension(found: AbuseCase, { settings }: DetectionFacts) {
  const note = `Abuse rule: ${findingWords(found)} The case is ${found.id}.`;
  return { type: 'suspend', publicReason: settings.suspendReason, note } as const;
}

/** "20 new devices within 1 hour, where 20 are too many. Score 80 of 100." */
export function findingWords(
  found: Pick<AbuseCase, 'rule' | 'count' | 'threshold' | 'windowMs' | 'score'>,
): string {
  const { rule, count, threshold, windowMs, score } = found;
  return `${countWords(rule, count)} within ${windowWords(windowMs)}, where ${threshold} are too many. Score ${score} of 100.`;
}

/** "1 new device", "20 new devices". */
export function countWords(rule: AbuseCase['rule'], count: number): string {
  const { one, many } = ABUSE_RULES[rule];
  return `${count} ${count === 1 ? one : many}`;
}

/** "1 hour", "24 hours". */
export function windowWords(windowMs: number): string {
  const hours = Math.round(windowMs / 3_600_000);
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
}

type CaseAction = Extract<AuditDraft['action'], `abuse.${string}`>;

/** An event about a case; it is found by its license, too. */
export function caseEvent(
  action: CaseAction,
  found: AbuseCase,
  license: Pick<License, 'id' | 'keyHint' | 'productId' | 'customerId'>,
  extra: Partial<AuditDraft>,
): AuditDraft {
  return licenseEvent(action, license, { about: `abuse/${found.id}`, ...extra });
}
