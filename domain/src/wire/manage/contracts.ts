import * as z from 'zod';
import { CONTRACT_STATUSES, CONTRACT_TYPES } from '../../contract/contract.ts';
import { ENVIRONMENTS } from '../../environment.ts';
import { MAX_FORM_QUANTITY } from '../../generator/batch.ts';
import { contractFacts } from '../console/contracts.ts';
import { customer, recordId } from '../console/fields.ts';
import { id, isoTime, paging } from './common.ts';

export const ManagedContract = z.strictObject({
  id,
  environment: z.enum(ENVIRONMENTS),
  ...contractFacts.shape,
  type: z.enum(CONTRACT_TYPES),
  status: z.enum(CONTRACT_STATUSES),
  product: z.strictObject({ id, name: z.string() }),
  features: z.record(z.string(), z.unknown()).nullable(),
  used: z.int(),
  remaining: z.int(),
  expiresAt: isoTime.nullable(),
  keyHint: z.string().nullable(),
  keyMadeAt: isoTime.nullable(),
  lastIssuedAt: isoTime.nullable(),
  createdAt: isoTime,
  updatedAt: isoTime,
  revision: z.int(),
});
export type ManagedContract = z.infer<typeof ManagedContract>;

export const ListContracts = z.strictObject({
  ...paging,
  status: z.enum(CONTRACT_STATUSES).optional(),
  type: z.enum(CONTRACT_TYPES).optional(),
});
export const CreateContract = z.strictObject({
  type: z.enum(CONTRACT_TYPES),
  productId: recordId,
  ...contractFacts.shape,
});
export const EditContract = contractFacts.partial();
export const IssueContract = z.strictObject({
  quantity: z.int().min(1).max(MAX_FORM_QUANTITY),
  customer: customer.optional(),
});
/** Up to 100 are there with the answer; for more a job issues them. */
export const IssuedContract = z.strictObject({ issued: z.int(), jobId: id.nullable() });
/** The new key, told this once. */
export const ContractKey = z.strictObject({ key: z.string() });
