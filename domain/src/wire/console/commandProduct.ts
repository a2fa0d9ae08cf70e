import * as z from 'zod';
import { environment, reason, recordId } from './fields.ts';
import { outcome } from './outcome.ts';
import { productFacts } from './productFields.ts';

const confirmation = z.string().max(200);

export const ProductCommandInput = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('edit'),
    revision: z.int().nullable(),
    changes: productFacts.partial(),
  }),
  z.strictObject({ type: z.enum(['activate', 'inactivate', 'archive', 'unarchive']) }),
  z.strictObject({ type: z.literal('kill'), confirmation, reason: reason.min(1) }),
  z.strictObject({ type: z.literal('delete'), confirmation }),
]);
export type ProductCommandInput = z.infer<typeof ProductCommandInput>;

export const CommandProductRequest = z.strictObject({
  environment,
  productId: recordId,
  command: ProductCommandInput,
});
export type CommandProductRequest = z.infer<typeof CommandProductRequest>;

/** `jobId` names the job that brings the change to the licenses, where there is one. */
export const CommandProductAnswer = outcome({ jobId: z.string().nullable() });
export type CommandProductAnswer = z.infer<typeof CommandProductAnswer>;
