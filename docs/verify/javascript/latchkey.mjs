// Checks what Latchkey signs, without a network: tokens of its answers and offline files.
// Needs nothing but WebCrypto with Ed25519: Node 20, Deno, Bun, Electron, browsers of 2025.
// Copy this file into your software. What the words mean: docs/verifying.md.

const ALPHABET = /^[A-Za-z0-9_-]*$/;

/**
 * @param token the `token` of an answer: a compact JWS
 * @param want what it has to be: { keys, product, environment, identifierType, identifier, license, nonce, now, seen, tolerance }
 * @returns {Promise<{ word: string, claims?: object }>} `word` is "OK" or why not
 */
export function checkToken(token, want) {
  const parts = String(token).split('.');
  if (parts.length !== 3) return Promise.resolve({ word: 'MALFORMED' });
  return check({ protected: parts[0], payload: parts[1], signature: parts[2] }, 'JWT', want);
}

/** @param text the text of latchkey-license.json; otherwise like `checkToken` */
export function checkOfflineFile(text, want) {
  const file = parseObject(text);
  const isFile = file !== null && Object.keys(file).sort().join() === 'payload,protected,signature';
  if (!isFile) return Promise.resolve({ word: 'MALFORMED' });
  return check(file, 'latchkey-license+jws', want);
}

async function check(parts, type, want) {
  const [head, payload, signature] = [parts.protected, parts.payload, parts.signature].map(decode);
  const header = head && parseObject(utf8(head));
  if (!header || !payload || !signature || 'crit' in header) return { word: 'MALFORMED' };
  // The algorithm is ours to say, never the document's: "none" and "HS256" end here.
  if (header.alg !== 'EdDSA') return { word: 'WRONG_ALGORITHM' };
  if (header.typ !== type) return { word: 'WRONG_TYPE' };
  const jwk = want.keys.keys.find(
    ({ kid, kty, crv }) => kid === header.kid && kty === 'OKP' && crv === 'Ed25519',
  );
  if (jwk === undefined) return { word: 'UNKNOWN_KEY' };
  const key = await crypto.subtle.importKey('raw', decode(jwk.x), 'Ed25519', false, ['verify']);
  const signed = new TextEncoder().encode(`${parts.protected}.${parts.payload}`);
  if (!(await crypto.subtle.verify('Ed25519', key, signature, signed))) return { word: 'BAD_SIGNATURE' };

  const claims = parseObject(utf8(payload));
  if (!claims || !Number.isInteger(claims.iat) || !Number.isInteger(claims.exp)) return { word: 'MALFORMED' };
  return { word: judge(claims, type === 'JWT', await deviceOf(want), want), claims };
}

/** The signature is good: are the claims meant for this software, this device and this moment? */
function judge(claims, isToken, device, want) {
  const { now, seen = 0, tolerance = 300 } = want;
  // A refusal about a key that nobody knows names no product and no license.
  const faceless = isToken && claims.ok === false && claims.aud === undefined;
  if (claims.iss !== 'latchkey') return 'WRONG_ISSUER';
  if (claims.env !== want.environment) return 'WRONG_ENVIRONMENT';
  if (!faceless && claims.aud !== want.product) return 'WRONG_PRODUCT';
  if (!faceless && want.license != null && claims.sub !== want.license) return 'WRONG_LICENSE';
  if (isToken && claims.act !== 'validate' && claims.act !== 'activate') return 'WRONG_ACTION';
  // A file may be made for any device; a token is for the one that was asked about.
  const anyDevice = !isToken && claims.dev === undefined;
  if (!anyDevice && (claims.dev ?? null) !== device) return 'WRONG_DEVICE';
  if (isToken && want.nonce != null && claims.nonce !== want.nonce) return 'WRONG_NONCE';
  if (claims.iat > now + tolerance) return 'NOT_YET_VALID';
  if (now < (seen ?? 0) - tolerance) return 'CLOCK_TURNED_BACK';
  if (now >= claims.exp) return 'EXPIRED';
  return isToken && claims.ok !== true ? 'REFUSED' : 'OK';
}

/** base64url SHA-256 of "hardware:HW-1" or "domain:shop.example.com"; null = no device. */
async function deviceOf({ identifierType, identifier }) {
  if (identifier == null) return null;
  const text = new TextEncoder().encode(`${identifierType}:${identifier}`);
  return encode(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
}

/** Bytes of base64url that is written as RFC 7515 says, else null. */
function decode(text) {
  if (typeof text !== 'string' || !ALPHABET.test(text) || text.length % 4 === 1) return null;
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  return encode(bytes) === text ? bytes : null;
}

function encode(bytes) {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function utf8(bytes) {
  return new TextDecoder().decode(bytes);
}

/** The object that a JSON text holds, else null. */
function parseObject(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
