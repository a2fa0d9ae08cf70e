import * as z from 'zod';
import { MAX_FORM_QUANTITY } from '../../generator/batch.ts';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** Available licenses from one generator: a few at once, more as a background job. */
export const GenerateLicensesRequest = z.strictObject({
  environment,
  generatorId: recordId,
  quantity: z.int().min(1).max(MAX_FORM_QUANTITY),
  /**
   * Chosen by the form when it opens: asking again with the same text after an answer that got lost makes
   * nothing twice.
   */
  requestKey: z.string().regex(/^[A-Za-z0-9-]{16,64}$/, { error: 'is not a request key' }),
});
export type GenerateLicensesRequest = z.infer<typeof GenerateLicensesRequest>;

/** `jobId` where the licenses are made in the background; otherwise they are all there. */
export const GenerateLicensesAnswer = outcome({ made: z.int(), jobId: z.string().nullable() });
export type GenerateLicensesAnswer = z.infer<typeof GenerateLicensesAnswer>;
