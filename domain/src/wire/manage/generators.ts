import * as z from 'zod';
import { ENVIRONMENTS } from '../../environment.ts';
import { GENERATOR_STATUSES } from '../../generator/generator.ts';
import { MAX_JOB_QUANTITY } from '../../generator/batch.ts';
import { recordId } from '../console/fields.ts';
import { generatorFacts } from '../console/generatorFields.ts';
import { id, isoTime, paging } from './common.ts';

const json = z.record(z.string(), z.unknown());

export const ManagedGenerator = z.strictObject({
  id,
  environment: z.enum(ENVIRONMENTS),
  product: z.strictObject({ id, name: z.string() }),
  ...generatorFacts.shape,
  features: json,
  metadata: json,
  status: z.enum(GENERATOR_STATUSES),
  createdAt: isoTime,
  updatedAt: isoTime,
  revision: z.int(),
});
export type ManagedGenerator = z.infer<typeof ManagedGenerator>;

export const ListGenerators = z.strictObject({
  ...paging,
  productId: recordId.optional(),
  status: z.enum(GENERATOR_STATUSES).optional(),
});
export const CreateGenerator = z.strictObject({ productId: recordId, ...generatorFacts.shape });
export const EditGenerator = generatorFacts.partial();
export const Generate = z.strictObject({ quantity: z.int().min(1).max(MAX_JOB_QUANTITY) });
/** Up to 100 are there with the answer; for more a job makes them. */
export const Generated = z.strictObject({ made: z.int(), jobId: id.nullable() });
