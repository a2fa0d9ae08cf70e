import * as z from 'zod';

/** Answers of the doors that take no body. */
export const Health = z.strictObject({
  status: z.literal('ok').describe('Always "ok"; anything else is no answer.'),
  serverTime: z.iso.datetime().describe('The clock that decides about expiry.'),
});

export const KeySet = z
  .strictObject({
    keys: z
      .array(
        z
          .strictObject({
            kty: z.literal('OKP').describe('Octet key pair (RFC 8037).'),
            crv: z.literal('Ed25519').describe('The curve.'),
            x: z.string().describe('The public key, base64url.'),
            kid: z.string().describe('The name by which the header of a token refers to the key.'),
            alg: z.literal('EdDSA').describe('The only algorithm the key is for.'),
            use: z.literal('sig').describe('The key verifies signatures.'),
          })
          .describe('A public key.'),
      )
      .min(2)
      .describe('The key in use and the next or the last one.'),
  })
  .describe('JWK set (RFC 7517). Keep it for five minutes and fetch it again when a kid is not in it.');
