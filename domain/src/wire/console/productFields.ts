import * as z from 'zod';
import { IDENTIFIER_TYPES } from '../../activation/identifier.ts';
import { isFeatureName, MAX_FEATURE_TEXT, MAX_FEATURES } from '../../product/features.ts';
import { isProductId } from '../../product/product.ts';
import { multilineText, plainText, trimmedText } from '../text.ts';

/** The id of a new product; those that exist are looked up by `recordId`. */
export const productId = z.string().refine(isProductId, {
  error: 'must be 1 to 64 of a–z, 0–9 and single dashes, with a letter or digit at both ends',
});

const named = {
  name: z.string().refine(isFeatureName, {
    error: 'must begin with a letter and hold letters, digits, - and _ only, up to 64',
  }),
  label: trimmedText(100, 1),
};

const feature = z.discriminatedUnion('type', [
  z.strictObject({ ...named, type: z.literal('boolean'), default: z.boolean() }),
  z.strictObject({ ...named, type: z.literal('number'), default: z.number() }),
  z.strictObject({ ...named, type: z.literal('text'), default: plainText(MAX_FEATURE_TEXT) }),
]);

/** What a person fills in about a product, on creation and on edit alike. */
export const productFacts = z.strictObject({
  name: trimmedText(100, 1),
  description: multilineText(1000),
  identifierType: z.enum(IDENTIFIER_TYPES),
  requireIdentifier: z.boolean(),
  offlineAllowed: z.boolean(),
  downloadsAllowed: z.boolean(),
  emailOnAssign: z.boolean(),
  features: z.array(feature).max(MAX_FEATURES),
});
