import * as z from 'zod';

export const PROBLEM_CODES = [
  'BAD_REQUEST',
  'NO_SUCH_ROUTE',
  'METHOD_NOT_ALLOWED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'RATE_LIMITED',
  'INTERNAL',
  'UNAVAILABLE',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** application/problem+json (RFC 9457): everything that is not a decision. */
export const Problem = z.strictObject({
  type: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  title: z.string(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
