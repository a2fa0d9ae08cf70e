import { ENVIRONMENTS, type Environment } from '../environment.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 40;
/** How much of it may be seen again. */
const HINT = 6;

/** 40 letters and digits, 238 bits. @param randomBytes bytes of a CSPRNG */
export function newSecret(
  prefix: string,
  randomBytes: (count: number) => Uint8Array,
): { readonly key: string; readonly hint: string } {
  let secret = '';
  while (secret.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      // Bytes from here up would make the first letters likelier than the last.
      if (byte < 248 && secret.length < LENGTH) secret += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return { key: prefix + secret, hint: prefix + secret.slice(0, HINT) };
}

/** An API key: a prefix that secret scanners find, which environment it works in, and a secret: lkm_production_… */
const FORM = /^lkm_(production|staging|development)_[A-Za-z0-9]{40}$/;

export function newApiKey(environment: Environment, randomBytes: (count: number) => Uint8Array) {
  return newSecret(`lkm_${environment}_`, randomBytes);
}

/** The environment that a key names; null = it is none of ours. */
export function apiKeyEnvironment(key: string): Environment | null {
  const named = FORM.exec(key)?.[1];
  return ENVIRONMENTS.find((environment) => environment === named) ?? null;
}
