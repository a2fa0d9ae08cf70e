/** Everything that is not a decision, each in one stable word; apart from its schema, for those who only name it. */
export const PROBLEM_CODES = [
  'BAD_REQUEST',
  'UNAUTHORIZED',
  'NO_SUCH_ROUTE',
  'METHOD_NOT_ALLOWED',
  'IDEMPOTENCY_CONFLICT',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'RATE_LIMITED',
  'INTERNAL',
  'UNAVAILABLE',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
