import * as z from 'zod';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** Two pages of the list. */
export const MAX_DEVICES = 100;

export const DeactivateDevicesRequest = z.strictObject({
  environment,
  activationIds: z.array(recordId).min(1).max(MAX_DEVICES),
});
export type DeactivateDevicesRequest = z.infer<typeof DeactivateDevicesRequest>;

/** One row for each device that was asked about, in that order; `code` null = it was deactivated. */
export const DeactivateDevicesAnswer = outcome({
  rows: z.array(
    z.strictObject({ activationId: z.string(), code: z.string().nullable(), reason: z.string().nullable() }),
  ),
});
export type DeactivateDevicesAnswer = z.infer<typeof DeactivateDevicesAnswer>;
