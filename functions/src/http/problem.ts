import type { Problem } from '@latchkey/domain/wire/problem';
import { ConfigurationError } from '../config.ts';
import { ConflictError, UnavailableError } from '../firestore/store.ts';
import { logError, logWarning } from '../log.ts';
import { Refusal, REFUSALS } from './refusal.ts';

const RETRY_AFTER_SECONDS = '2';

/** What an error means to the caller. Bugs and outages are logged here, redacted; refusals are not. */
export function toRefusal(error: unknown, requestId: string): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof UnavailableError || error instanceof ConflictError) {
    logWarning('answered 503', { requestId, error });
    return unavailable();
  }
  if (error instanceof ConfigurationError) {
    logError('not configured', error, { requestId, variable: error.variable });
    return unavailable();
  }
  logError('answered 500', error, { requestId });
  return new Refusal('INTERNAL', 'The error has been recorded under the request id.');
}

/** RFC 9457. No stack, no key; nothing of the request is ever repeated. */
export function toProblem(refusal: Refusal, requestId: string): Problem {
  const { status, title } = REFUSALS[refusal.code];
  const errors = refusal.errors && { errors: [...refusal.errors] };
  // The code says which problem it is; no page describes each one.
  const type = 'about:blank';
  return { type, status, code: refusal.code, title, detail: refusal.message, requestId, ...errors };
}

function unavailable(): Refusal {
  const headers = { 'retry-after': RETRY_AFTER_SECONDS };
  return new Refusal('UNAVAILABLE', 'No decision could be made. Try again in a moment.', { headers });
}
