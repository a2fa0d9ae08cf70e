import * as z from 'zod';
import { VALIDITY_UNITS } from '../../generator/validity.ts';
import { multilineText, plainText, trimmedText } from '../text.ts';
import { activationLimit, jsonObject } from './fields.ts';

const charset = plainText(94, 1);
const affix = plainText(32);

/** Shapes and sizes only; whether such keys may be issued is asked of `checkFormat`. */
export const keyFormat = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('uuid') }),
  z.strictObject({
    type: z.literal('chunk'),
    count: z.int().min(1).max(16),
    size: z.int().min(1).max(32),
    charset,
    separator: z.enum(['-', '_', '.', '']),
    prefix: affix,
    suffix: affix,
  }),
  z.strictObject({ type: z.literal('custom'), pattern: plainText(200, 1), charset }),
]);

export const validity = z
  .strictObject({
    amount: z.int().min(1),
    unit: z.enum(VALIDITY_UNITS),
    from: z.enum(['assignment', 'activation']),
  })
  .nullable();

/** What a person fills in about a generator, on creation and on edit alike. */
export const generatorFacts = z.strictObject({
  name: trimmedText(100, 3),
  description: multilineText(1000),
  format: keyFormat,
  activationLimit,
  validity,
  features: jsonObject,
  metadata: jsonObject,
});
