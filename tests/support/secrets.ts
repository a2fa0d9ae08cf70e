import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** A private Ed25519 JWK with a key id, as the signing secret holds them. */
export function signingJwk(kid: string): Record<string, unknown> {
  return { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid };
}

/** The signing secret for these keys. */
export function signingSecret(current: string, keys: readonly Record<string, unknown>[]): string {
  return JSON.stringify({ current, keys });
}

let made: Record<string, string> | undefined;

/** Secrets made for this test run; the ones of the surroundings, if there are any, win. */
export function testSecrets(): Record<string, string> {
  made ??= {
    LATCHKEY_SIGNING_KEYS: signingSecret('test-1', [signingJwk('test-1'), signingJwk('test-2')]),
    LATCHKEY_KEY_PEPPER: randomBytes(32).toString('base64url'),
  };
  const { LATCHKEY_SIGNING_KEYS = '', LATCHKEY_KEY_PEPPER = '' } = process.env;
  return LATCHKEY_SIGNING_KEYS && LATCHKEY_KEY_PEPPER ? { LATCHKEY_SIGNING_KEYS, LATCHKEY_KEY_PEPPER } : made;
}
