import { afterAll, beforeAll, expect, test } from 'vitest';
import type { License } from '@latchkey/domain/license/license';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { drainOutbox } from '@latchkey/functions/operations/drainOutbox';
import { issueLicense } from '@latchkey/functions/operations/issueLicense';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import { devicesOf, documents, readLicense } from '../support/inventory.ts';
import { noAccounts } from '../support/noAccounts.ts';
import { aKey, seedCatalog, seedLicense, seedWithDevices } from '../support/seedLicenses.ts';
import type { Answer } from '../support/software.ts';
import { ask } from '../support/software.ts';
import { CLOCK, newWorld } from '../support/world.ts';

const world = newWorld('reuse');
const customer = { email: 'ada@example.com', name: 'Ada' };
let api: ApiProcess;
let sources: Awaited<ReturnType<typeof seedCatalog>>;
beforeAll(async () => {
  sources = await seedCatalog(world);
  api = await startApi({ env: world.env });
});
afterAll(() => api.stop());

const validate = (key: string, more: object = {}): Promise<Answer> =>
  ask(api.url, 'validate', { key, ...more });

async function remove(license: License): Promise<void> {
  const asked = { type: 'delete', confirmation: license.key.slice(-4) } as const;
  expect(await commandLicense(world.call(), license.environment, license.id, asked)).toEqual({ ok: true });
}

async function issue(key: string, environment: 'production' | 'staging' = 'production'): Promise<string> {
  const issued = await issueLicense(world.call(), { environment, ...sources, customer, key });
  if (!issued.ok) throw new Error(issued.code);
  return issued.licenseId;
}

test('a deleted license is unknown at once to a process that has met it, and leaves nothing behind', async () => {
  const { license } = await seedWithDevices(world, 130);
  const device = { identifier: 'HW-129' };
  expect((await validate(license.key, device)).body.code).toBe('VALID');
  await remove(license);
  expect((await validate(license.key, device)).body).toMatchObject({ code: 'NOT_FOUND', license: null });
  const rethrow = (error: unknown): never => {
    throw error;
  };
  await drainOutbox(world.call({ actor: CLOCK }), noAccounts, 'production', () => false, rethrow);
  expect(await readLicense(world, license.id)).toBeNull();
  expect(await devicesOf(world, license.id)).toEqual([]);
  const index = await documents(world, 'licenseKeys', [['licenseId', '==', license.id]]);
  expect(index).toEqual([]);
  const [hidden] = await world.store.getAll([`environments/production/licenses/${license.id}/private/admin`]);
  expect(hidden?.data).toBeUndefined();
});

test('a key issued again opens the new license, also for a process that remembers the old one', async () => {
  const { license } = await seedWithDevices(world, 1);
  expect((await validate(license.key, { identifier: 'HW-0' })).body.license?.id).toBe(license.id);
  await remove(license);
  const id = await issue(license.key);
  const answer = await validate(license.key, { identifier: 'HW-0' });
  // The old license's device is nothing to the new one.
  expect(answer.body).toMatchObject({ code: 'NOT_ACTIVATED', license: { id, activationCount: 0 } });
});

test('a key asked for in the wrong environment, then made there, is found there', async () => {
  const { key } = await seedLicense(world);
  expect((await validate(key, { environment: 'staging' })).body.code).toBe('ENVIRONMENT_MISMATCH');
  expect((await validate(key)).body.code).toBe('VALID');
  const id = await issue(key, 'staging');
  expect((await validate(key, { environment: 'staging' })).body.license).toMatchObject({
    id,
    environment: 'staging',
  });
});

test('one key in two environments is two licenses, each answered in its own', async () => {
  const key = aKey();
  const [one, other] = [await issue(key, 'production'), await issue(key, 'staging')];
  for (let round = 0; round < 2; round++) {
    expect((await validate(key)).body.license?.id).toBe(one);
    expect((await validate(key, { environment: 'staging' })).body.license?.id).toBe(other);
    expect((await validate(key, { environment: 'development' })).body).toMatchObject({
      code: 'ENVIRONMENT_MISMATCH',
      license: null,
    });
  }
});

test('a key is found however it is typed, unless its generator tells cases apart', async () => {
  const plain = await seedLicense(world, { key: `Abcd-${aKey().slice(0, 13).toUpperCase()}` });
  const typed = ` ${plain.key.toLowerCase().replaceAll('-', ' ')} `;
  expect((await validate(typed)).body.license?.id).toBe(plain.id);
  const strict = await seedLicense(world, { key: `Xyz-${aKey().slice(0, 13)}`, keyCaseSensitive: true });
  expect((await validate(strict.key)).body.license?.id).toBe(strict.id);
  expect((await validate(strict.key.toUpperCase())).body.code).toBe('NOT_FOUND');
});
