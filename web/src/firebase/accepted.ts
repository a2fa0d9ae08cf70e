import { ProblemError } from './errors.ts';

interface Refused {
  readonly ok: false;
  readonly code: string;
  readonly reason: string;
}
type Answer = { readonly ok: true } | Refused;

/**
 * The answer of a door when it did what was asked. A refusal is thrown as a ProblemError with its own sentence
 * and code, so that dialogs and forms show refusals and failures in the same place.
 */
export function accepted<T extends Answer>(answer: T): Exclude<T, Refused> {
  const given: Answer = answer;
  if (!given.ok) throw new ProblemError({ code: given.code, sentence: given.reason, retryable: false });
  return answer as Exclude<T, Refused>;
}
