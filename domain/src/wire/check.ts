import * as z from 'zod';
import { ENVIRONMENTS } from '../environment.ts';
import { IDENTIFIER_TYPES, MAX_IDENTIFIER_LENGTH, normaliseIdentifier } from '../activation/identifier.ts';
import { isPlainText, plainText, trimmedText } from './text.ts';

/** A request has at most 16 KB (contract.md): what has no bound of its own is bound by that. */
const MAX_BODY_LENGTH = 16 * 1024;

/** What shipped software sends (contract.md, HTTP API v1). Unknown fields are refused. */
const common = {
  key: trimmedText(128, 8).describe('The license key.'),
  environment: z
    .enum(ENVIRONMENTS)
    .default('production')
    .describe('The environment the software runs in; a key works in its own only.'),
  product: plainText(128, 1)
    .optional()
    .describe('Product id; when given, the key has to be of this product.'),
  identifierType: z.enum(IDENTIFIER_TYPES).default('hardware').describe('What the identifier names.'),
  nonce: plainText(128)
    .optional()
    .describe('Echoed in the answer and in the token, so that an answer cannot be replayed.'),
};

const identifier = z
  .string()
  .describe(
    `Hardware ID or domain of the device, 1 to ${MAX_IDENTIFIER_LENGTH} characters after normalising. ` +
      'Domains are compared without scheme, port, path, trailing dot and leading www.',
  );
const appVersion = plainText(64).optional().describe('Version of the asking software.');

interface Asked {
  readonly identifierType: (typeof IDENTIFIER_TYPES)[number];
  readonly identifier?: string | undefined;
}

/** Refuses an identifier without a normal form, at its own path. */
function checkIdentifier(asked: Asked, context: z.RefinementCtx): void {
  if (asked.identifier === undefined) return;
  if (!isPlainText(asked.identifier.trim())) {
    context.addIssue({
      code: 'custom',
      path: ['identifier'],
      message: 'must not contain control characters or broken Unicode',
    });
  } else if (normaliseIdentifier(asked.identifierType, asked.identifier) === null) {
    const what = asked.identifierType === 'domain' ? 'a domain name' : 'text';
    const message = `must be ${what} of 1 to ${MAX_IDENTIFIER_LENGTH} characters after normalising`;
    context.addIssue({ code: 'custom', path: ['identifier'], message });
  }
}

export const ValidateRequest = z
  .strictObject({
    ...common,
    identifier: identifier.optional(),
    features: z
      .array(plainText(MAX_BODY_LENGTH))
      .max(50)
      .optional()
      .describe('All of these must be enabled: own properties whose value is not false, null, 0 or "".'),
    appVersion,
  })
  .superRefine(checkIdentifier);

export const ActivateRequest = z
  .strictObject({
    ...common,
    identifier,
    label: plainText(100).optional().describe('Name of the device, for people.'),
    appVersion,
  })
  .superRefine(checkIdentifier);

export const DeactivateRequest = z.strictObject({ ...common, identifier }).superRefine(checkIdentifier);

export type ValidateRequest = z.infer<typeof ValidateRequest>;
export type ActivateRequest = z.infer<typeof ActivateRequest>;
export type DeactivateRequest = z.infer<typeof DeactivateRequest>;
