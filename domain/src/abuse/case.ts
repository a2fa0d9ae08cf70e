import type { Environment } from '../environment.ts';
import { textTokens } from '../search/tokens.ts';
import type { Evidence } from './evidence.ts';
import type { AbuseRuleName } from './rules.ts';

export const CASE_STATUSES = ['open', 'in-review', 'confirmed', 'dismissed'] as const;
/** Open: nobody has looked yet. In review: somebody does. Confirmed: it was abuse. Dismissed: it was not. */
export type CaseStatus = (typeof CASE_STATUSES)[number];

/**
 * environments/{env}/abuseCases/{id}: a license that a rule has found, with what it saw. Devices are named by
 * id and networks only counted, so that deleting a license really removes its devices' identifiers.
 */
export interface AbuseCase extends Evidence {
  readonly id: string;
  readonly environment: Environment;
  readonly licenseId: string;
  readonly keyHint: string;
  readonly productId: string;
  readonly productName: string;
  readonly customerId: string | null;
  readonly rule: AbuseRuleName;
  readonly status: CaseStatus;
  /** Nobody has decided yet; a license has at most one such case for each rule. */
  readonly undecided: boolean;
  /** The most that a window of the rule held. */
  readonly count: number;
  /** The rule as it was when the count was taken. */
  readonly threshold: number;
  readonly windowMs: number;
  /** What this rule alone gave, and all rules of the license together; at most 100. */
  readonly points: number;
  readonly score: number;
  readonly detectedAt: Date;
  readonly updatedAt: Date;
  /** When the rule suspended the license; null = it did not. It does so once for a case. */
  readonly suspendedAt: Date | null;
  /** Who looks at it. */
  readonly reviewer: { readonly uid: string; readonly name: string } | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  /** Why it was decided so, for the console only. */
  readonly note: string | null;
  readonly search: { readonly [token: string]: true };
}

export function isUndecided(status: CaseStatus): boolean {
  return status === 'open' || status === 'in-review';
}

/** What a search looks at. */
export function caseTexts({ keyHint, productName }: Pick<AbuseCase, 'keyHint' | 'productName'>): string[] {
  return [keyHint, productName];
}

export function caseSearch(found: Pick<AbuseCase, 'keyHint' | 'productName'>): Record<string, true> {
  return textTokens(caseTexts(found));
}

/**
 * Name of a license's next case of a rule: the same for everybody who finds it, so that it is opened once.
 * @param earlier id of the latest case of the same license and rule; null = there was none
 */
export function caseName(licenseId: string, rule: AbuseRuleName, earlier: string | null): string {
  return `abuse ${licenseId} ${rule} after ${earlier ?? 'nothing'}`;
}
