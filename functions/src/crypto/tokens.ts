import { CompactSign } from 'jose';
import { ALGORITHM, signingKeys } from './signingKeys.ts';
import type { PublicJwk } from './signingKeys.ts';

const encoder = new TextEncoder();

/**
 * Signs claims as a compact JWS with the current key. Signing happens on the thread pool, so other
 * requests go on meanwhile. Members that are undefined are left out; times are the caller's, in
 * seconds.
 * @throws ConfigurationError when the keys are missing or malformed
 */
export async function signToken(claims: Readonly<Record<string, unknown>>): Promise<string> {
  const { currentKid, privateKey } = await signingKeys();
  return new CompactSign(encoder.encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: ALGORITHM, kid: currentKid, typ: 'JWT' })
    .sign(privateKey);
}

/** The JWK set (RFC 7517) by which anyone verifies what `signToken` made: public parts only. */
export async function publicJwks(): Promise<{ readonly keys: readonly PublicJwk[] }> {
  const { publicKeys } = await signingKeys();
  return { keys: publicKeys };
}
