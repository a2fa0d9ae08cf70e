import { expect, test } from '@playwright/test';
import { ask, command, freshLicense } from '../support/stack.ts';

const device = (identifier: string) => ({ identifier, label: `Label of ${identifier}` });

test('a limit of two takes two devices, refuses the third, and a free slot is free at once', async () => {
  const { key } = await freshLicense({ limit: 2 });
  expect((await ask('activate', { key, ...device('one') })).body).toMatchObject({
    code: 'ACTIVATED',
    license: { status: 'active', activationCount: 1 },
    activation: { identifier: 'one', status: 'active', label: 'Label of one', lastSeenAt: null },
  });
  expect((await ask('activate', { key, ...device('one') })).body).toMatchObject({
    code: 'ALREADY_ACTIVATED',
    activated: true,
    license: { activationCount: 1 },
  });
  expect((await ask('activate', { key, ...device('two') })).body.code).toBe('ACTIVATED');
  expect((await ask('activate', { key, ...device('three') })).body.code).toBe('LIMIT_EXCEEDED');
  expect((await ask('validate', { key, identifier: 'three' })).body.code).toBe('HARDWARE_MISMATCH');
  expect((await ask('deactivate', { key, identifier: 'one' })).body).toMatchObject({
    code: 'DEACTIVATED',
    license: { status: 'active', activationCount: 1 },
    activation: { status: 'deactivated' },
  });
  expect((await ask('validate', { key, identifier: 'one' })).body.code).toBe('DEVICE_DEACTIVATED');
  expect((await ask('activate', { key, ...device('three') })).body.code).toBe('ACTIVATED');
});

test('last seen is the validate that succeeded, and the answer shows it already', async () => {
  const { key } = await freshLicense();
  await ask('activate', { key, identifier: 'one' });
  const { body } = await ask('validate', { key, identifier: 'one' });
  expect(body.activation?.['lastSeenAt']).toBe(body['serverTime']);
});

test('pausing stops every answer at once and keeps the devices; reactivating brings them back', async () => {
  const { id, key } = await freshLicense();
  await ask('activate', { key, identifier: 'one' });
  expect((await command(id, { type: 'inactivate', publicReason: null, note: null })).result).toMatchObject({
    ok: true,
  });
  expect((await ask('validate', { key, identifier: 'one' })).body).toMatchObject({
    code: 'INACTIVE',
    license: { status: 'inactive', activationCount: 1 },
    activation: { status: 'suspended' },
  });
  expect((await ask('activate', { key, identifier: 'two' })).body.code).toBe('INACTIVE');
  await command(id, { type: 'reactivate' });
  expect((await ask('validate', { key, identifier: 'one' })).body.code).toBe('VALID');
});

test('revoking ends everything for good and frees the count', async () => {
  const { id, key } = await freshLicense();
  await ask('activate', { key, identifier: 'one' });
  await command(id, { type: 'revoke', publicReason: 'Refunded.', note: null });
  expect((await ask('validate', { key, identifier: 'one' })).body).toMatchObject({
    code: 'REVOKED',
    license: { status: 'revoked', activationCount: 0 },
  });
  expect((await ask('deactivate', { key, identifier: 'one' })).body.code).toBe('NOT_ACTIVATED');
  expect((await command(id, { type: 'reactivate' })).result).toMatchObject({
    ok: false,
    code: 'CANNOT_REACTIVATE',
  });
});

test('an unassigned license refuses until it is assigned; deleting makes its key unknown', async () => {
  const { id, key } = await freshLicense({ email: null });
  expect((await ask('activate', { key, identifier: 'one' })).body.code).toBe('NOT_ASSIGNED');
  const customer = { email: 'somebody.new@black-box.example', name: 'Somebody New' };
  expect((await command(id, { type: 'assign', customer })).result).toMatchObject({ ok: true });
  expect((await ask('activate', { key, identifier: 'one' })).body.code).toBe('ACTIVATED');
  expect((await command(id, { type: 'delete', confirmation: 'nope' })).result).toMatchObject({ ok: false });
  expect((await command(id, { type: 'delete', confirmation: key.slice(-4) })).result).toMatchObject({
    ok: true,
  });
  expect((await ask('validate', { key, identifier: 'one' })).body.code).toBe('NOT_FOUND');
});

test('raising the limit by edit lets the next device in at once', async () => {
  const { id, key } = await freshLicense({ limit: 1 });
  await ask('activate', { key, identifier: 'one' });
  expect((await ask('activate', { key, identifier: 'two' })).body.code).toBe('LIMIT_EXCEEDED');
  await command(id, { type: 'edit', revision: null, changes: { activationLimit: 2 } });
  expect((await ask('activate', { key, identifier: 'two' })).body.code).toBe('ACTIVATED');
});
