import * as z from 'zod';
import { LICENSE_STATUSES } from '../../license/license.ts';
import { PreviewRetentionRequest, RetentionPreviewRow } from '../console/retention.ts';
import { recordId } from '../console/fields.ts';

export const CountLicenses = z
  .strictObject({
    status: z.enum(LICENSE_STATUSES).optional(),
    productId: recordId.optional(),
    generatorId: recordId.optional(),
    customerId: recordId.optional(),
    createdSince: z.iso.datetime().optional(),
  })
  // No index counts these together, and every index is one more entry for each license.
  .refine(
    ({ createdSince, generatorId, customerId }) =>
      createdSince === undefined || (generatorId === undefined && customerId === undefined),
    { path: ['createdSince'], error: 'goes with status and productId only' },
  );
export const LicenseCount = z.strictObject({ count: z.int() });

export const PreviewRetention = PreviewRetentionRequest.pick({ kept: true });
export const RetentionPreview = z.strictObject({ items: z.array(RetentionPreviewRow), next: z.null() });
