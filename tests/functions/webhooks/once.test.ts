import { describe, expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { OutboxEntry } from '@latchkey/domain/outbox/entry';
import { LISTENERS_LIFE_MS, listenersMemory } from '@latchkey/functions/firestore/listeners';
import { makeLicenses, readSources } from '@latchkey/functions/operations/catalog/makeLicenses';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { commandEndpoint } from '@latchkey/functions/operations/webhook/commandEndpoint';
import { fanOut } from '@latchkey/functions/operations/webhook/fanOut';
import { replayDelivery } from '@latchkey/functions/operations/webhook/replayDelivery';
import { sendDeliveries } from '@latchkey/functions/operations/webhook/sendDeliveries';
import { later, SECOND } from '../../support/builders.ts';
import { documents } from '../../support/inventory.ts';
import { chance } from '../../support/seededRandom.ts';
import { seedCatalog, seedLicense, seedLicenses } from '../../support/seedLicenses.ts';
import { anEndpoint, callOf, deliveriesOf, endpointOf } from '../../support/webhooks.ts';
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

describe('an endpoint', () => {
  test('that is disabled or deleted gets nothing more; what waited is given up and can be replayed', async () => {
    const world = newWorld('hook-stop');
    const hooks = receiver(() => 500);
    const tools = hookTools(world, hooks.sender);
    const { id } = await anEndpoint(tools, { events: ['license.suspended'] });
    const license = await seedLicense(world);
    const now = new Date();
    await commandLicense(callOf(tools, { now }), 'production', license.id, SUSPEND);
    await tick(tools, now);
    const [delivery] = await deliveriesOf(world, id);
    expect(delivery).toMatchObject({ status: 'pending', lastStatus: 500 });
    const call = callOf(tools, { now: later(SECOND, now) });
    await commandEndpoint(call, 'production', id, { type: 'disable' });
    await tick(tools, minute(now));
    expect(await deliveriesOf(world, id)).toMatchObject([
      { status: 'failed', problem: 'The endpoint was disabled.' },
    ]);
    const replay = () =>
      replayDelivery(callOf(tools, { now: minute(now) }), 'production', delivery?.id ?? '');
    expect(await replay()).toMatchObject({ code: 'ENDPOINT_DISABLED' });
    await commandEndpoint(call, 'production', id, { type: 'enable' });
    hooks.answer = () => 200;
    expect(await replay()).toEqual({ ok: true });
    await tick(tools, minute(now));
    expect(await deliveriesOf(world, id)).toMatchObject([{ status: 'delivered', attempts: 1, tries: 2 }]);
    expect(new Set(hooks.got.map((message) => message.id)).size).toBe(1);

    await commandEndpoint(call, 'production', id, { type: 'delete', confirmation: 'Receiver' });
    expect(await endpointOf(world, id)).toBeUndefined();
    expect(await replay()).toMatchObject({ code: 'ENDPOINT_GONE' });
  });

  test('that asks for a pause gets it, with all that waits for it', async () => {
    const world = newWorld('hook-pause');
    const hooks = receiver(() => ({ status: 429, responseHeaders: { 'retry-after': '600' } }));
    const tools = hookTools(world, hooks.sender);
    await anEndpoint(tools, { events: ['license.suspended'] });
    const now = new Date();
    for (const { id } of await seedLicenses(world, 12)) {
      await commandLicense(callOf(tools, { now }), 'production', id, SUSPEND);
    }
    await tick(tools, now);
    // Those under way at the same time; nobody after them.
    const asked = hooks.got.length;
    expect(asked).toBeLessThanOrEqual(5);
    hooks.answer = () => 200;
    await tick(tools, later(599 * SECOND, now));
    expect(hooks.got).toHaveLength(asked);
    await tick(tools, later(601 * SECOND, now));
    expect(hooks.got).toHaveLength(asked + 12);
  });

  test('that answers 410 is disabled at once, and its owner told', async () => {
    const world = newWorld('hook-gone');
    const hooks = receiver(() => 410);
    const tools = hookTools(world, hooks.sender);
    const { id } = await anEndpoint(tools);
    const license = await seedLicense(world);
    const now = new Date();
    await commandLicense(callOf(tools, { now }), 'production', license.id, SUSPEND);
    await tick(tools, now);
    expect(hooks.got).toHaveLength(1);
    expect(await endpointOf(world, id)).toMatchObject({ status: 'disabled', disabledWhy: 'gone' });
  });

  test('that hangs holds up nobody else', async () => {
    const world = newWorld('hook-lanes');
    const hooks = receiver(({ url }) => (url.includes('bad') ? 500 : 200));
    const tools = hookTools(world, hooks.sender);
    await anEndpoint(tools, { events: ['license.suspended'], url: 'https://bad.example.com/' });
    const good = await anEndpoint(tools, { events: ['license.suspended'] });
    const now = new Date();
    for (const { id } of await seedLicenses(world, 30)) {
      await commandLicense(callOf(tools, { now }), 'production', id, SUSPEND);
    }
    await tick(tools, now);
    expect(hooks.got.filter(({ url }) => url.includes('bad')).length).toBeLessThan(30);
    const states = (await deliveriesOf(world, good.id)).map(({ status }) => status);
    expect(states).toEqual(Array.from({ length: 30 }, () => 'delivered'));
  });
});
