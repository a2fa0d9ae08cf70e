import { describe, expect, test } from 'vitest';
import type { Activation } from '@latchkey/domain/activation/activation';
import type { License } from '@latchkey/domain/license/license';
import { activateDevice } from '@latchkey/functions/operations/activateDevice';
import { deactivateDevice } from '@latchkey/functions/operations/deactivateDevice';
import { findLicense } from '@latchkey/functions/operations/findLicense';
import { devicesOf, readLicense } from '../support/inventory.ts';
import { questionOf } from '../support/questions.ts';
import { seedLicense, seedWithDevices } from '../support/seedLicenses.ts';
import { newWorld, SOFTWARE } from '../support/world.ts';

const world = newWorld('leanreads');
const call = () => world.call({ actor: SOFTWARE });
/** What no question of shipped software asks for (operations/checkFields.ts). */
const UNASKED = ['search', 'contractId', 'selfDeactivations'];
const asRead = (record: License | Activation | undefined) =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => !UNASKED.includes(name)));

describe('a question of shipped software', () => {
  test('reads all of license and device but search tokens and what only people ask for', async () => {
    const { license, devices } = await seedWithDevices(world, 1);
    const found = await findLicense(call(), questionOf(world, 'validate', license.key, 'HW-0').wanted);
    if (found.where !== 'here') throw new Error(found.where);
    expect(found.license.record).toEqual(asRead(license));
    expect(found.device?.record).toEqual(asRead(devices[0]));
  });

  test.each(['assigned', 'active'] as const)(
    'leaves the search tokens of an %s license in place when it writes',
    async (status) => {
      const license = await seedLicense(world, { status, expiresAt: new Date('2100-01-01') });
      const { wanted, question } = questionOf(world, 'activate', license.key, 'HW-NEW');
      const { code } = await activateDevice(call(), wanted, question, { label: null, appVersion: null });
      expect(code).toBe('ACTIVATED');
      const activated = await readLicense(world, license.id);
      expect(activated).toMatchObject({ status: 'active', statusRank: 2, activationCount: 1 });
      expect(activated?.search).toEqual(license.search);
      expect(activated?.dueAt).toEqual(license.dueAt);

      const leave = questionOf(world, 'deactivate', license.key, 'HW-NEW');
      expect((await deactivateDevice(call(), leave.wanted, leave.question)).code).toBe('DEACTIVATED');
      expect((await readLicense(world, license.id))?.search).toEqual(license.search);
      expect((await devicesOf(world, license.id)).map((device) => device.status)).toEqual(['deactivated']);
    },
  );
});

test('a read of named fields brings these only, and a version that a commit may be based on', async () => {
  const path = `environments/${world.project}/things/one`;
  await world.store.commit([{ kind: 'set', path, data: { a: 1, b: { c: 2 }, d: null } }]);
  const [whole] = await world.store.getAll([path]);
  const [lean, missing] = await world.store.getAll([path, `${path}-missing`], ['a', 'd', 'unknown']);
  expect(lean).toEqual({ ...whole, data: { a: 1, d: null } });
  expect(missing?.data).toBeUndefined();
});
