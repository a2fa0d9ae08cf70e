import * as z from 'zod';
import { ACTIVATION_STATUSES } from '../../activation/activation.ts';
import { IDENTIFIER_TYPES } from '../../activation/identifier.ts';
import { DeactivateDevicesRequest } from '../console/deactivateDevices.ts';
import { recordId } from '../console/fields.ts';
import { id, isoTime, paging } from './common.ts';

export const ManagedActivation = z.strictObject({
  id,
  licenseId: id,
  keyHint: z.string(),
  product: z.strictObject({ id, name: z.string() }),
  customerId: id.nullable(),
  identifier: z.string(),
  identifierType: z.enum(IDENTIFIER_TYPES),
  label: z.string().nullable(),
  appVersion: z.string().nullable(),
  status: z.enum(ACTIVATION_STATUSES),
  activatedAt: isoTime,
  deactivatedAt: isoTime.nullable(),
  lastSeenAt: isoTime.nullable(),
});
export type ManagedActivation = z.infer<typeof ManagedActivation>;

export const ListActivations = z.strictObject({
  ...paging,
  licenseId: recordId.optional(),
  productId: recordId.optional(),
  customerId: recordId.optional(),
  status: z.enum(ACTIVATION_STATUSES).optional(),
});

export const DeactivateMany = DeactivateDevicesRequest.pick({ activationIds: true });
/** What came of each device that was named, in that order. */
export const DeactivatedRow = z.strictObject({
  activationId: id,
  outcome: z.enum(['done', 'refused']),
  code: z.string().nullable(),
  sentence: z.string().nullable(),
});
