import * as z from 'zod';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** How many licenses each product, generator or customer of one page of a list has. */
export const CountOfEachRequest = z.strictObject({
  environment,
  by: z.enum(['product', 'generator', 'customer']),
  ids: z.array(recordId).min(1).max(50),
});
export type CountOfEachRequest = z.infer<typeof CountOfEachRequest>;

export const CountOfEachAnswer = outcome({ counts: z.record(z.string(), z.int()) });
export type CountOfEachAnswer = z.infer<typeof CountOfEachAnswer>;
