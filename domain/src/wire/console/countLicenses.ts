import * as z from 'zod';
import { LICENSE_STATUSES } from '../../license/license.ts';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** How many licenses a list would show in all; each filter that is given narrows it. */
export const CountLicensesRequest = z.strictObject({
  environment,
  /** The stored state, as everywhere in filters and counts. */
  status: z.enum(LICENSE_STATUSES).optional(),
  productId: recordId.optional(),
  /** ISO 8601 in UTC; this moment and later. */
  createdSince: z.iso.datetime().optional(),
});
export type CountLicensesRequest = z.infer<typeof CountLicensesRequest>;

export const CountLicensesAnswer = outcome({ count: z.int() });
export type CountLicensesAnswer = z.infer<typeof CountLicensesAnswer>;
