import type { ChainEnd } from '@latchkey/domain/audit/chain';
import type { Environment } from '@latchkey/domain/environment';
import { hash } from 'node:crypto';
import { CompactSign, compactVerify, createLocalJWKSet, decodeProtectedHeader } from 'jose';
import { ALGORITHM, signingKeys } from './signingKeys.ts';
import type { PublicJwk } from './signingKeys.ts';

/** Keeps a signed end of a chain from ever passing for another thing that the same keys sign. */
const TYPE = 'latchkey-audit-chain+jwt';
const encoder = new TextEncoder();

/** SHA-256 of the text's UTF-8, hexadecimal. */
export function chainHash(text: string): string {
  return hash('sha256', text, 'hex');
}

/** Compact JWS over environment, count, hash and the moment (seconds), with the current key. */
export async function signChainEnd(environment: Environment, end: ChainEnd, at: Date): Promise<string> {
  const { currentKid, privateKey } = await signingKeys();
  const { count, hash } = end;
  const claims = { env: environment, count, hash, iat: Math.floor(at.getTime() / 1000) };
  return new CompactSign(encoder.encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: ALGORITHM, kid: currentKid, typ: TYPE })
    .sign(privateKey);
}

export async function isCurrentSignature(signature: string): Promise<boolean> {
  const { currentKid } = await signingKeys();
  return kidOf(signature) === currentKid;
}

/** Whether one of these keys signed exactly this end of this environment's chain. */
export async function isSignedEnd(
  signature: string,
  environment: Environment,
  { count, hash }: ChainEnd,
  keys: readonly PublicJwk[],
): Promise<boolean> {
  try {
    const set = createLocalJWKSet({ keys: keys.map((key) => ({ ...key })) });
    const { payload, protectedHeader } = await compactVerify(signature, set, { algorithms: [ALGORITHM] });
    const claims = JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;
    const { env, count: signedCount, hash: signedHash } = claims;
    return (
      protectedHeader.typ === TYPE && env === environment && signedCount === count && signedHash === hash
    );
  } catch {
    return false;
  }
}

function kidOf(signature: string): string | null {
  try {
    return decodeProtectedHeader(signature).kid ?? null;
  } catch {
    return null;
  }
}
