import type { JobRow } from '@latchkey/domain/job/job';

/** What came of one row: done, refused with a reason, or broken on our side. */
export interface RowOutcome {
  readonly licenseId: string | null;
  readonly keyHint: string | null;
  readonly outcome: { readonly ok: true } | Refused | Broken;
}

interface Refused {
  readonly ok: false;
  readonly code: string;
  readonly reason: string;
}

interface Broken {
  readonly error: unknown;
  readonly report: (error: unknown, what: string) => void;
}

/**
 * The report's rows. A row that breaks on our side is reported like a refusal, so that it does not keep the
 * others from being done; where every row of a page breaks, it is no matter of rows and is thrown.
 */
export function rowsOf(outcomes: readonly RowOutcome[]): JobRow[] {
  const errors = outcomes.flatMap(({ outcome }) => ('error' in outcome ? [outcome.error] : []));
  if (errors.length > 0 && errors.length === outcomes.length) throw errors[0];
  return outcomes.map(rowOf);
}

function rowOf({ licenseId, keyHint, outcome }: RowOutcome): JobRow {
  if ('error' in outcome) {
    outcome.report(outcome.error, 'row');
    const sentence = 'Something went wrong on our side with this row. Everything was left as it is.';
    return { licenseId, keyHint, outcome: 'refused', code: 'INTERNAL', sentence };
  }
  if (outcome.ok) return { licenseId, keyHint, outcome: 'done', code: null, sentence: null };
  return { licenseId, keyHint, outcome: 'refused', code: outcome.code, sentence: outcome.reason };
}
