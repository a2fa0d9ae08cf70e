import * as z from 'zod';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** What is kept about a customer, part by part. */
export const CUSTOMER_PARTS = ['licenses', 'devices', 'history'] as const;
export type CustomerPart = (typeof CUSTOMER_PARTS)[number];

/** One page of one part in one environment; `after` is the `next` of the page before. */
export const ExportCustomerRequest = z.strictObject({
  environment,
  customerId: recordId,
  part: z.enum(CUSTOMER_PARTS),
  after: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,199}$/, { error: 'is not an id' })
    .nullable(),
});
export type ExportCustomerRequest = z.infer<typeof ExportCustomerRequest>;

/** Times are ISO 8601 in UTC; every row has an id. */
export const ExportedRow = z.object({ id: z.string() }).catchall(z.union([z.string(), z.number(), z.null()]));
export type ExportedRow = z.infer<typeof ExportedRow>;

export const ExportCustomerAnswer = outcome({ rows: z.array(ExportedRow), next: z.string().nullable() });
export type ExportCustomerAnswer = z.infer<typeof ExportCustomerAnswer>;
