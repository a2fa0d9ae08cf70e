import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { Customer } from '@latchkey/domain/customer/customer';
import type { CustomerCommand } from '@latchkey/domain/customer/commands';
import type { Environment } from '@latchkey/domain/environment';
import { firebaseAccounts } from '@latchkey/functions/auth/firebaseAccounts';
import { commandCustomer } from '@latchkey/functions/operations/customer/commandCustomer';
import { createCustomer } from '@latchkey/functions/operations/customer/createCustomer';
import { exportCustomer } from '@latchkey/functions/operations/customer/exportCustomer';
import { alignAccount } from '@latchkey/functions/operations/customer/alignAccount';
import { noteSignIn } from '@latchkey/functions/operations/customer/noteSignIn';
import { issueLicense } from '@latchkey/functions/operations/issueLicense';
import { runDueJobs } from '@latchkey/functions/operations/jobs/runDueJobs';
import { validateLicense } from '@latchkey/functions/operations/validateLicense';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, later } from '../support/builders.ts';
import { devicesOf, documents, everything, readLicense } from '../support/inventory.ts';
import { starter } from '../support/jobs.ts';
import { questionOf } from '../support/questions.ts';
import { seedCatalog, seedLicenses, seedWithDevices } from '../support/seedLicenses.ts';
import type { World } from '../support/world.ts';
import { newWorld, SOFTWARE } from '../support/world.ts';

const NOW = new Date('2026-06-01T00:00:00.000Z');
const ADA = { email: 'Ada@Example.com', name: 'Ada' };

/** A customer known in production and staging, with an account. */
async function known(world: World): Promise<string> {
  const made = await createCustomer(world.call({ now: NOW }), 'production', ADA);
  const again = await createCustomer(world.call({ now: NOW }), 'staging', { ...ADA, name: 'Somebody' });
  if (!made.ok || !again.ok) throw new Error('not made');
  expect(again.customerId).toBe(made.customerId);
  await alignAccount(world.call({ now: NOW }), await firebaseAccounts(world.project), made.customerId);
  return made.customerId;
}

async function command(world: World, id: string, asked: CustomerCommand, now = later(HOUR, NOW)) {
  const actor = await starter(world);
  return commandCustomer(world.call({ actor, now }), await firebaseAccounts(world.project), id, asked);
}

async function customer(world: World, id: string, environment: Environment = 'production') {
  const found = await documents<Customer>(world, 'customers', [], environment);
  return found.find((one) => one.id === id)?.data;
}

async function person(world: World) {
  const [one] = await world.store
    .query<{ email: string; customerId: string | null; name: string | null }>({
      parent: '',
      collection: 'users',
      limit: 9,
    })
    .then((all) => all.filter(({ data }) => data?.email === 'ada@example.com'));
  return one?.data;
}

async function runJobs(world: World): Promise<void> {
  for (const environment of ['production', 'staging', 'development'] as const) {
    await runDueJobs(world.tools, environment, {
      clock: () => later(2 * HOUR, NOW),
      until: () => false,
      pause: () => Promise.resolve(),
      report: (error) => {
        throw error instanceof Error ? error : new Error('a job broke');
      },
    });
  }
}

test('a customer made by hand is one person in every environment, and is made once', async () => {
  const world = newWorld('made');
  const id = await known(world);
  expect(await customer(world, id)).toMatchObject({
    email: 'ada@example.com',
    name: 'Ada',
    status: 'invited',
  });
  expect(await customer(world, id, 'staging')).toMatchObject({ name: 'Ada', invitedAt: NOW });
  const before = await everything(world);
  const again = await createCustomer(world.call(), 'production', { email: 'ADA@example.com', name: null });
  expect(again).toMatchObject({ ok: false, code: 'CUSTOMER_EXISTS' });
  expect(await everything(world)).toBe(before);
});

test('a license for an address that is known elsewhere copies the name that is known', async () => {
  const world = newWorld('copied');
  await known(world);
  const sources = await seedCatalog(world);
  const asked = { environment: 'staging' as const, ...sources, customer: { ...ADA, name: 'Wrong' } };
  const issued = await issueLicense(world.call(), asked);
  if (!issued.ok) throw new Error(issued.code);
  expect((await readLicense(world, issued.licenseId, 'staging'))?.customerName).toBe('Ada');
});

test('a new name is in every environment at once, and reaches licenses and devices by a job, once', async () => {
  const world = newWorld('renamed');
  const id = await known(world);
  const owned = { customerId: id, customerName: 'Ada', customerEmail: 'ada@example.com' };
  await seedLicenses(world, 45, () => owned);
  const { license } = await seedWithDevices(world, 3, owned);
  const [foreign] = await seedLicenses(world, 1);
  expect(await command(world, id, { type: 'rename', name: 'Grace' })).toMatchObject({ ok: true });
  expect(await customer(world, id)).toMatchObject({ name: 'Grace', nameUp: 'grace' });
  expect(await customer(world, id, 'staging')).toMatchObject({ name: 'Grace' });
  expect(await person(world)).toMatchObject({ name: 'Grace', customerId: id });
  await runJobs(world);
  const licenses = await documents<{ customerName: string }>(world, 'licenses', [['customerId', '==', id]]);
  expect(new Set(licenses.map(({ data }) => data?.customerName))).toEqual(new Set(['Grace']));
  expect(licenses).toHaveLength(46);
  expect((await devicesOf(world, license.id)).map(({ customerName }) => customerName)).toEqual(
    Array.from({ length: 3 }, () => 'Grace'),
  );
  expect((await readLicense(world, foreign?.id ?? ''))?.customerName).toBe('Ada Lovelace');
  const settled = await everything(world);
  await runJobs(world);
  expect(await everything(world)).toBe(settled);
});

test('disabling ends the access in the same commit, licenses go on, and enabling brings it back', async () => {
  const world = newWorld('disabled');
  const id = await known(world);
  const { license } = await seedWithDevices(world, 1, { customerId: id });
  expect(await person(world)).toMatchObject({ customerId: id });
  expect(await command(world, id, { type: 'disable' })).toMatchObject({ ok: true });
  expect(await person(world)).toMatchObject({ customerId: null });
  expect(await customer(world, id, 'staging')).toMatchObject({ status: 'disabled' });
  const { wanted, question } = questionOf(world, 'validate', license.key, 'HW-0');
  const answer = await validateLicense(world.call({ actor: SOFTWARE }), wanted, question);
  expect(answer.code).toBe('VALID');
  // Another license assigned meanwhile opens nothing.
  await alignAccount(world.call(), await firebaseAccounts(world.project), id);
  expect(await person(world)).toMatchObject({ customerId: null });
  expect(await command(world, id, { type: 'enable' })).toMatchObject({ ok: true });
  expect(await person(world)).toMatchObject({ customerId: id });
});

describe('a deleted customer', () => {
  test('is nowhere but in ids: not in licenses, devices, people or the audit; licenses go on', async () => {
    const world = newWorld('deleted');
    const id = await known(world);
    const owned = {
      customerId: id,
      customerName: 'Ada',
      customerEmail: 'ada@example.com',
      assignedAt: later(-DAY, NOW),
    };
    const { license } = await seedWithDevices(world, 2, owned);
    expect(await command(world, id, { type: 'delete', confirmation: 'no@example.com' })).toMatchObject({
      code: 'CONFIRMATION_MISMATCH',
    });
    expect(await command(world, id, { type: 'delete', confirmation: 'ada@example.com' })).toMatchObject({
      ok: true,
    });
    expect(await person(world)).toBeUndefined();
    await runJobs(world);
    const after = await readLicense(world, license.id);
    expect(after).toMatchObject({
      status: 'active',
      customerId: 'deleted',
      customerName: null,
      activationCount: 2,
    });
    expect(await devicesOf(world, license.id)).toMatchObject([
      { customerId: 'deleted' },
      { customerId: 'deleted' },
    ]);
    const all = await everything(world);
    expect(all.toLowerCase()).not.toContain('ada@example.com');
    expect(all).not.toContain('"Ada"');
    const events = await documents<AuditEvent>(world, 'audit', [['licenseId', '==', license.id]]);
    expect(events.map(({ data }) => data?.action)).toContain('license.customer-deleted');
    const { wanted, question } = questionOf(world, 'validate', license.key, 'HW-0');
    expect((await validateLicense(world.call({ actor: SOFTWARE }), wanted, question)).code).toBe('VALID');
  });
  test('who is also of the console keeps that', async () => {
    const world = newWorld('both');
    const id = await known(world);
    const accounts = await firebaseAccounts(world.project);
    const { setAccess } = await import('@latchkey/functions/operations/setAccess');
    await setAccess(world.call(), accounts, { email: 'ada@example.com', name: 'Ada' }, { role: 'viewer' });
    await command(world, id, { type: 'delete', confirmation: 'ada@example.com' });
    expect(await person(world)).toMatchObject({ role: 'viewer', customerId: null });
  });
  test('who comes back is a new customer: what was assigned afterwards stays theirs', async () => {
    const world = newWorld('back');
    const id = await known(world);
    await command(world, id, { type: 'delete', confirmation: 'ada@example.com' });
    const back = { customerId: id, customerEmail: 'ada@example.com', assignedAt: later(HOUR + 1, NOW) };
    const [license] = await seedLicenses(world, 1, () => back);
    await runJobs(world);
    expect((await readLicense(world, license?.id ?? ''))?.customerId).toBe(id);
  });
});

test('a sign-in is noted in every environment, and once', async () => {
  const world = newWorld('noted');
  const id = await known(world);
  await noteSignIn(world.call(), id, NOW);
  for (const environment of ['production', 'staging'] as const) {
    expect(await customer(world, id, environment)).toMatchObject({ status: 'active', lastSignInAt: NOW });
  }
  const before = await everything(world);
  await noteSignIn(world.call(), id, NOW);
  expect(await everything(world)).toBe(before);
});

test('what is handed out comes in pages, is whole, and is an event once', async () => {
  const world = newWorld('handed');
  const id = await known(world);
  await seedLicenses(world, 130, () => ({ customerId: id }));
  const rows: string[] = [];
  let after: string | null = null;
  do {
    const page = await exportCustomer(world.call(), 'production', id, 'licenses', after);
    if (!page.ok) throw new Error(page.code);
    rows.push(...page.rows.map((row) => row.id));
    after = page.next;
  } while (after !== null);
  expect(new Set(rows).size).toBe(130);
  const elsewhere = await exportCustomer(world.call(), 'development', id, 'licenses', null);
  expect(elsewhere).toEqual({ ok: true, rows: [], next: null });
  const events = await documents<AuditEvent>(world, 'audit', [['action', '==', 'customer.exported']]);
  expect(events).toHaveLength(1);
  expect(await exportCustomer(world.call(), 'production', 'nobody', 'licenses', null)).toMatchObject({
    code: 'NOT_FOUND',
  });
});
