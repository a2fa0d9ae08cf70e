import { describe, expect, test } from 'vitest';
import type { Contract } from '@latchkey/domain/contract/contract';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { License } from '@latchkey/domain/license/license';
import { contractPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { commandContract } from '@latchkey/functions/operations/contract/commandContract';
import { contractKey } from '@latchkey/functions/operations/contract/contractKey';
import { contractOfKey } from '@latchkey/functions/operations/contract/contractOfKey';
import type { AskedBatch } from '@latchkey/functions/operations/contract/batches';
import { createContract } from '@latchkey/functions/operations/contract/createContract';
import { issueFromContract } from '@latchkey/functions/operations/contract/issueFromContract';
import { aContract } from '../support/contracts.ts';
import { DAY } from '../support/builders.ts';
import { documents } from '../support/inventory.ts';
import { seedCatalog } from '../support/seedLicenses.ts';
import type { World } from '../support/world.ts';
import { newWorld } from '../support/world.ts';

const ENV = 'production';
const PARTNER = { kind: 'contract', contractId: 'contract-1' } as const;

async function seed(name: string, overrides: Partial<Contract> = {}): Promise<World> {
  const world = newWorld(name);
  const sources = await seedCatalog(world);
  const contract = aContract({ ...sources, ...overrides });
  await world.store.commit([{ kind: 'set', path: contractPath(ENV, contract.id), data: toStored(contract) }]);
  return world;
}

const issue = (world: World, asked: Partial<AskedBatch> = {}, now = new Date()) =>
  issueFromContract(world.call({ actor: PARTNER, now }), ENV, 'contract-1', {
    quantity: 1,
    customer: null,
    request: world.tools.newId(),
    ...asked,
  });

async function standing(world: World) {
  const [found] = await world.store.getAll<Contract>([contractPath(ENV, 'contract-1')]);
  const licenses = await documents<License>(world, 'licenses');
  const events = await documents<AuditEvent>(world, 'audit');
  const issued = events.filter(({ data }) => data?.action === 'contract.issued');
  return { used: found?.data?.used, licenses: licenses.length, events: issued.length };
}

describe('the quota holds', () => {
  test('of a hundred callers at once, thirty get a license and seventy are told', async () => {
    const world = await seed('hundred', { quota: 30 });
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => issue(world)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(30);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === 'QUOTA_EXCEEDED')).toHaveLength(70);
    expect(await standing(world)).toEqual({ used: 30, licenses: 30, events: 30 });
  });
  test('also when batches do not fit evenly: none is issued in part', async () => {
    const world = await seed('batches', { quota: 50 });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => issue(world, { quantity: 7 })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(7);
    expect(await standing(world)).toEqual({ used: 49, licenses: 49, events: 7 });
  });
  test('while the quota is lowered and the contract switched off and on', async () => {
    const world = await seed('mixed', { quota: 40 });
    const admin = world.call();
    const command = (asked: Parameters<typeof commandContract>[3]) =>
      commandContract(admin, ENV, 'contract-1', asked);
    await Promise.all([
      ...Array.from({ length: 40 }, () => issue(world)),
      command({ type: 'edit', changes: { quota: 20 }, revision: null }),
      command({ type: 'inactivate' }),
      command({ type: 'activate' }),
    ]);
    const { used = 0, licenses } = await standing(world);
    expect(licenses).toBe(used);
    const [found] = await world.store.getAll<Contract>([contractPath(ENV, 'contract-1')]);
    expect(used).toBeLessThanOrEqual(found?.data?.quota ?? 0);
  });
  test('a hundred licenses with their customer are one commit', async () => {
    const world = await seed('full', { quota: 100 });
    const customer = { email: 'Partner@Example.com', name: 'Partner' };
    expect(await issue(world, { quantity: 100, customer })).toMatchObject({ ok: true });
    expect(await standing(world)).toEqual({ used: 100, licenses: 100, events: 1 });
    const [one] = await documents<License>(world, 'licenses');
    expect(one?.data).toMatchObject({
      status: 'assigned',
      customerEmail: 'partner@example.com',
      contractId: 'contract-1',
    });
    expect(await documents(world, 'customers')).toHaveLength(1);
  });
});

describe('asking again', () => {
  test('with the same request gives the same licenses, fifty times at once', async () => {
    const world = await seed('again', { quota: 10 });
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => issue(world, { request: 'r', quantity: 2 })),
    );
    const ids = outcomes.map((outcome) =>
      outcome.ok ? outcome.licenses.map(({ id }) => id).join() : outcome.code,
    );
    expect(new Set(ids).size).toBe(1);
    expect(await standing(world)).toEqual({ used: 2, licenses: 2, events: 1 });
  });
  test('with another body is refused; after a day it is a new request', async () => {
    const world = await seed('other', { quota: 10 });
    expect(await issue(world, { request: 'r' })).toMatchObject({ ok: true });
    expect(await issue(world, { request: 'r', quantity: 2 })).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    expect(await issue(world, { request: 'r' }, new Date(Date.now() + 2 * DAY))).toMatchObject({ ok: true });
    expect(await standing(world)).toEqual({ used: 2, licenses: 2, events: 2 });
  });
});

describe('what the contract says over the generator', () => {
  test('goes into its licenses; without it they follow the generator', async () => {
    const world = await seed('overrides', { activationLimit: 7, features: { partner: true } });
    const made = await issue(world);
    expect(made.ok && made.licenses[0]).toMatchObject({ activationLimit: 7, features: { partner: true } });
  });
  test('nothing is issued of an inactive generator, and nothing is taken', async () => {
    const world = await seed('closed', { generatorId: 'no-such-generator' });
    expect(await issue(world)).toMatchObject({ ok: false, code: 'GENERATOR_NOT_FOUND' });
    expect(await standing(world)).toEqual({ used: 0, licenses: 0, events: 0 });
  });
});

describe('its key', () => {
  const opens = async (world: World, key: string | null) =>
    (await contractOfKey(world.store, ENV, world.tools.keyHash(key ?? '')))?.id ?? null;
  test('opens the contract until another takes its place, it is revoked, or the contract is deleted', async () => {
    const world = await seed('key');
    const make = (action: 'rotate' | 'revoke') => contractKey(world.call(), ENV, 'contract-1', action);
    const first = await make('rotate');
    const second = await make('rotate');
    if (!first.ok || !second.ok) throw new Error('no key was made');
    expect(await opens(world, first.key)).toBeNull();
    expect(await opens(world, second.key)).toBe('contract-1');
    expect(await make('revoke')).toEqual({ ok: true, key: null });
    expect(await opens(world, second.key)).toBeNull();
    expect(await make('revoke')).toMatchObject({ code: 'NO_KEY' });
    const third = await make('rotate');
    const gone = await commandContract(world.call(), ENV, 'contract-1', {
      type: 'delete',
      confirmation: 'Northwind resale',
    });
    expect(gone).toEqual({ ok: true });
    expect(await opens(world, third.ok ? third.key : null)).toBeNull();
  });
  test('of twenty rotations at once exactly one key is left, and it is stored nowhere', async () => {
    const world = await seed('rotations');
    const made = await Promise.all(
      Array.from({ length: 20 }, () => contractKey(world.call(), ENV, 'contract-1', 'rotate')),
    );
    const keys = made.flatMap((outcome) => (outcome.ok && outcome.key ? [outcome.key] : []));
    const open = await Promise.all(keys.map((key) => opens(world, key)));
    expect(open.filter((id) => id !== null)).toHaveLength(1);
    const [contract] = await world.store.getAll<Contract>([contractPath(ENV, 'contract-1')]);
    const everything = JSON.stringify([contract?.data, await documents(world, 'audit')]);
    for (const key of keys) expect(everything).not.toContain(key);
  });
});

test('a deleted contract leaves its licenses as they are', async () => {
  const world = await seed('deleted');
  await issue(world, { quantity: 3 });
  const asked = { type: 'delete', confirmation: 'Northwind resale' } as const;
  expect(await commandContract(world.call(), ENV, 'contract-1', asked)).toEqual({ ok: true });
  const licenses = await documents<License>(world, 'licenses');
  expect(licenses.map(({ data }) => data?.contractId)).toEqual(Array(3).fill('contract-1'));
  expect(await issue(world)).toMatchObject({ code: 'NOT_FOUND' });
});

test('a contract is made of a product and its generator, and starts unused', async () => {
  const world = newWorld('create');
  const { productId, generatorId } = await seedCatalog(world);
  const rates = { perMinute: 10, perHour: 100, perDay: 500 };
  const facts = {
    name: 'New',
    generatorId,
    quota: 5,
    activationLimit: null,
    features: null,
    expiresAt: null,
    rates,
  };
  const outcome = await createContract(world.call(), ENV, { type: 'pool', productId }, facts);
  if (!outcome.ok) throw new Error(outcome.code);
  const [found] = await world.store.getAll<Contract>([contractPath(ENV, outcome.contractId)]);
  expect(found?.data).toMatchObject({ name: 'New', used: 0, status: 'active', search: { NEW: true } });
});
