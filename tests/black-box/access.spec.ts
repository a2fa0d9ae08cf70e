import { expect, test } from '@playwright/test';
import type { Account } from '../support/stack.ts';
import { ask, call, command, firestore, freshLicense } from '../support/stack.ts';

const CONSOLE: Account[] = ['owner', 'admin', 'operator', 'viewer'];
const list = (collectionId: string, limit: number) => ({
  structuredQuery: { from: [{ collectionId }], limit },
});

for (const account of CONSOLE) {
  test(`${account} reads every license of the environment in lists of up to 500`, async () => {
    const { status, body } = await firestore(
      '/environments/production:runQuery',
      account,
      list('licenses', 500),
    );
    expect(status).toBe(200);
    expect((body as unknown[]).length).toBeGreaterThan(200);
  });
}

test('nobody without a sign-in reads anything', async () => {
  expect((await firestore('/environments/production:runQuery', null, list('licenses', 10))).status).toBe(403);
});

test('a customer who asks for all licenses gets none, and their own when they ask for those', async () => {
  const all = await firestore('/environments/production:runQuery', 'customer-a', list('licenses', 100));
  expect(all.status).toBe(403);
});

const FOR_LICENSES: [Account, number][] = [
  ['owner', 200],
  ['admin', 200],
  ['operator', 200],
  ['viewer', 403],
  ['customer-a', 403],
];

for (const [account, status] of FOR_LICENSES) {
  test(`${account} ${status === 200 ? 'may' : 'may not'} suspend a license`, async () => {
    const { id, key } = await freshLicense();
    await ask('activate', { key, identifier: 'one' });
    const answer = await command(id, { type: 'suspend', publicReason: 'Test.', note: null }, account);
    expect(answer.status).toBe(status);
    const expected = status === 200 ? 'SUSPENDED' : 'VALID';
    expect((await ask('validate', { key, identifier: 'one' })).body.code).toBe(expected);
  });
}

test('an operator may not delete what an admin may', async () => {
  const { id, key } = await freshLicense();
  const remove = { type: 'delete', confirmation: key.slice(-4) };
  expect((await command(id, remove, 'operator')).status).toBe(403);
  expect((await command(id, remove, 'admin')).result).toMatchObject({ ok: true });
});

test('a customer takes their own device off, and nobody else can', async () => {
  const { id, key } = await freshLicense({ email: 'customer-a@latchkey.test' });
  const { body } = await ask('activate', { key, identifier: 'one' });
  const device = { environment: 'production', activationId: body.activation?.['id'] };
  expect((await call('deactivateDevice', device, 'customer-b')).result).toMatchObject({
    ok: false,
    code: 'NOT_FOUND',
  });
  expect((await call('deactivateDevice', device, null)).status).toBe(401);
  expect((await ask('validate', { key, identifier: 'one' })).body.code).toBe('VALID');
  expect((await call('deactivateDevice', device, 'customer-a')).result).toMatchObject({ ok: true });
  expect((await ask('validate', { key, identifier: 'one' })).body.code).toBe('DEVICE_DEACTIVATED');
  expect(id).not.toBe('');
});

test('customers read what is theirs and nothing that is internal', async () => {
  const { id } = await freshLicense({ email: 'customer-b@latchkey.test' });
  const path = `/environments/production/licenses/${id}`;
  expect((await firestore(path, 'customer-b')).status).toBe(200);
  expect((await firestore(path, 'customer-a')).status).toBe(403);
  expect((await firestore(`${path}/private/admin`, 'customer-b')).status).toBe(403);
  expect((await firestore(`${path}/private/admin`, 'viewer')).status).toBe(200);
});
