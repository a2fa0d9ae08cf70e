import * as z from 'zod';

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

/** application/problem+json (RFC 9457): everything that is not a decision. */
export const Problem = z.strictObject({
  type: z.string().describe('"about:blank": the code says which problem it is.'),
  status: z.int().describe('The status of the answer.'),
  code: z.enum(PROBLEM_CODES).describe('The problem in one stable word.'),
  title: z.string().describe('The problem in a few words, the same for every answer with this code.'),
  detail: z.string().describe('What is wrong with this request.'),
  requestId: z.string().describe('Names this call in the log of the service.'),
  errors: z
    .array(
      z.strictObject({
        path: z.string().describe('Where in the body: "features.3"; empty for the body itself.'),
        message: z.string().describe('What is wrong there.'),
      }),
    )
    .optional()
    .describe('One entry for each fault of the body.'),
});
export type Problem = z.infer<typeof Problem>;
