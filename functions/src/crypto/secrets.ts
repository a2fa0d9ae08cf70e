/** Private Ed25519 JWKs, at least two: `{ "current": kid, "keys": [...] }`. */
export const SIGNING_KEYS = 'LATCHKEY_SIGNING_KEYS';
/** 32 random bytes or more, base64url; keys and customer ids are hashed under it, so it never changes. */
export const KEY_PEPPER = 'LATCHKEY_KEY_PEPPER';

/** What a function needs to be deployed with; both arrive as environment variables. */
export const SECRETS = [SIGNING_KEYS, KEY_PEPPER] as const;
