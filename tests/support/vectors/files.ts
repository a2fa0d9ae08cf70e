import { offlineClaims, type OfflineFile, type OfflineSubject } from '@latchkey/domain/wire/offlineFile';
import { deviceHash } from '@latchkey/functions/crypto/deviceHash';
import { signOfflineFile } from '@latchkey/functions/crypto/offlineFile';
import { signToken } from '@latchkey/functions/crypto/tokens';
import { aLicense, HOUR, later, NOW } from '../builders.ts';
import { jwsRows } from './common.ts';
import { CURRENT, signingWith, type Parts } from './keys.ts';
import { timeRows, TOKEN_WANT } from './tokens.ts';
import { vectorsOf, type Row, type Vector, type Want } from './vector.ts';

const FILE_WANT: Want = { ...TOKEN_WANT, nonce: null };

const USUAL: OfflineSubject = {
  license: aLicense({ features: { export: true, seats: 25 } }),
  deviceHash: deviceHash('hardware:HW-1'),
  hours: 24,
};

/** A file as the functions sign it. */
function signed(change: Partial<OfflineSubject> = {}): Promise<OfflineFile> {
  return signOfflineFile(offlineClaims({ ...USUAL, ...change }, NOW));
}

/** As people download it. */
const write = ({ payload, protected: head, signature }: Parts): string =>
  `${JSON.stringify({ payload, protected: head, signature }, null, 2)}\n`;

/** Offline files: good ones by the functions' own signer, the others as somebody might bring them. */
export function fileVectors(): Promise<Vector[]> {
  return signingWith(CURRENT.kid, async () => {
    const file = await signed();
    const good = write(file);
    const claims = { ...offlineClaims(USUAL, NOW) };
    const jws = { parts: file, claims, type: 'latchkey-license+jws', write };
    return vectorsOf(FILE_WANT, [
      ...(await goodRows(file)),
      ...(await othersRows(good)),
      ...timeRows(good),
      ...jwsRows(jws),
      ...(await formRows(file)),
    ]);
  });
}

async function goodRows(file: OfflineFile): Promise<Row[]> {
  const domain = write(await signed({ deviceHash: deviceHash('domain:shop.example.com') }));
  const onDomain: Partial<Want> = { identifierType: 'domain', identifier: 'shop.example.com' };
  return [
    ['good', 'A file for this device, an hour later.', write(file), {}, 'OK'],
    ['good-one-line', 'The same on one line.', JSON.stringify(file), {}, 'OK'],
    [
      'good-any-device',
      'A file that is bound to no device.',
      write(await signed({ deviceHash: null })),
      {},
      'OK',
    ],
    ['good-domain', 'For a domain instead of a device.', domain, onDomain, 'OK'],
  ];
}

async function othersRows(good: string): Promise<Row[]> {
  const staging = aLicense({ environment: 'staging' });
  const ending = aLicense({ expiresAt: later(HOUR) });
  return [
    ['wrong-device', 'Copied to another device.', good, { identifier: 'HW-2' }, 'WRONG_DEVICE'],
    [
      'device-not-known',
      'Bound to a device, wanted where none is known.',
      good,
      { identifier: null },
      'WRONG_DEVICE',
    ],
    [
      'other-environment',
      'A file of staging in production.',
      write(await signed({ license: staging })),
      {},
      'WRONG_ENVIRONMENT',
    ],
    ['other-product', 'A file of another product.', good, { product: 'acme-plugin' }, 'WRONG_PRODUCT'],
    ['other-license', 'A file of another license.', good, { license: 'license-2' }, 'WRONG_LICENSE'],
    [
      'ends-with-license',
      'The license ended before the 24 hours did.',
      write(await signed({ license: ending })),
      {},
      'EXPIRED',
    ],
  ];
}

async function formRows(file: OfflineFile): Promise<Row[]> {
  const good = write(file);
  const [head = '', payload = '', signature = ''] = (
    await signToken({ ...offlineClaims(USUAL, NOW), act: 'validate', ok: true })
  ).split('.');
  const token = write({ protected: head, payload, signature });
  return [
    ['token', "An answer's token in the form of a file.", token, {}, 'WRONG_TYPE'],
    ['truncated', 'Half of the file is missing.', good.slice(0, good.length / 2), {}, 'MALFORMED'],
    [
      'another-member',
      'It has a member of its own.',
      JSON.stringify({ ...file, header: {} }),
      {},
      'MALFORMED',
    ],
    [
      'member-missing',
      'The signature is missing.',
      JSON.stringify({ ...file, signature: undefined }),
      {},
      'MALFORMED',
    ],
    [
      'member-not-text',
      'The payload is an object.',
      JSON.stringify({ ...file, payload: {} }),
      {},
      'MALFORMED',
    ],
    ['not-an-object', 'A list.', JSON.stringify([file]), {}, 'MALFORMED'],
    ['null', 'The word null.', 'null', {}, 'MALFORMED'],
    ['empty', 'Nothing at all.', '', {}, 'MALFORMED'],
  ];
}
