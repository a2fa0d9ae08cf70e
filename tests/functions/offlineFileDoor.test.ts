import type { License } from '@latchkey/domain/license/license';
import type { OfflineFile } from '@latchkey/domain/wire/offlineFile';
import { deviceHash } from '@latchkey/functions/crypto/deviceHash';
import { publicJwks } from '@latchkey/functions/crypto/tokens';
import { licensePath, settingsPath } from '@latchkey/functions/firestore/collections';
import { issueOfflineFile } from '@latchkey/functions/operations/issueOfflineFile';
import type { JSONWebKeySet } from 'jose';
import { createLocalJWKSet, flattenedVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiProcess } from '../support/apiProcess.ts';
import { CUSTOMER_A, CUSTOMER_B, DAY, HOUR, later } from '../support/builders.ts';
import { call, startCallable } from '../support/callables.ts';
import { everything, historyOf } from '../support/inventory.ts';
import { grant, signedInAs, signedInCustomer, signIn } from '../support/people.ts';
import { seedLicense, seedWithDevices } from '../support/seedLicenses.ts';
import type { Answer } from '../support/software.ts';
import { newWorld } from '../support/world.ts';

const world = newWorld('offline');
let door: ApiProcess;
let viewer: string;
let owner: string;
beforeAll(async () => {
  door = await startCallable(world, 'offlineFile');
  viewer = await signedInAs(world, 'viewer');
  owner = await signedInCustomer(world, CUSTOMER_A.id);
}, 120_000);
afterAll(() => door.stop());

function ask(token: string | null, license: License, activationId?: string): Promise<Answer> {
  return call(door, token, {
    environment: license.environment,
    licenseId: license.id,
    ...(activationId !== undefined && { activationId }),
  });
}

function resultOf(answer: Answer): Record<string, unknown> {
  expect(answer.status).toBe(200);
  return answer.body['result'] as Record<string, unknown>;
}

/** The claims, once a stock library has verified the file with the published keys. */
async function claimsOf(answer: Answer): Promise<Record<string, unknown>> {
  const { ok, fileName, file } = resultOf(answer);
  expect({ ok, fileName }).toEqual({ ok: true, fileName: 'latchkey-license.json' });
  const keys = JSON.parse(JSON.stringify(await publicJwks())) as JSONWebKeySet;
  const { payload } = await flattenedVerify(file as OfflineFile, createLocalJWKSet(keys));
  return JSON.parse(Buffer.from(payload).toString()) as Record<string, unknown>;
}

/** Nothing was given away and nothing was written. */
async function expectRefused(asking: () => Promise<Answer[]>, code: string): Promise<Answer[]> {
  const before = await everything(world);
  const answers = await asking();
  for (const answer of answers) {
    expect(resultOf(answer)).toEqual({ ok: false, code, reason: expect.any(String) as string });
  }
  expect(await everything(world)).toBe(before);
  return answers;
}

describe('the file', () => {
  test('of a license speaks of the license, and its issue is on record', async () => {
    const license = await seedLicense(world, { features: { export: true } });
    const claims = await claimsOf(await ask(viewer, license));
    expect(claims).toMatchObject({
      iss: 'latchkey',
      sub: license.id,
      aud: license.productId,
      env: 'production',
      lim: 3,
      features: { export: true },
      name: license.productName,
    });
    expect(Number(claims['exp']) - Number(claims['iat'])).toBe(86_400);
    expect(claims).not.toHaveProperty('dev');
    expect(JSON.stringify(claims)).not.toContain(license.key);
    expect(await historyOf(world, license.id)).toMatchObject([
      { action: 'license.offline-file', activationId: null, actor: { kind: 'person', role: 'viewer' } },
    ]);
  });

  test('of a device is bound to it', async () => {
    const { license, devices } = await seedWithDevices(world, 2);
    const claims = await claimsOf(await ask(viewer, license, devices[1]?.id));
    expect(claims['dev']).toBe(deviceHash('hardware:HW-1'));
    expect(await historyOf(world, license.id)).toMatchObject([{ activationId: devices[1]?.id }]);
  });

  test('lives as long as the settings of its environment say, and never past the effective expiry', async () => {
    const path = settingsPath('staging', 'license');
    await world.store.commit([{ kind: 'set', path, data: { graceDays: 0, offlineHours: 72 } }]);
    const lifetime = await seedLicense(world, { environment: 'staging' });
    const soon = await seedLicense(world, { environment: 'staging', expiresAt: later(HOUR, new Date()) });
    const grace = { graceDays: 1, expiresAt: later(HOUR - DAY, new Date()) };
    const late = await seedLicense(world, { environment: 'staging', ...grace });
    const lives = async (license: License): Promise<number> => {
      const { iat, exp } = await claimsOf(await ask(viewer, license));
      return Number(exp) - Number(iat);
    };
    expect(await lives(lifetime)).toBe(72 * 3600);
    for (const license of [soon, late]) {
      const left = await lives(license);
      expect(left).toBeLessThanOrEqual(3600);
      expect(left).toBeGreaterThan(0);
    }
  });
});

describe('no file, with the code that validate would give', () => {
  test.each([
    ['NOT_ASSIGNED', { status: 'available' }],
    ['INACTIVE', { status: 'inactive' }],
    ['SUSPENDED', { status: 'suspended' }],
    ['EXPIRED', { status: 'expired' }],
    ['EXPIRED', { status: 'active', expiresAt: later(-HOUR, new Date()) }],
    ['REVOKED', { status: 'revoked' }],
    ['NOT_ACTIVATED', { requireIdentifier: true }],
  ] as const)('%s: %j', async (code, license) => {
    const stopped = await seedLicense(world, license);
    const asking = stopped.customerId === null ? [viewer] : [viewer, owner];
    await expectRefused(() => Promise.all(asking.map((token) => ask(token, stopped))), code);
  });

  test('a device of another license or none: no such device', async () => {
    const { license } = await seedWithDevices(world, 1);
    const other = await seedWithDevices(world, 1);
    const devices = [other.devices[0]?.id, 'nobody'];
    await expectRefused(() => Promise.all(devices.map((id) => ask(viewer, license, id))), 'NOT_FOUND');
    await claimsOf(await ask(viewer, other.license, other.devices[0]?.id));
  });

  test('a license of another environment: no such license', async () => {
    const license = await seedLicense(world, { environment: 'staging' });
    const elsewhere = { ...license, environment: 'production' } as const;
    await expectRefused(() => Promise.all([ask(viewer, elsewhere)]), 'NOT_FOUND');
    await claimsOf(await ask(viewer, license));
  });
});

describe('a customer', () => {
  test("gets the file of their own license and device, and cannot even see that another's exists", async () => {
    const { license, devices } = await seedWithDevices(world, 1);
    const stranger = await signedInCustomer(world, CUSTOMER_B.id);
    const asking = (): Promise<Answer[]> =>
      Promise.all([
        ask(stranger, { ...license, id: 'nobody' }),
        ask(stranger, license),
        ask(stranger, license, devices[0]?.id),
      ]);
    const [missing, ...refused] = await expectRefused(asking, 'NOT_FOUND');
    for (const { body } of refused) expect(body).toEqual(missing?.body);
    expect(await claimsOf(await ask(owner, license))).toMatchObject({ sub: license.id });
    expect(await claimsOf(await ask(owner, license, devices[0]?.id))).toHaveProperty('dev');
    expect(await historyOf(world, license.id)).toMatchObject([
      { actor: { kind: 'customer', customerId: CUSTOMER_A.id } },
      { actor: { kind: 'customer', customerId: CUSTOMER_A.id } },
    ]);
  });

  test('gets none where the product does not allow it; the console and another product do', async () => {
    const license = await seedLicense(world, { offlineAllowed: false });
    await expectRefused(() => Promise.all([ask(owner, license)]), 'OFFLINE_NOT_ALLOWED');
    await claimsOf(await ask(viewer, license));
    await claimsOf(await ask(owner, await seedLicense(world, { offlineAllowed: true })));
  });
});

describe('who gets no answer at all', () => {
  test('whoever is not signed in, or has no access', async () => {
    const license = await seedLicense(world);
    const before = await everything(world);
    expect((await ask(null, license)).status).toBe(401);
    expect(await everything(world)).toBe(before);
    const uid = await grant(world, 'nobody@example.com', {});
    expect((await ask(await signIn(world, 'nobody@example.com', uid), license)).status).toBe(403);
    await claimsOf(await ask(viewer, license));
  });

  test('a person of the console outside their environments', async () => {
    const staging = await signedInAs(world, 'admin', { environments: ['staging'] });
    expect((await ask(staging, await seedLicense(world))).status).toBe(403);
    await claimsOf(await ask(staging, await seedLicense(world, { environment: 'staging' })));
  });
});

test('a file does not outrun a change of the license made while it was signed', async () => {
  const license = await seedLicense(world);
  const path = licensePath('production', license.id);
  let signed = 0;
  const outcome = await issueOfflineFile(world.call(), 'production', license.id, null, async () => {
    // The first signature meets a revocation.
    if (signed++ === 0) await world.store.commit([{ kind: 'update', path, data: { status: 'revoked' } }]);
    return { payload: '', protected: '', signature: '' };
  });
  expect(outcome).toMatchObject({ ok: false, code: 'REVOKED' });
  expect(signed).toBe(1);
  expect(await historyOf(world, license.id)).toEqual([]);
});
