import * as z from 'zod';
import { PROBLEM_CODES } from './problemCodes.ts';

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
