import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { ask, freshLicense, URL_OF_APP } from '../support/stack.ts';

async function keySet(path = '/v1/jwks.json'): Promise<JSONWebKeySet> {
  return (await (await fetch(`${URL_OF_APP}${path}`)).json()) as JSONWebKeySet;
}

async function verified(token: string) {
  return jwtVerify(token, createLocalJWKSet(await keySet()), { algorithms: ['EdDSA'], issuer: 'latchkey' });
}

test('both addresses give the same key set: two public Ed25519 keys at least', async () => {
  const keys = await keySet();
  expect(keys).toEqual(await keySet('/.well-known/jwks.json'));
  expect(keys.keys.length).toBeGreaterThanOrEqual(2);
  for (const key of keys.keys) {
    expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519' });
    expect(key).not.toHaveProperty('d');
  }
});

test('the token says what was decided, for which license, device, product and nonce', async () => {
  const { body } = await ask('validate', {
    key: 'DEMO-ACTI-VE00-0001',
    identifier: 'HW-DEMO-1',
    nonce: 'abc',
  });
  const { payload, protectedHeader } = await verified(body.token);
  const dev = createHash('sha256').update('hardware:HW-DEMO-1').digest('base64url');
  expect(payload).toMatchObject({
    sub: body.license?.['id'],
    aud: 'acme-editor',
    env: 'production',
    act: 'validate',
    ok: true,
    code: 'VALID',
    nonce: 'abc',
    dev,
    lim: 3,
    features: body.license?.['features'],
  });
  expect(protectedHeader.alg).toBe('EdDSA');
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(24 * 3600);
});

test('a lease never outlives the license', async () => {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const { key } = await freshLicense({ expiresAt });
  const { body } = await ask('validate', { key });
  const { payload } = await verified(body.token);
  expect(payload.exp).toBe(Math.floor(Date.parse(expiresAt) / 1000));
});

test('a refusal is signed too, for five minutes', async () => {
  const { body } = await ask('activate', { key: 'DEMO-REVO-KED0-0001', identifier: 'X' });
  const { payload } = await verified(body.token);
  expect(payload).toMatchObject({ ok: false, code: 'REVOKED', act: 'activate' });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
});

for (const [key, code] of [
  ['DEMO-NOSU-CHKE-Y001', 'NOT_FOUND'],
  ['DEMO-STAG-ING0-0001', 'ENVIRONMENT_MISMATCH'],
] as const) {
  test(`${code} is signed without a word about any license`, async () => {
    const { payload } = await verified((await ask('validate', { key, nonce: 'n' })).body.token);
    expect(payload).toMatchObject({ ok: false, code, nonce: 'n' });
    for (const claim of ['sub', 'aud', 'features', 'lim']) expect(payload).not.toHaveProperty(claim);
  });
}

test('one changed character breaks the signature', async () => {
  const { body } = await ask('validate', { key: 'DEMO-ACTI-VE00-0001' });
  const [header = '', payload = '', signature = ''] = body.token.split('.');
  const forged = Buffer.from(payload, 'base64url').toString().replace('"lim":3', '"lim":9');
  const token = [header, Buffer.from(forged).toString('base64url'), signature].join('.');
  await expect(verified(token)).rejects.toThrow();
});
