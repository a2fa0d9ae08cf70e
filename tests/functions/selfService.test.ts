import { describe, expect, test } from 'vitest';
import { settingsPath } from '@latchkey/functions/firestore/collections';
import { removeDevice } from '@latchkey/functions/operations/removeDevice';
import { ACTORS, CUSTOMER_A, DAY } from '../support/builders.ts';
import { everything, readLicense, slots } from '../support/inventory.ts';
import { seedWithDevices } from '../support/seedLicenses.ts';
import { atOnce } from '../support/software.ts';
import type { World } from '../support/world.ts';
import { newWorld } from '../support/world.ts';

const actor = ACTORS.customer;

async function withLimit(name: string, deactivationLimit: number | null): Promise<World> {
  const world = newWorld(name);
  const path = settingsPath('production', 'portal');
  await world.store.commit([{ kind: 'set', path, data: { deactivationLimit, deactivationDays: 30 } }]);
  return world;
}

function takeOff(world: World, deviceId: string, now = new Date()) {
  return removeDevice(world.call({ actor, now }), 'production', deviceId, CUSTOMER_A.id);
}

describe('a customer who takes devices off by themselves', () => {
  test('is told when the next one is possible once the limit is reached, and nothing changes', async () => {
    const world = await withLimit('used-up', 1);
    const { license, devices } = await seedWithDevices(world, 3, { customerId: CUSTOMER_A.id });
    const now = new Date();
    expect(await takeOff(world, devices[0]?.id ?? '', now)).toEqual({ ok: true });
    const before = await everything(world);
    const day = new Date(now.getTime() + 30 * DAY).toISOString().slice(0, 10);
    const refused = await takeOff(world, devices[1]?.id ?? '', now);
    expect(refused).toMatchObject({ ok: false, code: 'SELF_SERVICE_LIMIT' });
    expect(refused.ok ? '' : refused.reason).toContain(day);
    expect(await everything(world)).toBe(before);

    const afterwards = new Date(now.getTime() + 30 * DAY);
    expect(await takeOff(world, devices[1]?.id ?? '', afterwards)).toEqual({ ok: true });
    expect(await slots(world, license.id)).toEqual({ counted: 1, held: 1 });
  });

  test('without a limit takes off as many as they like', async () => {
    const world = await withLimit('unlimited', null);
    const { license, devices } = await seedWithDevices(world, 3, { customerId: CUSTOMER_A.id });
    for (const { id } of devices) expect(await takeOff(world, id)).toEqual({ ok: true });
    expect(await slots(world, license.id)).toEqual({ counted: 0, held: 0 });
  });

  test('is refused where self-service is off, and nothing changes; the console takes it off all the same', async () => {
    const world = newWorld('off');
    const { license, devices } = await seedWithDevices(world, 1, { customerId: CUSTOMER_A.id });
    const deviceId = devices[0]?.id ?? '';
    const set = (deactivation: boolean) =>
      world.store.commit([
        { kind: 'set', path: settingsPath('production', 'portal'), data: { deactivation } },
      ]);
    await set(false);
    const before = await everything(world);
    const refused = await takeOff(world, deviceId);
    expect(refused).toMatchObject({ ok: false, code: 'SELF_SERVICE_OFF' });
    expect(refused.ok ? '' : refused.reason).toContain('Ask the seller');
    expect(await everything(world)).toBe(before);
    expect(await removeDevice(world.call(), 'production', deviceId, null)).toEqual({ ok: true });
    expect(await slots(world, license.id)).toEqual({ counted: 0, held: 0 });
  });

  test('takes off no device too many, however many requests come at once', async () => {
    const world = await withLimit('at-once', 2);
    const { license, devices } = await seedWithDevices(world, 10, { customerId: CUSTOMER_A.id });
    const answers = await atOnce(10, (index) => takeOff(world, devices[index]?.id ?? ''));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
    expect(new Set(codes)).toEqual(new Set(['SELF_SERVICE_LIMIT']));
    expect(await slots(world, license.id)).toEqual({ counted: 8, held: 8 });
    expect((await readLicense(world, license.id))?.selfDeactivations).toHaveLength(2);
  });

  test('does not use up the limit where the console takes a device off', async () => {
    const world = await withLimit('console', 1);
    const { devices } = await seedWithDevices(world, 3, { customerId: CUSTOMER_A.id });
    for (const device of devices.slice(0, 2)) {
      expect(await removeDevice(world.call(), 'production', device.id, null)).toEqual({ ok: true });
    }
    expect(await takeOff(world, devices[2]?.id ?? '')).toEqual({ ok: true });
  });
});
