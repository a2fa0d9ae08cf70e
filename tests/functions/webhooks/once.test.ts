import { describe, expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { OutboxEntry } from '@latchkey/domain/outbox/entry';
import { LISTENERS_LIFE_MS, listenersMemory } from '@latchkey/functions/firestore/listeners';
import { makeLicenses, readSources } from '@latchkey/functions/operations/catalog/makeLicenses';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { fanOut } from '@latchkey/functions/operations/webhook/fanOut';
import { sendDeliveries } from '@latchkey/functions/operations/webhook/sendDeliveries';
import { later, SECOND } from '../../support/builders.ts';
import { documents } from '../../support/inventory.ts';
import { chance } from '../../support/seededRandom.ts';
import { seedCatalog, seedLicenses } from '../../support/seedLicenses.ts';
import { anEndpoint, callOf, deliveriesOf } from '../../support/webhooks.ts';
import { hookTools, receiver, tick } from '../../support/webhooks.ts';
import type { World } from '../../support/world.ts';
import { CLOCK, newWorld } from '../../support/world.ts';

const SUSPEND = { type: 'suspend', publicReason: 'because', note: null } as const;
const minute = (now: Date): Date => later(61 * SECOND, now);

const suspensions = async (world: World): Promise<AuditEvent[]> =>
  (await documents<AuditEvent>(world, 'audit', [['action', '==', 'license.suspended']])).flatMap(
    ({ id, data }) => (data ? [{ ...data, id }] : []),
  );

const told = async (world: World): Promise<OutboxEntry[]> =>
  (await documents<OutboxEntry>(world, 'outbox')).flatMap(({ data }) =>
    data?.work.kind === 'webhook-events' ? [data] : [],
  );

test('each of 500 events told three times in any order has 500 effects, under 500 ids', async () => {
  const world = newWorld('hook-once');
  const hooks = receiver();
  const tools = hookTools(world, hooks.sender);
  const now = new Date();
  await anEndpoint(tools, {}, now);
  const ids = Array.from({ length: 500 }, () => world.tools.newId());
  const blank = { activationId: null, about: null, reason: null, note: null, changes: {}, requestId: 'r' };
  const facts = { licenseId: 'l', keyHint: 'TEST-KEY', productId: 'p', customerId: 'c' };
  const data = { action: 'license.suspended', from: 'active', to: 'suspended', at: now, actor: CLOCK };
  await world.store.commit(
    ids.map((id) => {
      return {
        kind: 'set',
        path: `environments/production/audit/${id}`,
        data: { ...blank, ...facts, ...data },
      };
    }),
  );
  const random = chance(27);
  const thrice = [...ids, ...ids, ...ids].map((id) => [random.next(), id] as const);
  const shuffled = thrice.toSorted(([a], [b]) => a - b).map(([, id]) => id);
  const call = callOf(tools, { actor: CLOCK, now });
  for (let from = 0; from < shuffled.length; from += 50) {
    // Several processes at once, each with some of the entries.
    const part = shuffled.slice(from, from + 50);
    await Promise.all([
      fanOut(call, 'production', part.slice(0, 25)),
      fanOut(call, 'production', part.slice(25)),
    ]);
  }
  const around = { clock: () => now, until: () => false, report: () => undefined };
  await Promise.all([1, 2, 3].map(() => sendDeliveries(tools, 'production', around)));
  expect(await deliveriesOf(world)).toHaveLength(500);
  expect(hooks.got).toHaveLength(500);
  expect(hooks.got.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});

describe('a commit', () => {
  test('leaves word of its events where somebody listens, and costs one write more for it', async () => {
    const world = newWorld('hook-commit');
    const hooks = receiver();
    const tools = hookTools(world, hooks.sender);
    await anEndpoint(tools, { events: ['license.suspended'] });
    const [one, other] = await seedLicenses(world, 2);
    if (!one || !other) throw new Error('two licenses were seeded');
    const now = new Date();
    await commandLicense(callOf(tools, { now }), 'production', one.id, SUSPEND);
    const [event] = await suspensions(world);
    expect(await told(world)).toMatchObject([{ work: { eventIds: [event?.id] } }]);
    await tick(tools, now);
    expect(hooks.got).toHaveLength(1);

    world.store.reset();
    await commandLicense(callOf(tools, { now }), 'production', other.id, SUSPEND);
    const listened = { ...world.store.counts };
    world.store.reset();
    await commandLicense(callOf(tools, { now }), 'production', other.id, { type: 'unsuspend' });
    // What nobody asked for costs nothing, and neither needs a read more.
    expect(world.store.counts).toEqual({ ...listened, writes: listened.writes - 1 });
    expect(await told(world)).toHaveLength(1);
  });

  test('of many licenses leaves one word of all their events, and stays within what a commit may hold', async () => {
    const world = newWorld('hook-many');
    const hooks = receiver();
    const tools = hookTools(world, hooks.sender);
    await anEndpoint(tools, { events: ['license.created'] });
    const { productId, generatorId } = await seedCatalog(world);
    const now = new Date();
    const call = callOf(tools, { now });
    const read = () => readSources(call, 'production', { productId, generatorId });
    const sources = await read();
    const ids = Array.from({ length: 124 }, () => world.tools.newId());
    world.store.reset();
    expect(await makeLicenses(call, 'production', ids, sources, read)).toMatchObject({ ok: true });
    expect(world.store.counts.writes).toBeLessThanOrEqual(500);
    const words = await told(world);
    expect(words).toHaveLength(1);
    await tick(tools, now);
    expect(await told(world)).toEqual([]);
    expect((await deliveriesOf(world)).map(({ licenseId }) => licenseId).toSorted()).toEqual(ids.toSorted());
  });

  test('leaves no word where it is known that nobody listens; where it is not, the word is about nothing', async () => {
    const world = newWorld('hook-nobody');
    const tools = hookTools(world, receiver().sender);
    const [one, other] = await seedLicenses(world, 2);
    if (!one || !other) throw new Error('two licenses were seeded');
    await commandLicense(callOf(tools), 'production', one.id, SUSPEND);
    expect(await told(world)).toHaveLength(1);
    await tick(tools, new Date());
    await commandLicense(callOf(tools), 'production', other.id, SUSPEND);
    expect(await told(world)).toEqual([]);
    expect(await deliveriesOf(world)).toEqual([]);
  });
});

test('what a process remembers of subscriptions is at most 30 seconds old', async () => {
  const world = newWorld('hook-memory');
  let now = 0;
  const memory = listenersMemory(() => now);
  const ask = () => memory.mayHear(world.store, 'production', ['license.suspended']);
  const settled = async (wanted: boolean): Promise<void> => {
    await expect.poll(ask).toBe(wanted);
  };
  expect(ask()).toBe(true);
  await settled(false);
  await anEndpoint(hookTools(world, receiver().sender));
  expect(ask()).toBe(false);
  now += LISTENERS_LIFE_MS;
  expect(ask()).toBe(true);
  await settled(true);
  expect(memory.mayHear(world.store, 'production', ['user.invited'])).toBe(false);
});

test('a fresh endpoint misses nothing: what processes did not know of is caught up with a minute later', async () => {
  const world = newWorld('hook-fresh');
  const hooks = receiver();
  const tools = hookTools(world, hooks.sender);
  // Knows of nobody, and will for 30 seconds.
  const ignorant = { ...world.tools, sender: hooks.sender };
  const [before, during, another] = await seedLicenses(world, 3);
  if (!before || !during || !another) throw new Error('three licenses were seeded');
  const now = new Date();
  await commandLicense(callOf(ignorant, { now: later(-SECOND, now) }), 'production', before.id, SUSPEND);
  const { id } = await anEndpoint(tools, { events: ['license.suspended'] }, now);
  await commandLicense(callOf(ignorant, { now: later(1, now) }), 'production', during.id, SUSPEND);
  await commandLicense(
    callOf(ignorant, { now: later(LISTENERS_LIFE_MS, now) }),
    'production',
    another.id,
    SUSPEND,
  );
  await tick(tools, later(LISTENERS_LIFE_MS, now));
  expect(hooks.got).toEqual([]);
  await tick(tools, minute(now));
  const caught = await deliveriesOf(world, id);
  expect(caught.map(({ licenseId }) => licenseId).toSorted()).toEqual([during.id, another.id].toSorted());
  expect(hooks.got).toHaveLength(2);
});
