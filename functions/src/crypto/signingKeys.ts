import { importJWK } from 'jose';
import type { CryptoKey } from 'jose';
import { ConfigurationError } from '../config.ts';
import { SIGNING_KEYS } from './secrets.ts';

export const ALGORITHM = 'EdDSA';

/** The public half of a key as the JWK set shows it. */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly alg: typeof ALGORITHM;
  readonly use: 'sig';
}

export interface SigningKeys {
  readonly currentKid: string;
  readonly privateKey: CryptoKey;
  readonly publicKeys: readonly PublicJwk[];
}

interface PrivateJwk {
  readonly kid: string;
  readonly x: string;
  readonly d: string;
}

let imported: { readonly text: string; readonly keys: Promise<SigningKeys> } | undefined;

/**
 * The signing keys of the secret, imported once.
 * @throws ConfigurationError when the secret is missing or malformed; its message names the
 * variable and the fault, never a value
 */
export function signingKeys(): Promise<SigningKeys> {
  const text = process.env[SIGNING_KEYS] ?? '';
  if (imported?.text !== text) imported = { text, keys: importKeys(text) };
  return imported.keys;
}

async function importKeys(text: string): Promise<SigningKeys> {
  const { current, keys } = parseSecret(text);
  const signer = keys.find(({ kid }) => kid === current);
  if (signer === undefined) throw fault('has no key with the current kid');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: signer.x, d: signer.d };
  const privateKey = await importJWK(jwk, ALGORITHM).catch(() => {
    throw fault('holds a key that is not an Ed25519 private JWK');
  });
  if (privateKey instanceof Uint8Array) throw fault('holds a symmetric key');
  return { currentKid: current, privateKey, publicKeys: keys.map(publicJwk) };
}

/** Named member by member: a private part cannot slip through. */
function publicJwk({ kid, x }: PrivateJwk): PublicJwk {
  return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: ALGORITHM, use: 'sig' };
}

/** `{ "current": kid, "keys": [private JWK, ...] }`, at least two so that rotation is always open. */
function parseSecret(text: string): { current: string; keys: readonly PrivateJwk[] } {
  if (text === '') throw fault('is not set');
  let secret: unknown;
  try {
    secret = JSON.parse(text);
  } catch {
    // The parser's own words quote the text.
    throw fault('is not JSON');
  }
  const { current, keys } = (secret ?? {}) as { current?: unknown; keys?: unknown };
  if (typeof current !== 'string' || !Array.isArray(keys)) throw fault('needs "current" and "keys"');
  const parsed = keys.map(parseKey);
  if (new Set(parsed.map(({ kid }) => kid)).size !== parsed.length) throw fault('has the same kid twice');
  if (parsed.length < 2) throw fault('needs at least two keys: the current and the next or last');
  return { current, keys: parsed };
}

function parseKey(key: unknown): PrivateJwk {
  const { kty, crv, kid, x, d } = (key ?? {}) as Partial<Record<'kty' | 'crv' | 'kid' | 'x' | 'd', unknown>>;
  const isKey = kty === 'OKP' && crv === 'Ed25519' && typeof kid === 'string' && kid !== '';
  if (!isKey || typeof x !== 'string' || typeof d !== 'string') {
    throw fault('holds a key that is not an Ed25519 private JWK with a kid');
  }
  return { kid, x, d };
}

function fault(problem: string): ConfigurationError {
  return new ConfigurationError(SIGNING_KEYS, problem);
}
