import * as z from 'zod';
import { activationLimit, customer, environment, expiry, jsonObject, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

export const IssueLicenseRequest = z.strictObject({
  environment,
  productId: recordId,
  generatorId: recordId,
  customer: customer.optional(),
  activationLimit: activationLimit.optional(),
  expiresAt: expiry.optional(),
  features: jsonObject.optional(),
  metadata: jsonObject.optional(),
});
export type IssueLicenseRequest = z.infer<typeof IssueLicenseRequest>;

export const IssueLicenseAnswer = outcome({ licenseId: z.string() });
export type IssueLicenseAnswer = z.infer<typeof IssueLicenseAnswer>;
