import { flipped, spareBits, stretched } from './damage.ts';
import { confused, CURRENT, encoded, forged, NEXT, STRANGER, type Parts } from './keys.ts';
import type { Row } from './vector.ts';

/** What both kinds of documents have in common: the JWS. */
export interface Signed {
  readonly parts: Parts;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly type: string;
  /** The document as a client gets it. */
  readonly write: (parts: Parts) => string;
}

/** Documents that are wrong as a JWS, before anybody looks at what they say. */
export function jwsRows({ parts, claims, type, write }: Signed): Row[] {
  const header = { alg: 'EdDSA', kid: CURRENT.kid, typ: type };
  const { d, ...shown } = STRANGER;
  const cut = { ...parts, signature: parts.signature.slice(0, 48) };
  const row = (name: string, about: string, made: Parts, verdict: Row[4]): Row => {
    return [name, about, write(made), {}, verdict];
  };
  const mine = (change: object, payload: unknown = claims): Parts =>
    forged({ ...header, ...change }, payload, CURRENT);
  const unsigned = (alg: string): Parts => {
    return { protected: encoded({ ...header, alg }), payload: encoded(claims), signature: '' };
  };
  return [
    row('flipped-bit-payload', 'One bit of the payload differs.', flipped(parts, 'payload'), 'BAD_SIGNATURE'),
    row(
      'flipped-bit-signature',
      'One bit of the signature differs.',
      flipped(parts, 'signature'),
      'BAD_SIGNATURE',
    ),
    row(
      'flipped-bit-kid',
      'One bit of the kid differs.',
      flipped(parts, 'protected', '","typ'),
      'UNKNOWN_KEY',
    ),
    row('truncated-signature', 'Only 36 bytes of the signature are left.', cut, 'BAD_SIGNATURE'),
    row('empty-signature', 'There is no signature at all.', { ...parts, signature: '' }, 'BAD_SIGNATURE'),
    row(
      'stretched-signature',
      'The group order is added to S (RFC 8032, 5.1.7).',
      stretched(parts),
      'BAD_SIGNATURE',
    ),
    row('spare-bits', 'Unused bits of the last letter are set.', spareBits(parts), 'MALFORMED'),
    row('padded', 'The signature ends with =.', { ...parts, signature: `${parts.signature}==` }, 'MALFORMED'),
    row(
      'line-break',
      'A line break inside the payload.',
      { ...parts, payload: `${parts.payload}\n` },
      'MALFORMED',
    ),
    row('header-not-json', 'The header is no JSON.', { ...parts, protected: 'bm90IGpzb24' }, 'MALFORMED'),
    row(
      'header-not-object',
      'The header is a list.',
      { ...parts, protected: encoded(['EdDSA']) },
      'MALFORMED',
    ),
    row(
      'critical-extension',
      'It asks for an extension that nobody knows.',
      mine({ crit: ['b64'], b64: true }),
      'MALFORMED',
    ),
    row(
      'wrong-kid',
      'Signed by a stranger under a kid of its own.',
      forged({ ...header, kid: STRANGER.kid }, claims, STRANGER),
      'UNKNOWN_KEY',
    ),
    row('no-kid', 'It names no key.', mine({ kid: undefined }), 'UNKNOWN_KEY'),
    row(
      'stranger-with-our-kid',
      'Signed by a stranger under our kid.',
      forged(header, claims, STRANGER),
      'BAD_SIGNATURE',
    ),
    row(
      'kid-of-the-next-key',
      'Signed by the current key under the kid of the next.',
      mine({ kid: NEXT.kid }),
      'BAD_SIGNATURE',
    ),
    row(
      'key-inside',
      'A stranger brings the key along in the header.',
      forged({ ...header, jwk: shown }, claims, STRANGER),
      'BAD_SIGNATURE',
    ),
    row('alg-none', 'alg none without a signature.', unsigned('none'), 'WRONG_ALGORITHM'),
    row('alg-none-mixed-case', 'alg nOnE without a signature.', unsigned('nOnE'), 'WRONG_ALGORITHM'),
    row('alg-hs256', 'HS256 with the public key as the secret.', confused(header, claims), 'WRONG_ALGORITHM'),
    row('alg-lower-case', 'alg eddsa, rightly signed.', mine({ alg: 'eddsa' }), 'WRONG_ALGORITHM'),
    row('no-type', 'It says no typ.', mine({ typ: undefined }), 'WRONG_TYPE'),
    row(
      'other-issuer',
      'Rightly signed, by another issuer.',
      mine({}, { ...claims, iss: 'someone' }),
      'WRONG_ISSUER',
    ),
    row('no-end', 'Rightly signed, without exp.', mine({}, { ...claims, exp: undefined }), 'MALFORMED'),
    row(
      'end-as-text',
      'Rightly signed, exp is a text.',
      mine({}, { ...claims, exp: String(claims['exp']) }),
      'MALFORMED',
    ),
    row('payload-not-object', 'Rightly signed, the payload is a list.', mine({}, [claims]), 'MALFORMED'),
    row(
      'good-next-key',
      'Signed by the key that comes next.',
      forged({ ...header, kid: NEXT.kid }, claims, NEXT),
      'OK',
    ),
  ];
}
