import { createHash } from 'node:crypto';
import { compactVerify, createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { deviceHash } from '@latchkey/functions/crypto/deviceHash';
import { activationId, customerId, keyHash } from '@latchkey/functions/crypto/keyHash';
import { newId, randomBytes } from '@latchkey/functions/crypto/random';
import { publicJwks, signToken } from '@latchkey/functions/crypto/tokens';
import { signingJwk, signingSecret } from '../support/secrets.ts';

const before = { ...process.env };
const [one, two, three] = [signingJwk('one'), signingJwk('two'), signingJwk('three')];
const use = (secret: string): void => void (process.env['LATCHKEY_SIGNING_KEYS'] = secret);

beforeEach(() => {
  use(signingSecret('one', [one, two]));
  process.env['LATCHKEY_KEY_PEPPER'] = Buffer.alloc(32, 7).toString('base64url');
});
afterAll(() => void (process.env = before));

describe('a token', () => {
  const claims = { iss: 'latchkey', ok: true, iat: 1, exp: 4_000_000_000, nonce: undefined };

  test('is verified by a stock verifier with the published set', async () => {
    const token = await signToken(claims);
    const set = createLocalJWKSet(structuredClone(await publicJwks()) as never);
    const { payload, protectedHeader } = await jwtVerify(token, set, {
      algorithms: ['EdDSA'],
      issuer: 'latchkey',
    });
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', kid: 'one' });
    expect(payload).toEqual({ iss: 'latchkey', ok: true, iat: 1, exp: 4_000_000_000 });
  });

  test('made before a rotation and one made after it are both good with the new set', async () => {
    const old = await signToken(claims);
    use(signingSecret('two', [one, two, three]));
    const fresh = await signToken(claims);
    const set = createLocalJWKSet(structuredClone(await publicJwks()) as never);
    expect((await compactVerify(old, set)).protectedHeader.kid).toBe('one');
    expect((await compactVerify(fresh, set)).protectedHeader.kid).toBe('two');
    use(signingSecret('two', [two, three]));
    const later = createLocalJWKSet(structuredClone(await publicJwks()) as never);
    await expect(compactVerify(old, later)).rejects.toThrow();
  });

  test('with any byte changed is refused', async () => {
    const token = await signToken(claims);
    const set = createLocalJWKSet(structuredClone(await publicJwks()) as never);
    for (const place of [5, 60, token.length - 10]) {
      const other = token[place] === 'A' ? 'B' : 'A';
      await expect(
        compactVerify(token.slice(0, place) + other + token.slice(place + 1), set),
      ).rejects.toThrow();
    }
  });
});

test('the published set holds nothing but public parts', async () => {
  const { keys } = await publicJwks();
  expect(keys.map((key) => Object.keys(key).sort())).toEqual([
    ['alg', 'crv', 'kid', 'kty', 'use', 'x'],
    ['alg', 'crv', 'kid', 'kty', 'use', 'x'],
  ]);
  expect(JSON.stringify(keys)).not.toContain(String(one['d']));
});

describe('a faulty secret is named, its value never', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', '{"current":"secret-stuff'],
    ['null', 'null'],
    ['no keys', '{"current":"one"}'],
    ['one key only', signingSecret('one', [one])],
    ['an unknown current', signingSecret('none', [one, two])],
    ['the same kid twice', signingSecret('one', [one, { ...two, kid: 'one' }])],
    ['a public key', signingSecret('one', [{ ...one, d: undefined }, two])],
    ['another curve', signingSecret('one', [{ ...one, crv: 'X25519' }, two])],
    ['a broken private part', signingSecret('one', [{ ...one, d: 'secret-stuff' }, two])],
  ])('%s', async (_, secret) => {
    use(secret);
    const error: unknown = await signToken({}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'ConfigurationError', variable: 'LATCHKEY_SIGNING_KEYS' });
    expect(String(error)).not.toContain('secret-stuff');
  });

  test.each(['', 'short', Buffer.alloc(31).toString('base64url'), `${'a'.repeat(60)}!`])(
    'pepper %j',
    (pepper) => {
      process.env['LATCHKEY_KEY_PEPPER'] = pepper;
      expect(() => keyHash('ABC')).toThrow(expect.objectContaining({ variable: 'LATCHKEY_KEY_PEPPER' }));
    },
  );
});

describe('hashes', () => {
  test('depend on the pepper and are never shared between keys and customers', () => {
    const first = keyHash('jo@example.com');
    expect(first).toMatch(/^k[\w-]{43}$/);
    expect(customerId('jo@example.com')).toMatch(/^c[\w-]{27}$/);
    expect(customerId('jo@example.com').slice(1)).not.toBe(first.slice(1, 28));
    expect(keyHash('jo@example.com')).toBe(first);
    process.env['LATCHKEY_KEY_PEPPER'] = Buffer.alloc(32, 8).toString('base64url');
    expect(keyHash('jo@example.com')).not.toBe(first);
  });

  test('of a device are what anyone computes, and name its record', () => {
    const expected = createHash('sha256').update('hardware:HW-1').digest('base64url');
    expect(deviceHash('hardware:HW-1')).toBe(expected);
    expect(activationId('L1', 'hardware:HW-1')).toBe(`L1_${expected}`);
  });

  test('ids are 20 letters and digits, no two alike', () => {
    const ids = Array.from({ length: 2_000 }, newId);
    expect(new Set(ids).size).toBe(2_000);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]{20}$/);
    expect(randomBytes(33)).toHaveLength(33);
  });
});
