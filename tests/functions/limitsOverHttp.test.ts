import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import type { FirestoreProxy } from '../support/firestoreProxy.ts';
import { firestoreProxy } from '../support/firestoreProxy.ts';
import { aKey, seedLicense, seedLicenses } from '../support/seedLicenses.ts';
import type { Answer } from '../support/software.ts';
import { ask, atOnce, inTurns, send, tally } from '../support/software.ts';
import { newWorld } from '../support/world.ts';

const world = newWorld('limits');
let proxy: FirestoreProxy;
let api: ApiProcess;
beforeAll(async () => {
  proxy = await firestoreProxy();
});
afterAll(() => proxy.close());
/** A process for each test: its counters are its own, and it has met no key yet. */
beforeEach(async () => {
  const env = { ...world.env, LATCHKEY_RATE_LIMITS: 'on', FIRESTORE_EMULATOR_HOST: proxy.host };
  api = await startApi({ env });
  proxy.reset();
});
afterEach(() => api.stop());

function expectTooMany(answer: Answer | undefined, policy: string, quota: number): void {
  expect(answer?.status).toBe(429);
  expect(answer?.headers['content-type']).toBe('application/problem+json');
  expect(answer?.body).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  const wait = Number(answer?.headers['retry-after']);
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(60);
  expect(answer?.headers['ratelimit-policy']).toBe(`"${policy}";q=${quota};w=60`);
  expect(answer?.headers['ratelimit']).toBe(`"${policy}";r=0;t=${wait}`);
}

test('one device of one key is answered 60 times a minute; another device of the key goes on', async () => {
  const { key } = await seedLicense(world);
  const answers = await inTurns(61, 1, () => ask(api.url, 'validate', { key, identifier: 'HW-1' }));
  expect(tally(answers.slice(0, 60))).toEqual({ NOT_ACTIVATED: 60 });
  expectTooMany(answers[60], 'keyAndIdentifier', 60);
  expect((await ask(api.url, 'validate', { key, identifier: 'HW-2' })).status).toBe(200);
});

test('1,000 wrong keys from one address: 30 are looked up, the others are refused unread', async () => {
  const answers = await inTurns(1_000, 50, () => ask(api.url, 'validate', { key: aKey() }));
  expect(tally(answers)).toEqual({ NOT_FOUND: 30, 'HTTP 429 RATE_LIMITED': 970 });
  // Beside these the settings, which hold the limits, are read again every 30 seconds.
  expect(proxy.asked.reads).toBeGreaterThanOrEqual(30 * 3);
  expect(proxy.asked.reads).toBeLessThanOrEqual(30 * 3 + 3);
  expectTooMany(
    answers.find(({ status }) => status === 429),
    'unknownKeys',
    30,
  );
});

test('a key that the process has met works on from an address that has guessed too often', async () => {
  const { key } = await seedLicense(world);
  const known = { key, identifier: 'HW-1' };
  expect((await ask(api.url, 'activate', known)).body.code).toBe('ACTIVATED');
  await atOnce(40, () => ask(api.url, 'validate', { key: aKey() }));
  expect((await ask(api.url, 'validate', { key: aKey() })).status).toBe(429);
  expect((await ask(api.url, 'validate', known)).body.code).toBe('VALID');
});

test('60 known keys at once after a cold start are all answered', async () => {
  const licenses = await seedLicenses(world, 60);
  const answers = await atOnce(60, (index) =>
    ask(api.url, 'validate', { key: licenses[index]?.key, identifier: 'HW-1' }),
  );
  expect(tally(answers)).toEqual({ NOT_ACTIVATED: 60 });
});

test('a forged X-Forwarded-For does not make a caller another one', async () => {
  const headers = (index: number) => ({
    'content-type': 'application/json',
    'x-forwarded-for': `203.0.113.${index}`,
  });
  const answers = await inTurns(40, 4, (index) => {
    const body = JSON.stringify({ key: aKey() });
    return send(`${api.url}/v1/validate`, { method: 'POST', headers: headers(index), body });
  });
  expect(tally(answers)).toEqual({ NOT_FOUND: 30, 'HTTP 429 RATE_LIMITED': 10 });
});
