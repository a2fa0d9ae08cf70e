import { tokenClaims, type TokenSubject } from '@latchkey/domain/wire/token';
import { deviceHash } from '@latchkey/functions/crypto/deviceHash';
import { signToken } from '@latchkey/functions/crypto/tokens';
import { aLicense, HOUR, later, NOW, SECOND } from '../builders.ts';
import { jwsRows } from './common.ts';
import { CURRENT, forged, signingWith, type Parts } from './keys.ts';
import { vectorsOf, type Row, type Vector, type Want } from './vector.ts';

const IAT = Math.floor(NOW.getTime() / SECOND);
const DAY_SECONDS = 24 * 60 * 60;
const NONCE = '5f1c0b5e';

export const TOKEN_WANT: Want = {
  product: 'acme-editor',
  environment: 'production',
  license: 'license-1',
  identifierType: 'hardware',
  identifier: 'HW-1',
  nonce: NONCE,
  now: IAT + 3600,
  seen: null,
  tolerance: 300,
};

const USUAL: TokenSubject = {
  action: 'validate',
  code: 'VALID',
  environment: 'production',
  nonce: NONCE,
  deviceHash: deviceHash('hardware:HW-1'),
  license: aLicense({ features: { export: true, seats: 25 } }),
};

/** A token as the functions sign it. */
function signed(change: Partial<TokenSubject> = {}): Promise<string> {
  return signToken({ ...tokenClaims({ ...USUAL, ...change }, NOW) });
}

function partsOf(token: string): Parts {
  const [head = '', payload = '', signature = ''] = token.split('.');
  return { protected: head, payload, signature };
}

const write = ({ protected: head, payload, signature }: Parts): string => `${head}.${payload}.${signature}`;

/** Tokens of answers: good ones by the functions' own signer, the others as somebody might bring them. */
export function tokenVectors(): Promise<Vector[]> {
  return signingWith(CURRENT.kid, async () => {
    const good = await signed();
    const claims = { ...tokenClaims(USUAL, NOW) };
    const jws = { parts: partsOf(good), claims, type: 'JWT', write };
    return vectorsOf(TOKEN_WANT, [
      ...(await goodRows(good)),
      ...(await refusals()),
      ...(await othersRows(good)),
      ...timeRows(good),
      ...jwsRows(jws),
      [
        'offline-file',
        'An offline file in the form of a token.',
        write(forgedFile(claims)),
        {},
        'WRONG_TYPE',
      ],
      ['truncated', 'It ends after the payload.', good.slice(0, good.lastIndexOf('.')), {}, 'MALFORMED'],
      ['four-parts', 'It has a part too many.', `${good}.e30`, {}, 'MALFORMED'],
      ['empty', 'Nothing at all.', '', {}, 'MALFORMED'],
    ]);
  });
}

function forgedFile(claims: object): Parts {
  return forged({ alg: 'EdDSA', kid: CURRENT.kid, typ: 'latchkey-license+jws' }, claims, CURRENT);
}

async function goodRows(good: string): Promise<Row[]> {
  const domain = await signed({ deviceHash: deviceHash('domain:shop.example.com') });
  const onDomain: Partial<Want> = { identifierType: 'domain', identifier: 'shop.example.com' };
  const foreign = 'Gerät 7 – 日本';
  const dated = '2026-03-04T05:06:07.000Z';
  return [
    ['good', 'The answer to a validate, an hour later.', good, {}, 'OK'],
    [
      'good-activated',
      'The answer to an activate.',
      await signed({ action: 'activate', code: 'ACTIVATED' }),
      {},
      'OK',
    ],
    ['good-domain', 'For a domain instead of a device.', domain, onDomain, 'OK'],
    [
      'good-without-device',
      'Asked without a device.',
      await signed({ deviceHash: null }),
      { identifier: null },
      'OK',
    ],
    [
      'good-foreign-letters',
      'The device has a name beyond ASCII.',
      await signed({ deviceHash: deviceHash(`hardware:${foreign}`) }),
      { identifier: foreign },
      'OK',
    ],
    [
      'good-nonce-like-a-date',
      'The nonce looks like a date and stays a text.',
      await signed({ nonce: dated }),
      { nonce: dated },
      'OK',
    ],
    ['good-any-license', 'Nobody asks which license it is.', good, { license: null, nonce: null }, 'OK'],
  ];
}

async function refusals(): Promise<Row[]> {
  const revoked = await signed({ code: 'REVOKED' });
  const soon = { now: IAT + 60 };
  return [
    ['refused', 'A true answer, which says that the license is revoked.', revoked, soon, 'REFUSED'],
    [
      'refused-unknown',
      'A true answer about an unknown key: it names no product.',
      await signed({ code: 'NOT_FOUND', license: null }),
      soon,
      'REFUSED',
    ],
    ['refused-long-ago', 'A refusal lives five minutes.', revoked, {}, 'EXPIRED'],
    [
      'deactivated',
      'ok is true: the device was given up.',
      await signed({ action: 'deactivate', code: 'DEACTIVATED' }),
      {},
      'WRONG_ACTION',
    ],
  ];
}

async function othersRows(good: string): Promise<Row[]> {
  return [
    ['wrong-device', 'Copied to another device.', good, { identifier: 'HW-2' }, 'WRONG_DEVICE'],
    ['wrong-device-type', 'The same text, as a domain.', good, { identifierType: 'domain' }, 'WRONG_DEVICE'],
    [
      'device-missing',
      'Made for no device, wanted for one.',
      await signed({ deviceHash: null }),
      {},
      'WRONG_DEVICE',
    ],
    ['device-not-asked', 'Made for a device, wanted for none.', good, { identifier: null }, 'WRONG_DEVICE'],
    [
      'other-environment',
      'A token of staging in production.',
      await signed({ environment: 'staging' }),
      {},
      'WRONG_ENVIRONMENT',
    ],
    ['other-product', 'A token of another product.', good, { product: 'acme-plugin' }, 'WRONG_PRODUCT'],
    ['other-license', 'A token of another license.', good, { license: 'license-2' }, 'WRONG_LICENSE'],
    ['other-nonce', 'The answer to another question.', good, { nonce: 'a7' }, 'WRONG_NONCE'],
    [
      'nonce-missing',
      'A question with a nonce, an answer without.',
      await signed({ nonce: null }),
      {},
      'WRONG_NONCE',
    ],
    [
      'ends-with-license',
      'The license ended before the 24 hours did.',
      await signed({ license: aLicense({ expiresAt: later(HOUR) }) }),
      {},
      'EXPIRED',
    ],
  ];
}

/** The same for both kinds of documents, which work for 24 hours here. */
export function timeRows(good: string): Row[] {
  const now = IAT + 3600;
  return [
    ['expired', 'A day and an hour later.', good, { now: IAT + DAY_SECONDS + 3600 }, 'EXPIRED'],
    ['at-its-end', 'At the second of exp.', good, { now: IAT + DAY_SECONDS }, 'EXPIRED'],
    ['good-last-second', 'One second before exp.', good, { now: IAT + DAY_SECONDS - 1 }, 'OK'],
    ['good-slow-clock', 'A clock five minutes slow.', good, { now: IAT - 300 }, 'OK'],
    ['not-yet-valid', 'A clock 301 seconds slow.', good, { now: IAT - 301 }, 'NOT_YET_VALID'],
    [
      'not-yet-valid-no-tolerance',
      'One second slow, where none is tolerated.',
      good,
      { now: IAT - 1, tolerance: 0 },
      'NOT_YET_VALID',
    ],
    ['good-drift', 'The clock has gone back by five minutes.', good, { now, seen: now + 300 }, 'OK'],
    [
      'clock-turned-back',
      'The clock has gone back by an hour.',
      good,
      { now, seen: now + 3600 },
      'CLOCK_TURNED_BACK',
    ],
  ];
}
