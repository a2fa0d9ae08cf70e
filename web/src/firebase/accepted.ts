import { ProblemError } from './errors.ts';

interface Refused {
  readonly ok: false;
  readonly code: string;
  readonly reason: string;
}

/**
 * The answer of a door when it did what was asked. A refusal is thrown as a ProblemError with its own sentence
 * and code, so that dialogs and forms show refusals and failures in the same place.
 */
export function accepted<T extends { readonly ok: true }>(answer: T | Refused): T {
  if (answer.ok) return answer;
  throw new ProblemError({ code: answer.code, sentence: answer.reason, retryable: false });
}
