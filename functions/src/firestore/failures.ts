import { ConflictError, UnavailableError } from './store.ts';

/** Firestore answered with something that is neither a conflict nor an outage: a mistake of ours or of the set-up. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/**
 * What a refusal of the REST API means to an operation.
 * @param httpStatus status line of the answer
 * @param status the gRPC status name in its body, '' when there was none
 * @param message Firestore's own words; they name documents, never their contents
 */
export function failure(httpStatus: number, status: string, message: string): Error {
  switch (status) {
    case 'ABORTED':
    case 'ALREADY_EXISTS':
    case 'FAILED_PRECONDITION':
    case 'NOT_FOUND':
      return new ConflictError(`${status}: ${message}`);
    case 'UNAVAILABLE':
    case 'DEADLINE_EXCEEDED':
    case 'RESOURCE_EXHAUSTED':
    case 'CANCELLED':
    case 'INTERNAL':
      return new UnavailableError(`${status}: ${message}`);
  }
  if (httpStatus >= 500 || httpStatus === 429) return new UnavailableError(`HTTP ${httpStatus} ${message}`);
  return new StoreError(`${status || `HTTP ${httpStatus}`}: ${message}`);
}
