import { createHmac } from 'node:crypto';
import type { OfflineFile } from '@latchkey/domain/wire/offlineFile';
import { offlineClaims } from '@latchkey/domain/wire/offlineFile';
import { deviceHash } from '@latchkey/functions/crypto/deviceHash';
import { signOfflineFile } from '@latchkey/functions/crypto/offlineFile';
import { publicJwks, signToken } from '@latchkey/functions/crypto/tokens';
import type { FlattenedJWSInput, JSONWebKeySet } from 'jose';
import { CompactSign, createLocalJWKSet, flattenedVerify, importJWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { aLicense, HOUR, later, NOW, SECOND } from '../support/builders.ts';
import type { OfflineRecipe } from '../support/offlineRecipe.ts';
import { documentedRecipe } from '../support/offlineRecipe.ts';
import { signingJwk, testSecrets } from '../support/secrets.ts';

const PARTS = ['payload', 'protected', 'signature'] as const;
const device = deviceHash('hardware:HW-1');
/** As many features as make a file of more than 1 KB. */
const modules = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`module-${index}`, true]));
const license = aLicense({ features: { export: true, seats: 25, beta: false, modules } });
const claims = offlineClaims({ license, deviceHash: device, hours: 24 }, NOW);
const seconds = (moment: Date): number => Math.floor(moment.getTime() / SECOND);

let keys: JSONWebKeySet;
let file: OfflineFile;
let recipe: OfflineRecipe;
beforeAll(async () => {
  Object.assign(process.env, testSecrets());
  keys = JSON.parse(JSON.stringify(await publicJwks())) as JSONWebKeySet;
  file = await signOfflineFile(claims);
  recipe = await documentedRecipe();
});

/** The surroundings may bring signing keys of their own. */
const currentKid = (): string =>
  (JSON.parse(testSecrets()['LATCHKEY_SIGNING_KEYS'] ?? '') as { current: string }).current;
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string): Buffer => Buffer.from(part, 'base64url');
const header = (): Record<string, unknown> =>
  JSON.parse(decode(file.protected).toString()) as Record<string, unknown>;

/** The recipe on the machine that the file was made for, an hour later, unless the row says otherwise. */
function checked(given: OfflineFile, circumstances: Partial<Parameters<OfflineRecipe>[1]> = {}) {
  const now = seconds(later(HOUR));
  const here = { keys, product: 'acme-editor', environment: 'production', device, now };
  return recipe(given, { ...here, ...circumstances });
}

test('verifies with a stock JOSE library and nothing else', async () => {
  const { payload, protectedHeader } = await flattenedVerify(file, createLocalJWKSet(keys));
  expect(JSON.parse(Buffer.from(payload).toString())).toEqual(claims);
  expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: currentKid(), typ: 'latchkey-license+jws' });
  expect(Object.keys(file).sort()).toEqual([...PARTS].sort());
});

test('passes the documented recipe', async () => {
  expect((await checked(file)).claims).toEqual(claims);
});

describe('every single bit flipped', () => {
  /** Whether the text still says, byte for byte, what the file says. */
  const saysTheSame = (given: FlattenedJWSInput): boolean =>
    PARTS.every((part) => decode(String(given[part])).equals(decode(file[part])));

  async function accepted(text: string): Promise<FlattenedJWSInput | null> {
    try {
      const given = JSON.parse(text) as OfflineFile;
      await checked(given);
      return given;
    } catch {
      return null;
    }
  }

  test.each([
    ['as one line', 0],
    ['indented, as people download it', 2],
  ])('%s: refused, unless all parts decode to the very same bytes', async (_, indent) => {
    const bytes = Buffer.from(JSON.stringify(file, null, indent));
    expect(bytes.length).toBeGreaterThan(1_000);
    expect(await accepted(bytes.toString('utf8'))).not.toBeNull();
    let same = 0;
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const given = await accepted(flipped.toString('utf8'));
      if (given === null) continue;
      same++;
      if (!saysTheSame(given)) throw new Error(`bit ${bit} flipped was accepted`);
    }
    // 64 bytes of signature leave four spare bits in the last of their 86 letters.
    expect(same).toBeLessThanOrEqual(4);
  });
});

describe('forgeries', () => {
  const other = { ...claims, lim: 10_000 };

  test('the signature of another file does not fit, either way round', async () => {
    const second = await signOfflineFile({ ...claims, sub: 'license-2' });
    await expect(checked({ ...file, signature: second.signature })).rejects.toThrow();
    await expect(checked({ ...second, signature: file.signature })).rejects.toThrow();
    await expect(checked({ ...file, payload: second.payload })).rejects.toThrow();
    expect((await checked(second)).claims).toMatchObject({ sub: 'license-2' });
  });

  test.each(['none', 'None', 'NONE', 'nOnE'])('alg %s is refused', async (alg) => {
    const forged = { payload: encode(other), protected: encode({ ...header(), alg }), signature: '' };
    await expect(checked(forged)).rejects.toThrow();
    await expect(checked({ ...forged, signature: file.signature })).rejects.toThrow();
  });

  test('HS256 with the public key as the secret is refused, in each form that the key can take', async () => {
    const [jwk] = keys.keys;
    const secrets = [Buffer.from(String(jwk?.x)), decode(String(jwk?.x)), Buffer.from(JSON.stringify(jwk))];
    for (const secret of secrets) {
      const head = encode({ ...header(), alg: 'HS256' });
      const payload = encode(other);
      const signature = createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url');
      await expect(checked({ payload, protected: head, signature })).rejects.toThrow();
    }
  });

  test.each(['with the kid of ours', 'with a kid of its own', 'with its own key inside'])(
    'a file signed by a stranger, %s, is refused',
    async (how) => {
      const { d, x, kid } = signingJwk(how === 'with the kid of ours' ? currentKid() : 'stranger');
      const jwk = { kty: 'OKP', crv: 'Ed25519', x: String(x) };
      const key = await importJWK({ ...jwk, d: String(d) }, 'EdDSA');
      const head = { alg: 'EdDSA', typ: 'latchkey-license+jws', kid: String(kid) };
      const inside = how === 'with its own key inside' ? { ...head, jwk } : head;
      const compact = await new CompactSign(Buffer.from(JSON.stringify(other)))
        .setProtectedHeader(inside)
        .sign(key);
      const [first = '', payload = '', signature = ''] = compact.split('.');
      await expect(checked({ payload, protected: first, signature })).rejects.toThrow();
      // The same with the stranger's key published is good: nothing but the key was wrong.
      const published = { keys: [{ ...jwk, kid: String(kid), alg: 'EdDSA', use: 'sig' }] };
      const parts = { payload, protected: first, signature };
      expect((await checked(parts, { keys: published })).claims).toEqual(other);
    },
  );

  test("an answer's token in the form of a file is no file", async () => {
    const [first = '', payload = '', signature = ''] = (await signToken({ ...claims })).split('.');
    await expect(checked({ payload, protected: first, signature })).rejects.toThrow();
  });

  test('an unprotected header adds nothing', async () => {
    const given = { ...file, header: { kid: 'stranger' } };
    await expect(checked(given)).rejects.toThrow();
  });
});

describe('the wrong place or time', () => {
  test.each([
    ['another product', { product: 'acme-plugin' }],
    ['another environment', { environment: 'staging' }],
    ['another device', { device: deviceHash('hardware:HW-2') }],
    ['the same text as a domain', { device: deviceHash('domain:HW-1') }],
  ])('%s: refused', async (_, circumstances) => {
    await expect(checked(file, circumstances)).rejects.toThrow('not good here and now');
  });

  test('a file of no device is good on any', async () => {
    const open = await signOfflineFile(offlineClaims({ license, deviceHash: null, hours: 24 }, NOW));
    expect((await checked(open, { device: 'any' })).claims).not.toHaveProperty('dev');
  });

  test.each([
    ['at once', 0, true],
    ['a clock five minutes slow', -300, true],
    ['just before its end', 24 * 3600 - 1, true],
    ['at its end', 24 * 3600, false],
    ['25 hours later', 25 * 3600, false],
    ['an hour before it was made', -3600, false],
    ['30 days before it was made', -30 * 86_400, false],
  ])('%s (%d s): good: %s', async (_, past, good) => {
    const now = claims.iat + past;
    const outcome = await checked(file, { now }).catch(() => null);
    expect(outcome !== null).toBe(good);
  });

  test('a clock turned back after the file was seen is refused; a little drift is not', async () => {
    const { seen } = await checked(file, { now: claims.iat + 20 * 3600 });
    await expect(checked(file, { now: claims.iat + 3600, seen })).rejects.toThrow();
    await expect(checked(file, { now: seen - 301, seen })).rejects.toThrow();
    expect((await checked(file, { now: seen - 299, seen })).seen).toBe(seen);
    expect((await checked(file, { now: seen + 60, seen })).seen).toBe(seen + 60);
  });
});
