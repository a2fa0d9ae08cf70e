import * as z from 'zod';
import { LICENSE_STATUSES } from '../../license/license.ts';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** How many licenses a product or a generator has, state by state (the stored ones). */
export const CountByStateRequest = z.strictObject({
  environment,
  of: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('product'), id: recordId }),
    z.strictObject({ by: z.literal('generator'), id: recordId }),
  ]),
});
export type CountByStateRequest = z.infer<typeof CountByStateRequest>;

export const StateCounts = z.strictObject(
  Object.fromEntries(LICENSE_STATUSES.map((status) => [status, z.int()])) as Record<
    (typeof LICENSE_STATUSES)[number],
    z.ZodInt
  >,
);
export const CountByStateAnswer = outcome({ counts: StateCounts });
export type CountByStateAnswer = z.infer<typeof CountByStateAnswer>;
