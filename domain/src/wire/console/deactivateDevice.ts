import * as z from 'zod';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** For console people and for the customer who owns the device. */
export const DeactivateDeviceRequest = z.strictObject({ environment, activationId: recordId });
export type DeactivateDeviceRequest = z.infer<typeof DeactivateDeviceRequest>;

export const DeactivateDeviceAnswer = outcome({});
export type DeactivateDeviceAnswer = z.infer<typeof DeactivateDeviceAnswer>;
