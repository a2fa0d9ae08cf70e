import { OfflineFileRequest } from '@latchkey/domain/wire/console/offlineFile';
import { OfflineFile, offlineClaims } from '@latchkey/domain/wire/offlineFile';
import { expect, test } from 'vitest';
import { aLicense, DAY, HOUR, later, NOW } from '../../support/builders.ts';
import { PROTOTYPE_NAMES, withMember } from '../../support/hostile.ts';

const IAT = Math.floor(NOW.getTime() / 1000);
const license = aLicense({ features: { export: true }, activationLimit: 5 });

test('a file has the claims of the contract and no others: no key, no person', () => {
  expect(offlineClaims({ license, deviceHash: 'h', hours: 24 }, NOW)).toEqual({
    iss: 'latchkey',
    sub: 'license-1',
    aud: 'acme-editor',
    env: 'production',
    iat: IAT,
    exp: IAT + 86_400,
    lim: 5,
    features: { export: true },
    dev: 'h',
    name: 'Acme Editor',
  });
  expect(offlineClaims({ license, deviceHash: null, hours: 24 }, NOW)).not.toHaveProperty('dev');
});

test.each([
  ['Lifetime', null, 0, 24, 86_400],
  ['Lifetime', null, 0, 1, 3_600],
  ['Lifetime', null, 0, 720, 30 * 86_400],
  ['far ahead', later(300 * DAY), 0, 720, 30 * 86_400],
  ['in an hour', later(HOUR), 0, 24, 3_600],
  ['gone, grace for an hour more', later(HOUR - DAY), 1, 24, 3_600],
  ['within this second', later(999), 0, 24, 0],
])(
  'an expiry %s (%s, %d days of grace) and %d hours: %d seconds',
  (_, expiresAt, graceDays, hours, lives) => {
    const dated = aLicense({ expiresAt, graceDays });
    const { iat, exp } = offlineClaims({ license: dated, deviceHash: null, hours }, NOW);
    expect(exp - iat).toBe(lives);
  },
);

test('a file never outlives the effective expiry, to the second', () => {
  const expiresAt = new Date('2026-03-04T05:07:08.999Z');
  const { exp } = offlineClaims({ license: aLicense({ expiresAt }), deviceHash: null, hours: 720 }, NOW);
  expect(exp * 1000).toBeLessThanOrEqual(expiresAt.getTime());
});

test('the request names environment and license, perhaps a device, and nothing more', () => {
  const request = { environment: 'production', licenseId: 'license-1' };
  const taken = (value: unknown): boolean => OfflineFileRequest.safeParse(value).success;
  expect(taken(request)).toBe(true);
  expect(taken({ ...request, activationId: `${'a'.repeat(20)}_${'b'.repeat(43)}` })).toBe(true);
  expect(taken({ ...request, activationId: null })).toBe(false);
  expect(taken({ ...request, activationId: 'a/b' })).toBe(false);
  expect(taken({ environment: 'production' })).toBe(false);
  for (const name of [...PROTOTYPE_NAMES, 'hours', 'exp', 'dev', 'customerId', 'now']) {
    expect(taken(withMember(request, name, 720))).toBe(false);
  }
});

test('a file is its three members, no header beside them', () => {
  const file = { payload: 'p', protected: 'h', signature: 's' };
  expect(OfflineFile.safeParse(file).success).toBe(true);
  expect(OfflineFile.safeParse({ ...file, header: {} }).success).toBe(false);
  expect(OfflineFile.safeParse({ payload: 'p', protected: 'h' }).success).toBe(false);
});
