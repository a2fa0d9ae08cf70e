import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiProcess } from '../support/apiProcess.ts';
import { call, startCallable } from '../support/callables.ts';
import { devicesOf, everything } from '../support/inventory.ts';
import { signedInAs, signedInCustomer } from '../support/people.ts';
import { seedWithDevices } from '../support/seedLicenses.ts';
import { newWorld } from '../support/world.ts';

const world = newWorld('customers-who');
let create: ApiProcess;
let command: ApiProcess;
let take: ApiProcess;
let many: ApiProcess;
beforeAll(async () => {
  create = await startCallable(world, 'createCustomer');
  command = await startCallable(world, 'commandCustomer');
  take = await startCallable(world, 'exportCustomer');
  many = await startCallable(world, 'deactivateDevices');
}, 120_000);
afterAll(() => Promise.all([create, command, take, many].map((process) => process.stop())));

let serial = 0;
function asked(environment = 'production') {
  return { environment, customer: { email: `who-${(serial += 1)}@example.com`, name: '' } };
}
async function made(token: string): Promise<string> {
  const { body } = await call(create, token, asked());
  return String((body['result'] as { customerId?: string }).customerId);
}

describe('who may', () => {
  test('create a customer by hand: an admin, not an operator, a viewer or a customer; nothing is written', async () => {
    for (const token of [
      await signedInAs(world, 'operator'),
      await signedInAs(world, 'viewer'),
      await signedInCustomer(world, 'customer-x'),
    ]) {
      const before = await everything(world);
      expect((await call(create, token, asked())).status).toBe(403);
      expect(await everything(world)).toBe(before);
    }
    expect(await made(await signedInAs(world, 'admin'))).toMatch(/^c[\w-]{27}$/);
    expect((await call(create, null, asked())).status).toBe(401);
  });

  test('change one: an admin of every environment, not one of staging alone', async () => {
    const admin = await signedInAs(world, 'admin');
    const data = { customerId: await made(admin), command: { type: 'rename', name: 'New' } };
    const limited = await signedInAs(world, 'admin', { environments: ['staging'] });
    expect((await call(command, limited, data)).status).toBe(403);
    expect((await call(command, await signedInAs(world, 'operator'), data)).status).toBe(403);
    expect((await call(command, admin, data)).body).toMatchObject({ result: { ok: true } });
  });

  test('hand out what is kept: every role of the console, nobody else', async () => {
    const admin = await signedInAs(world, 'admin');
    const data = { environment: 'production', customerId: await made(admin), part: 'licenses', after: null };
    expect((await call(take, await signedInCustomer(world, data.customerId), data)).status).toBe(403);
    const viewer = await signedInAs(world, 'viewer');
    expect((await call(take, viewer, data)).body).toMatchObject({
      result: { ok: true, rows: [], next: null },
    });
  });

  test('take devices off: an operator, not a viewer and not their customer; each outcome by itself', async () => {
    const { license, devices } = await seedWithDevices(world, 3);
    const ids = [...devices.map(({ id }) => id), 'license-x_gone'];
    const data = { environment: 'production', activationIds: ids };
    for (const token of [
      await signedInAs(world, 'viewer'),
      await signedInCustomer(world, license.customerId ?? ''),
    ]) {
      expect((await call(many, token, data)).status).toBe(403);
    }
    const done = await call(many, await signedInAs(world, 'operator'), data);
    const { rows } = done.body['result'] as { rows: { activationId: string; code: string | null }[] };
    expect(rows.map(({ activationId }) => activationId)).toEqual(ids);
    expect(rows.map(({ code }) => code)).toEqual([null, null, null, 'NOT_FOUND']);
    const left = await devicesOf(world, license.id);
    expect(left.map(({ status }) => status)).toEqual(['deactivated', 'deactivated', 'deactivated']);
    const tooMany = { ...data, activationIds: Array.from({ length: 101 }, (_, index) => `d${index}`) };
    expect((await call(many, await signedInAs(world, 'operator'), tooMany)).status).toBe(400);
  });
});
