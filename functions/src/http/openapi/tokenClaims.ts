import { ENVIRONMENTS } from '@latchkey/domain/environment';
import { VERDICT_CODES } from '@latchkey/domain/license/codes';
import type { TokenClaims as Claims } from '@latchkey/domain/wire/token';
import * as z from 'zod';

/** What domain/wire/token puts into the token, said as a schema. */
export const TokenClaims = z
  .strictObject({
    iss: z.literal('latchkey').describe('Who signed: always "latchkey".'),
    sub: z.string().optional().describe('License id; absent when the answer speaks of no license.'),
    aud: z.string().optional().describe('Product id; absent like `sub`. Compare it with your own product.'),
    iat: z.int().describe('When it was signed, in seconds since 1970.'),
    exp: z
      .int()
      .describe(
        'Until when it may be relied on, in seconds since 1970: 24 hours at most, never past the effective ' +
          'expiry of the license; 5 minutes for a refusal.',
      ),
    env: z.enum(ENVIRONMENTS).describe('The environment that was asked. Compare it with your own.'),
    act: z.enum(['validate', 'activate', 'deactivate']).describe('The question that was asked.'),
    ok: z.boolean().describe('The decision: the same as valid, activated or deactivated beside the token.'),
    code: z.enum(VERDICT_CODES).describe('The code of the decision.'),
    nonce: z
      .string()
      .optional()
      .describe('The nonce of the request. Compare it: a replayed answer has another.'),
    dev: z
      .string()
      .optional()
      .describe('base64url SHA-256 of identifierType + ":" + normalised identifier; absent without one.'),
    features: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('Features of the license; absent like `sub`.'),
    lim: z
      .int()
      .optional()
      .describe('How many devices the license allows, -1 = any number; absent like `sub`.'),
  })
  .describe(
    'Claims of the token, a compact JWS (header: alg EdDSA, kid of the key set, typ JWT). Accept no other ' +
      'algorithm, verify the signature, compare env, aud, dev and nonce, and refuse it after exp.',
  ) satisfies z.ZodType<Omit<Claims, 'features'>>;
