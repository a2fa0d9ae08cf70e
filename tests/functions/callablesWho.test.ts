import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import { CUSTOMER_A, CUSTOMER_B } from '../support/builders.ts';
import { call, startCallable } from '../support/callables.ts';
import { everything, readLicense, slots } from '../support/inventory.ts';
import { claimsOf, grant, signedInAs, signedInCustomer, signIn, unsignedToken } from '../support/people.ts';
import { seedCatalog, seedLicense, seedWithDevices } from '../support/seedLicenses.ts';
import type { Answer } from '../support/software.ts';
import { newWorld } from '../support/world.ts';

const world = newWorld('who');
let issue: ApiProcess;
let command: ApiProcess;
let device: ApiProcess;
let order: object;
beforeAll(async () => {
  order = { environment: 'production', ...(await seedCatalog(world)) };
  issue = await startCallable(world, 'issueLicense');
  command = await startCallable(world, 'commandLicense');
  device = await startCallable(world, 'deactivateDevice');
}, 120_000);
afterAll(() => Promise.all([issue, command, device].map((process) => process.stop())));

const because = { publicReason: 'because', note: null };
async function inactivate(token: string | null, environment = 'production'): Promise<Answer> {
  const { id } = await seedLicense(world, environment === 'staging' ? { environment } : {});
  const before = await readLicense(world, id, environment === 'staging' ? 'staging' : 'production');
  const data = { environment, licenseId: id, command: { type: 'inactivate', ...because } };
  const answer = await call(command, token, data);
  const after = await readLicense(world, id, environment === 'staging' ? 'staging' : 'production');
  if (answer.status === 200) expect(after?.status).toBe('inactive');
  else expect(after).toEqual(before);
  return answer;
}

function expectRefused(answer: Answer, status: 401 | 403): void {
  expect(answer.status).toBe(status);
  const name = status === 401 ? 'UNAUTHENTICATED' : 'PERMISSION_DENIED';
  expect(answer.body['error']).toMatchObject({ status: name });
  expect(answer.text).not.toMatch(/\bat .+:\d+|node_modules|result/);
}

/** The emulator notices the revoked session itself (401), production our own record of it (403). */
function expectOut(answer: Answer): void {
  expectRefused(answer, answer.status === 401 ? 401 : 403);
}

describe('who may give a command', () => {
  test.each(['owner', 'admin', 'operator'] as const)('%s', async (role) => {
    const answer = await inactivate(await signedInAs(world, role));
    expect(answer).toMatchObject({ status: 200, body: { result: { ok: true } } });
  });
  test('not a viewer, not a customer, not somebody without any access', async () => {
    expectRefused(await inactivate(await signedInAs(world, 'viewer')), 403);
    expectRefused(await inactivate(await signedInCustomer(world, CUSTOMER_A.id)), 403);
    const uid = await grant(world, 'nobody@example.com', {});
    expectRefused(await inactivate(await signIn(world, 'nobody@example.com', uid)), 403);
  });
  test('nobody who is not signed in, whatever they say they are', async () => {
    expectRefused(await inactivate(null), 401);
    for (const junk of ['junk', 'a.b.c', '']) expectRefused(await inactivate(junk), 401);
  });
  test('an operator may not delete; an admin may', async () => {
    const { id, key } = await seedLicense(world);
    const asked = { type: 'delete', confirmation: key.slice(-4) };
    const data = { environment: 'production', licenseId: id, command: asked };
    expectRefused(await call(command, await signedInAs(world, 'operator'), data), 403);
    expect(await readLicense(world, id)).not.toBeNull();
    expect((await call(command, await signedInAs(world, 'admin'), data)).status).toBe(200);
    expect(await readLicense(world, id)).toBeNull();
  });
  test('who is limited to staging gives commands there and nowhere else', async () => {
    const token = await signedInAs(world, 'admin', { environments: ['staging'] });
    expectRefused(await inactivate(token), 403);
    expect((await inactivate(token, 'staging')).status).toBe(200);
  });
  test('who may issue: an operator, not a viewer', async () => {
    expectRefused(await call(issue, await signedInAs(world, 'viewer'), order), 403);
    const made = await call(issue, await signedInAs(world, 'operator'), order);
    expect(made).toMatchObject({ status: 200, body: { result: { ok: true } } });
  });
});

describe('a token is worth what it is worth now', () => {
  test("a demoted admin's old token opens nothing, from the very next call", async () => {
    const email = 'demoted@example.com';
    const token = await signIn(world, email, await grant(world, email, { role: 'admin' }));
    expect((await inactivate(token)).status).toBe(200);
    await grant(world, email, { role: 'viewer' });
    expectOut(await inactivate(token));
    // Not even once the role is given back: the sign-in itself no longer counts.
    await grant(world, email, { role: 'admin' });
    expectOut(await inactivate(token));
  });
  test('a disabled person is out at once', async () => {
    const email = 'disabled@example.com';
    const token = await signIn(world, email, await grant(world, email, { role: 'owner' }));
    expect((await inactivate(token)).status).toBe(200);
    await grant(world, email, { disabled: true });
    expectOut(await inactivate(token));
  });
  test('a raised role in a forged token is not believed, nor is a person who does not exist', async () => {
    const claims = claimsOf(await signedInAs(world, 'viewer'));
    const raised = await inactivate(unsignedToken({ ...claims, role: 'owner' }));
    expectRefused(raised, 403);
    const stranger = { ...claims, sub: 'nobody', user_id: 'nobody', uid: 'nobody', role: 'owner' };
    expectRefused(await inactivate(unsignedToken(stranger)), 401);
  });
  test('a process that knows no emulator accepts no unsigned token at all', async () => {
    const token = await signedInAs(world, 'owner');
    const deployed = await startApi({ target: 'commandLicense', env: world.env });
    try {
      const { id } = await seedLicense(world);
      const data = { environment: 'production', licenseId: id, command: { type: 'inactivate', ...because } };
      expect((await call(command, token, data)).status).toBe(200);
      expectRefused(await call(deployed, token, data), 401);
      expectRefused(await call(deployed, unsignedToken(claimsOf(token)), data), 401);
    } finally {
      await deployed.stop();
    }
  });
});

describe('a customer', () => {
  test('takes their own device off, and cannot even see that another has one', async () => {
    const { license, devices } = await seedWithDevices(world, 2, { customerId: CUSTOMER_A.id });
    const data = { environment: 'production', activationId: devices[0]?.id };
    const stranger = await signedInCustomer(world, CUSTOMER_B.id);
    const before = await everything(world);
    const refused = await call(device, stranger, data);
    const missing = await call(device, stranger, { ...data, activationId: 'no-such-device' });
    expect(refused.body).toMatchObject({ result: { ok: false, code: 'NOT_FOUND' } });
    expect(refused.body).toEqual(missing.body);
    expect(await everything(world)).toBe(before);
    const own = await call(device, await signedInCustomer(world, CUSTOMER_A.id), data);
    expect(own.body).toMatchObject({ result: { ok: true } });
    expect(await slots(world, license.id)).toEqual({ counted: 1, held: 1 });
  });
  test('cannot free a slot of a suspended license, though the console can', async () => {
    const { license, devices } = await seedWithDevices(world, 1, { status: 'suspended' });
    const data = { environment: 'production', activationId: devices[0]?.id };
    const customer = await signedInCustomer(world, CUSTOMER_A.id);
    const refused = await call(device, customer, data);
    expect(refused.body).toMatchObject({ result: { ok: false, code: 'DEVICE_NOT_ACTIVE' } });
    expect(await slots(world, license.id)).toEqual({ counted: 1, held: 1 });
    const done = await call(device, await signedInAs(world, 'operator'), data);
    expect(done.body).toMatchObject({ result: { ok: true } });
  });
});
