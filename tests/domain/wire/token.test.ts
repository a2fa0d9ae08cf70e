import { isOk, VERDICT_CODES } from '@latchkey/domain/license/codes';
import type { TokenSubject } from '@latchkey/domain/wire/token';
import { tokenClaims } from '@latchkey/domain/wire/token';
import { describe, expect, test } from 'vitest';
import { aLicense, DAY, HOUR, later, NOW } from '../../support/builders.ts';

const IAT = Math.floor(NOW.getTime() / 1000);
const license = aLicense({ features: { export: true }, activationLimit: 5 });
const subject: TokenSubject = {
  action: 'validate',
  code: 'VALID',
  environment: 'production',
  nonce: null,
  deviceHash: null,
  license,
};

test('a full token has the claims of the contract and no others', () => {
  expect(tokenClaims({ ...subject, nonce: 'n', deviceHash: 'h' }, NOW)).toEqual({
    iss: 'latchkey',
    sub: 'license-1',
    aud: 'acme-editor',
    iat: IAT,
    exp: IAT + 86_400,
    env: 'production',
    act: 'validate',
    ok: true,
    code: 'VALID',
    nonce: 'n',
    dev: 'h',
    features: { export: true },
    lim: 5,
  });
});

test('what was not asked is absent, not null', () => {
  const claims = tokenClaims(subject, NOW);
  expect(Object.keys(claims)).not.toContain('nonce');
  expect(Object.keys(claims)).not.toContain('dev');
});

test('an empty nonce is echoed too', () => {
  expect(tokenClaims({ ...subject, nonce: '' }, NOW).nonce).toBe('');
});

describe.each(VERDICT_CODES)('%s', (code) => {
  const faceless = ['NOT_FOUND', 'ENVIRONMENT_MISMATCH', 'PRODUCT_MISMATCH'].includes(code);
  const claims = tokenClaims({ ...subject, code }, NOW);

  test(faceless ? 'says nothing about a license, even if one was found' : 'names license and product', () => {
    const { sub, aud, features, lim } = claims;
    const said = faceless
      ? {}
      : { sub: license.id, aud: license.productId, features: { export: true }, lim: 5 };
    expect({ sub, aud, features, lim }).toEqual(said);
    expect('sub' in claims || 'features' in claims).toBe(!faceless);
  });

  test('lives a day if good news, else five minutes', () => {
    expect(claims.exp - claims.iat).toBe(isOk(code) ? 86_400 : 300);
    expect(claims.ok).toBe(isOk(code));
  });
});

test.each([
  ['Lifetime', null, 0, 86_400],
  ['far ahead', later(30 * DAY), 0, 86_400],
  ['in an hour', later(HOUR), 0, 3_600],
  ['gone, grace for an hour more', later(HOUR - DAY), 1, 3_600],
  ['within this second', later(999), 0, 0],
])('an expiry %s bounds the lease', (_, expiresAt, graceDays, seconds) => {
  const claims = tokenClaims({ ...subject, license: aLicense({ expiresAt, graceDays }) }, NOW);
  expect(claims.exp - claims.iat).toBe(seconds);
});

test('a refusal lives its five minutes even past the expiry', () => {
  const expired = aLicense({ status: 'expired', expiresAt: later(-DAY) });
  const claims = tokenClaims({ ...subject, code: 'EXPIRED', license: expired }, NOW);
  expect(claims.exp - claims.iat).toBe(300);
});

test('a lease never outlives the effective expiry, to the second', () => {
  const expiresAt = new Date('2026-03-04T05:07:08.999Z');
  const { exp } = tokenClaims({ ...subject, license: aLicense({ expiresAt }) }, NOW);
  expect(exp * 1000).toBeLessThanOrEqual(expiresAt.getTime());
});
