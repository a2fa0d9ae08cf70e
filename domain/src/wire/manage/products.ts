import * as z from 'zod';
import { ENVIRONMENTS } from '../../environment.ts';
import { PRODUCT_STATUSES } from '../../product/product.ts';
import { recordId, reason } from '../console/fields.ts';
import { productFacts, productId } from '../console/productFields.ts';
import { id, isoTime, paging } from './common.ts';

export const ManagedProduct = z.strictObject({
  id,
  environment: z.enum(ENVIRONMENTS),
  ...productFacts.shape,
  status: z.enum(PRODUCT_STATUSES),
  createdAt: isoTime,
  updatedAt: isoTime,
  revision: z.int(),
});
export type ManagedProduct = z.infer<typeof ManagedProduct>;

export const ListProducts = z.strictObject({ ...paging, status: z.enum(PRODUCT_STATUSES).optional() });
export const CreateProduct = z.strictObject({ id: productId, ...productFacts.shape });
export const EditProduct = productFacts.partial();
/** The reason is shown to the customers whose licenses are revoked. */
export const KillProduct = z.strictObject({ confirmation: recordId, reason: reason.min(1) });
/** `jobId` names the job that brings the change to the licenses, where there is one. */
export const ChangedProduct = z.strictObject({ product: ManagedProduct, jobId: id.nullable() });
