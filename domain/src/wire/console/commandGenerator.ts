import * as z from 'zod';
import { environment, recordId } from './fields.ts';
import { generatorFacts } from './generatorFields.ts';
import { outcome } from './outcome.ts';

export const GeneratorCommandInput = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('edit'),
    revision: z.int().nullable(),
    changes: generatorFacts.partial(),
  }),
  z.strictObject({ type: z.enum(['activate', 'inactivate', 'delete']) }),
]);
export type GeneratorCommandInput = z.infer<typeof GeneratorCommandInput>;

export const CommandGeneratorRequest = z.strictObject({
  environment,
  generatorId: recordId,
  command: GeneratorCommandInput,
});
export type CommandGeneratorRequest = z.infer<typeof CommandGeneratorRequest>;

export const CommandGeneratorAnswer = outcome({});
export type CommandGeneratorAnswer = z.infer<typeof CommandGeneratorAnswer>;
