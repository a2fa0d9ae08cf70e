import * as z from 'zod';
import { activationLimit, customer, environment, expiry, jsonObject, reason, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

const reasons = { publicReason: reason.nullable(), note: reason.nullable() };

export const licenseChanges = z.strictObject({
  activationLimit: activationLimit.optional(),
  expiresAt: expiry.optional(),
  graceDays: z.int().min(0).max(30).nullable().optional(),
  features: jsonObject.optional(),
  metadata: jsonObject.optional(),
});

/** A command as the console sends it; dates are ISO 8601 texts, customers are named by e-mail. */
export const CommandInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('assign'), customer }),
  z.strictObject({ type: z.literal('inactivate'), ...reasons }),
  z.strictObject({ type: z.literal('reactivate') }),
  z.strictObject({ type: z.literal('suspend'), ...reasons }),
  z.strictObject({ type: z.literal('unsuspend') }),
  z.strictObject({ type: z.literal('revoke'), ...reasons }),
  z.strictObject({ type: z.literal('transfer'), customer }),
  z.strictObject({
    type: z.literal('edit'),
    revision: z.int().nullable(),
    changes: licenseChanges,
    /** Who shall have it: an available license is assigned, one with a customer is transferred. */
    customer: customer.optional(),
  }),
  z.strictObject({ type: z.literal('renew'), expiresAt: expiry.optional() }),
  z.strictObject({ type: z.literal('delete'), confirmation: z.string().max(20) }),
]);
export type CommandInput = z.infer<typeof CommandInput>;

export const CommandLicenseRequest = z.strictObject({
  environment,
  licenseId: recordId,
  command: CommandInput,
});
export type CommandLicenseRequest = z.infer<typeof CommandLicenseRequest>;

/** `renewedToId` names the new license after "renew". */
export const CommandLicenseAnswer = outcome({ renewedToId: z.string().nullable() });
export type CommandLicenseAnswer = z.infer<typeof CommandLicenseAnswer>;
