import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Contract } from '@latchkey/domain/contract/contract';
import { contractPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import type { ApiProcess } from '../../support/apiProcess.ts';
import { CUSTOMER_A } from '../../support/builders.ts';
import { call, startCallable } from '../../support/callables.ts';
import { aContract } from '../../support/contracts.ts';
import { documents, everything } from '../../support/inventory.ts';
import { readJob } from '../../support/jobs.ts';
import { signedInAs, signedInCustomer, signedInLongAgo } from '../../support/people.ts';
import { seedCatalog } from '../../support/seedLicenses.ts';
import type { Answer } from '../../support/software.ts';
import { newWorld } from '../../support/world.ts';

const world = newWorld('contract-doors');
const GUARD = { timeout: 120_000 };
const MINUTE = 60_000;
const NAMES = ['createContract', 'commandContract', 'contractKey', 'issueFromContract'] as const;
type Door = (typeof NAMES)[number];
const doors = new Map<Door, ApiProcess>();
let sources: Awaited<ReturnType<typeof seedCatalog>>;
beforeAll(async () => {
  sources = await seedCatalog(world);
  for (const environment of ['production', 'staging'] as const) {
    const contract = aContract({ ...sources, environment, quota: 10_000 });
    const path = contractPath(environment, contract.id);
    await world.store.commit([{ kind: 'set', path, data: toStored(contract) }]);
  }
  for (const name of NAMES) doors.set(name, await startCallable(world, name));
}, 180_000);
afterAll(() => Promise.all([...doors.values()].map((process) => process.stop())));

const contractId = 'contract-1';
let asked = 0;
/** What each door is asked; each time a request of its own. */
const ASKED: Readonly<Record<Door, () => object>> = {
  createContract: () => ({
    type: 'pool',
    productId: sources.productId,
    facts: {
      name: 'Fresh partner',
      generatorId: sources.generatorId,
      quota: 5,
      activationLimit: null,
      features: { partner: true },
      expiresAt: null,
      rates: { perMinute: 10, perHour: 100, perDay: 500 },
    },
  }),
  commandContract: () => ({
    contractId,
    command: { type: 'edit', revision: null, changes: { quota: 10_000 + ++asked } },
  }),
  contractKey: () => ({ contractId, action: 'rotate' }),
  issueFromContract: () => ({ contractId, quantity: 2, requestKey: `a-request-of-its-own-${++asked}` }),
};

async function ask(name: Door, token: string | null, change: object = {}): Promise<Answer> {
  const door = doors.get(name);
  if (!door) throw new Error(`${name} does not run`);
  return call(door, token, { environment: 'production', ...ASKED[name](), ...change });
}

test.each(NAMES)('%s is open to owner and admin, closed to everybody else', GUARD, async (name) => {
  for (const role of ['owner', 'admin'] as const) {
    const answer = await ask(name, await signedInAs(world, role));
    expect(answer, role).toMatchObject({ status: 200, body: { result: { ok: true } } });
  }
  const before = withoutPeople(await everything(world));
  for (const role of ['operator', 'viewer'] as const) {
    expect((await ask(name, await signedInAs(world, role))).status, role).toBe(403);
  }
  expect((await ask(name, await signedInCustomer(world, CUSTOMER_A.id))).status).toBe(403);
  expect((await ask(name, null)).status).toBe(401);
  expect(withoutPeople(await everything(world))).toBe(before);
});

test.each(NAMES)(
  '%s is closed in an environment that is not theirs, open in the one that is',
  GUARD,
  async (name) => {
    const token = await signedInAs(world, 'admin', { environments: ['production'] });
    expect((await ask(name, token, { environment: 'staging' })).status).toBe(403);
    expect((await ask(name, token)).status).toBe(200);
  },
);

/** A contract with its key, of its own, for what cannot be done twice. */
async function fresh(): Promise<string> {
  const answer = await ask('createContract', await signedInAs(world, 'owner'));
  return (answer.body['result'] as { contractId: string }).contractId;
}
const stored = async (id: string): Promise<Contract | undefined> => {
  const [found] = await world.store.getAll<Contract>([contractPath('production', id)]);
  return found?.data;
};
const needed = { status: 200, body: { result: { ok: false, code: 'REAUTHENTICATION_NEEDED' } } };
const done = { status: 200, body: { result: { ok: true } } };

test(
  'deleting asks who signed in six minutes ago to do so again; other commands ask nobody',
  GUARD,
  async () => {
    const id = await fresh();
    const deletion = { contractId: id, command: { type: 'delete', confirmation: 'Fresh partner' } };
    const old = await signedInLongAgo(world, 'admin', 6 * MINUTE);
    expect(await ask('commandContract', old, deletion)).toMatchObject(needed);
    expect(await stored(id)).toMatchObject({ status: 'active' });
    const inactivate = { contractId: id, command: { type: 'inactivate' } };
    expect(await ask('commandContract', old, inactivate)).toMatchObject(done);
    expect(await ask('commandContract', await signedInAs(world, 'admin'), deletion)).toMatchObject(done);
    expect(await stored(id)).toBeUndefined();
  },
);

test('making and revoking a key asks who signed in six minutes ago to do so again', GUARD, async () => {
  const id = await fresh();
  const old = await signedInLongAgo(world, 'admin', 6 * MINUTE);
  const now = await signedInAs(world, 'admin');
  const change = (token: string, action: 'rotate' | 'revoke') =>
    ask('contractKey', token, { contractId: id, action });
  const refused = await change(old, 'rotate');
  expect(refused).toMatchObject(needed);
  expect(refused.text).not.toContain('lkc_');
  expect(await stored(id)).toMatchObject({ keyHint: null });
  expect(await change(now, 'rotate')).toMatchObject(done);
  expect(await change(old, 'revoke')).toMatchObject(needed);
  expect((await stored(id))?.keyHint).not.toBeNull();
  expect(await change(now, 'revoke')).toMatchObject(done);
  expect(await stored(id)).toMatchObject({ keyHint: null });
});

test('a role that may do neither is told so, not asked who it is', GUARD, async () => {
  const old = await signedInLongAgo(world, 'operator', 6 * MINUTE);
  expect((await ask('contractKey', old)).status).toBe(403);
  const command = { type: 'delete', confirmation: 'Northwind resale' };
  expect((await ask('commandContract', old, { command })).status).toBe(403);
});

test('up to a hundred are issued while the person waits, more by a job of theirs', GUARD, async () => {
  const token = await signedInAs(world, 'admin');
  const id = await fresh();
  const changes = { quota: 500 };
  await ask('commandContract', token, { contractId: id, command: { type: 'edit', revision: null, changes } });
  const few = await ask('issueFromContract', token, { contractId: id, quantity: 100 });
  expect(few.body).toMatchObject({ result: { ok: true, issued: 100, jobId: null } });
  const many = await ask('issueFromContract', token, { contractId: id, quantity: 101 });
  expect(many.body).toMatchObject({ result: { ok: true, issued: 0, jobId: expect.any(String) as string } });
  const { jobId } = many.body['result'] as { jobId: string };
  expect(await readJob(world, jobId)).toMatchObject({
    createdBy: { kind: 'person', role: 'admin' },
    work: { kind: 'issue-contract', contractId: id, quantity: 101 },
  });
});

test.each([
  ['issueFromContract', { quantity: 1001 }],
  ['issueFromContract', { quantity: 0 }],
  ['issueFromContract', { requestKey: 'short' }],
  ['issueFromContract', { surprise: true }],
  ['createContract', { type: 'unheard-of' }],
  ['contractKey', { action: 'show' }],
  ['commandContract', { command: { type: 'grow' } }],
] as const)('%s refuses %o before anything is read', GUARD, async (name, change) => {
  const before = await documents(world, 'contracts');
  expect((await ask(name, await signedInAs(world, 'admin'), change)).status).toBe(400);
  expect(await documents(world, 'contracts')).toEqual(before);
});

/** Signing people in writes their records and an event of it; nothing else may differ. */
function withoutPeople(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('users/') && !line.includes('user.access-changed'))
    .join('\n');
}
