import { describe, expect, test } from 'vitest';
import type { Activation } from '@latchkey/domain/activation/activation';
import type { License } from '@latchkey/domain/license/license';
import { activationPath } from '@latchkey/functions/firestore/collections';
import type { AskedCommand } from '@latchkey/functions/operations/commandLicense';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { drainOutbox } from '@latchkey/functions/operations/drainOutbox';
import { reconcileDevices } from '@latchkey/functions/operations/reconcileDevices';
import { validateLicense } from '@latchkey/functions/operations/validateLicense';
import { CUSTOMER_A } from '../support/builders.ts';
import { devicesOf, documents, everything, readLicense } from '../support/inventory.ts';
import { noAccounts } from '../support/noAccounts.ts';
import { questionOf } from '../support/questions.ts';
import { seedWithDevices } from '../support/seedLicenses.ts';
import { CLOCK, newWorld, SOFTWARE } from '../support/world.ts';

const GUARD = { timeout: 60_000 };
const world = newWorld('fanout');
const because = { publicReason: 'because', note: null };

function command(license: License, asked: AskedCommand) {
  return commandLicense(world.call(), 'production', license.id, asked);
}

async function drain(): Promise<void> {
  const rethrow = (error: unknown): never => {
    throw error;
  };
  await drainOutbox(world.call({ actor: CLOCK }), noAccounts, 'production', () => false, rethrow);
  expect(await documents(world, 'outbox')).toEqual([]);
}

async function hears(license: License, device = 'HW-0'): Promise<string> {
  const { wanted, question } = questionOf(world, 'validate', license.key, device);
  return (await validateLicense(world.call({ actor: SOFTWARE }), wanted, question)).code;
}

const tail = (license: License): string => license.key.slice(-4);

interface Case {
  readonly name: string;
  readonly ask: (license: License) => AskedCommand;
  /** What a device of the license hears, the moment the command is done. */
  readonly atOnce: string;
  /** Every device, once the outbox is drained; null = gone. */
  readonly devices: Partial<Activation> | null;
}

const CASES: readonly Case[] = [
  {
    name: 'suspend',
    ask: () => ({ type: 'suspend', ...because }),
    atOnce: 'SUSPENDED',
    devices: { status: 'suspended', deactivatedAt: null },
  },
  {
    name: 'inactivate',
    ask: () => ({ type: 'inactivate', ...because }),
    atOnce: 'INACTIVE',
    devices: { status: 'suspended', deactivatedAt: null },
  },
  {
    name: 'revoke',
    ask: () => ({ type: 'revoke', ...because }),
    atOnce: 'REVOKED',
    devices: { status: 'deactivated', customerId: CUSTOMER_A.id },
  },
  {
    name: 'transfer',
    ask: () => ({ type: 'transfer', customer: { email: 'new@example.com', name: null } }),
    atOnce: 'DEVICE_DEACTIVATED',
    devices: { status: 'deactivated', customerId: null },
  },
  {
    name: 'delete',
    ask: (license) => ({ type: 'delete', confirmation: tail(license) }),
    atOnce: 'NOT_FOUND',
    devices: null,
  },
];

describe.each(CASES)('$name', ({ ask, atOnce, devices }) => {
  test.each([0, 1, 3, 150, 450])(
    'with %i devices: the license decides at once, and the devices agree with it soon',
    GUARD,
    async (count) => {
      const { license } = await seedWithDevices(world, count);
      expect(await command(license, ask(license))).toEqual({ ok: true });
      if (count > 0) {
        expect(await hears(license)).toBe(atOnce);
        expect(await hears(license, `HW-${count - 1}`)).toBe(atOnce);
      }
      await drain();
      const after = await devicesOf(world, license.id);
      expect(after).toHaveLength(devices === null ? 0 : count);
      for (const device of after) expect(device).toMatchObject(devices ?? {});
    },
  );
});

test.each([
  ['suspend', 'unsuspend'],
  ['inactivate', 'reactivate'],
] as const)('%s, then %s: every device is back and works', GUARD, async (stop, lift) => {
  const { license } = await seedWithDevices(world, 150);
  expect(await command(license, { type: stop, ...because })).toEqual({ ok: true });
  await drain();
  expect(await command(license, { type: lift })).toEqual({ ok: true });
  // Marks that have not caught up yet block nobody.
  expect(await hears(license, 'HW-149')).toBe('VALID');
  await drain();
  const after = await devicesOf(world, license.id);
  expect(new Set(after.map(({ status }) => status))).toEqual(new Set(['active']));
  expect(await readLicense(world, license.id)).toMatchObject({ status: 'active', activationCount: 150 });
});

test('a removed device stays removed through suspension and lifting', async () => {
  const { license, devices } = await seedWithDevices(world, 2);
  const gone = { status: 'deactivated', deactivatedAt: new Date() };
  const path = activationPath('production', devices[1]?.id ?? '');
  await world.store.commit([{ kind: 'update', path, data: gone }]);
  await command(license, { type: 'suspend', ...because });
  await command(license, { type: 'unsuspend' });
  await drain();
  const after = await devicesOf(world, license.id);
  expect(after.find(({ id }) => id === devices[1]?.id)).toMatchObject(gone);
  expect(await hears(license, 'HW-1')).toBe('DEVICE_DEACTIVATED');
});

test('work done twice, at once, or long after the license moved on changes nothing more', GUARD, async () => {
  const { license } = await seedWithDevices(world, 150);
  await command(license, { type: 'suspend', ...because });
  await command(license, { type: 'unsuspend' });
  await command(license, { type: 'transfer', customer: { email: 'next@example.com', name: null } });
  const late = await documents<object>(world, 'outbox');
  expect(late.length).toBeGreaterThanOrEqual(3);
  await drain();
  const settled = await everything(world);
  // The same entries come once more, the last one first.
  const again = late.toReversed().map(({ path, data }) => ({ kind: 'set' as const, path, data: data ?? {} }));
  await world.store.commit(again);
  const drains = [0, 1].map(() =>
    drainOutbox(
      world.call({ actor: CLOCK }),
      noAccounts,
      'production',
      () => false,
      () => undefined,
    ),
  );
  await Promise.all(drains);
  const call = world.call({ actor: CLOCK });
  await Promise.all([0, 1].map(() => reconcileDevices(call, 'production', license.id)));
  await drain();
  expect(await everything(world)).toBe(settled);
});

test(
  'after a transfer no document names the old owner any longer, removed devices included',
  GUARD,
  async () => {
    const { license, devices } = await seedWithDevices(world, 150);
    const removed = { status: 'deactivated', deactivatedAt: new Date() };
    const path = activationPath('production', devices[149]?.id ?? '');
    await world.store.commit([{ kind: 'update', path, data: removed }]);
    await command(license, { type: 'transfer', customer: { email: 'third@example.com', name: null } });
    await drain();
    const left = await documents(world, 'activations', [
      ['licenseId', '==', license.id],
      ['customerId', '==', CUSTOMER_A.id],
    ]);
    expect(left).toEqual([]);
    expect(await readLicense(world, license.id)).toMatchObject({
      activationCount: 0,
      deviceEpoch: 1,
      customerEmail: 'third@example.com',
    });
  },
);
