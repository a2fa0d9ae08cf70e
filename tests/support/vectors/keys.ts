import { createHash, createHmac, createPrivateKey, sign, type JsonWebKey } from 'node:crypto';
import { SIGNING_KEYS } from '@latchkey/functions/crypto/secrets';
import { signingSecret } from '../secrets.ts';

/** PKCS #8 (RFC 8410) of an Ed25519 key, up to its 32 bytes. */
const BEFORE_SEED = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key whose only use is the test vectors: it follows from its name, so everybody could make it. */
export function vectorJwk(kid: string): JsonWebKey & { kid: string; x: string } {
  const seed = createHash('sha256').update(`Latchkey public test vectors, ${kid}`).digest();
  const key = createPrivateKey({ key: Buffer.concat([BEFORE_SEED, seed]), format: 'der', type: 'pkcs8' });
  const { kty, crv, x = '', d } = key.export({ format: 'jwk' });
  return { kty, crv, x, d, kid };
}

/** The set that a client of the vectors has pinned, as `/v1/jwks.json` would show it. */
export const CURRENT = vectorJwk('vectors-1');
export const NEXT = vectorJwk('vectors-2');
/** A key that nobody has published. */
export const STRANGER = vectorJwk('stranger');

/** Has the functions' own signer sign with these keys until the work is done. */
export async function signingWith<T>(current: string, work: () => Promise<T>): Promise<T> {
  const before = process.env[SIGNING_KEYS];
  process.env[SIGNING_KEYS] = signingSecret(current, [CURRENT, NEXT]);
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env[SIGNING_KEYS];
    else process.env[SIGNING_KEYS] = before;
  }
}

/** A JWS that our signer would never make. */
export interface Parts {
  readonly protected: string;
  readonly payload: string;
  readonly signature: string;
}

export function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Signs whatever header and payload with the key, whatever they say of themselves. */
export function forged(header: object, payload: unknown, key: JsonWebKey): Parts {
  const parts = { protected: encoded(header), payload: encoded(payload) };
  const text = Buffer.from(`${parts.protected}.${parts.payload}`);
  const signature = sign(null, text, createPrivateKey({ key, format: 'jwk' }));
  return { ...parts, signature: signature.toString('base64url') };
}

/** Signed as if the public key were the secret of a shared one: the classic confusion. */
export function confused(header: object, payload: unknown): Parts {
  const parts = { protected: encoded({ ...header, alg: 'HS256' }), payload: encoded(payload) };
  const secret = Buffer.from(CURRENT.x, 'base64url');
  const signature = createHmac('sha256', secret).update(`${parts.protected}.${parts.payload}`);
  return { ...parts, signature: signature.digest('base64url') };
}
