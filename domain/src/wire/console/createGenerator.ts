import * as z from 'zod';
import { environment, recordId } from './fields.ts';
import { generatorFacts } from './generatorFields.ts';
import { outcome } from './outcome.ts';

/** Product and type of keys are fixed with it. */
export const CreateGeneratorRequest = z.strictObject({
  environment,
  productId: recordId,
  facts: generatorFacts,
});
export type CreateGeneratorRequest = z.infer<typeof CreateGeneratorRequest>;

export const CreateGeneratorAnswer = outcome({ generatorId: z.string() });
export type CreateGeneratorAnswer = z.infer<typeof CreateGeneratorAnswer>;
