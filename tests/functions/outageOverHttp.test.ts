import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import type { FirestoreProxy } from '../support/firestoreProxy.ts';
import { firestoreProxy } from '../support/firestoreProxy.ts';
import { slots } from '../support/inventory.ts';
import { aKey, seedWithDevices } from '../support/seedLicenses.ts';
import type { Answer } from '../support/software.ts';
import { ask, atOnce, tally } from '../support/software.ts';
import { newWorld } from '../support/world.ts';

/** Decisions under way end within 5 s when Firestore is silent; a guard of three times that. */
const GUARD_MS = 15_000;
const world = newWorld('down');
let proxy: FirestoreProxy;
let api: ApiProcess;
beforeAll(async () => {
  proxy = await firestoreProxy();
  // With its rate limits on: an outage must not look like a flood afterwards.
  const env = { ...world.env, LATCHKEY_RATE_LIMITS: 'on', FIRESTORE_EMULATOR_HOST: proxy.host };
  api = await startApi({ env });
});
afterEach(() => proxy.recover());
afterAll(async () => {
  await api.stop();
  await proxy.close();
});

function expectTryAgain(answer: Answer): void {
  expect(answer.status).toBe(503);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(answer.body).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
  expect(answer.body).not.toHaveProperty('valid');
  expect(answer.body).not.toHaveProperty('token');
}

test.each(['refused', 'silent'] as const)(
  'while Firestore is down (%s) nothing is decided: 503 in time, and all is well afterwards',
  { timeout: 4 * GUARD_MS },
  async (how) => {
    const { license } = await seedWithDevices(world, 1);
    const device = { key: license.key, identifier: 'HW-0' };
    expect((await ask(api.url, 'validate', device)).body.code).toBe('VALID');

    proxy.fail(how);
    const startedAt = performance.now();
    const answers = await Promise.all([
      atOnce(20, () => ask(api.url, 'validate', device)),
      // Keys that this process has not met have to be looked up.
      atOnce(20, () => ask(api.url, 'validate', { ...device, key: aKey() })),
      atOnce(1, () => ask(api.url, 'activate', { ...device, identifier: 'HW-NEW' })),
      atOnce(1, () => ask(api.url, 'deactivate', device)),
    ]);
    expect(performance.now() - startedAt).toBeLessThan(GUARD_MS);
    for (const answer of answers.flat()) expectTryAgain(answer);
    expect((await fetch(`${api.url}/v1/health`)).status).toBe(200);

    proxy.recover();
    const after = await atOnce(20, () => ask(api.url, 'validate', device));
    expect(tally(after)).toEqual({ VALID: 20 });
    expect(await slots(world, license.id)).toEqual({ counted: 1, held: 1 });
  },
);

test('validates under way when Firestore goes away are answered, each with a decision or 503', async () => {
  const { license } = await seedWithDevices(world, 20);
  const url = api.url;
  const asking = atOnce(120, (index) =>
    ask(url, 'validate', { key: license.key, identifier: `HW-${index % 20}` }),
  );
  setImmediate(() => proxy.fail('refused'));
  for (const answer of await asking) {
    if (answer.status === 200) expect(answer.body.code).toBe('VALID');
    else expectTryAgain(answer);
  }
});
