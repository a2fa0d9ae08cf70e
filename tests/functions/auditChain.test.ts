import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import { isSignedEnd } from '@latchkey/functions/crypto/auditChain';
import { publicJwks } from '@latchkey/functions/crypto/tokens';
import { auditPath, chainEndPath } from '@latchkey/functions/firestore/collections';
import type { Snapshot, Store } from '@latchkey/functions/firestore/store';
import { countEvents } from '@latchkey/functions/operations/audit/countEvents';
import type { StoredEnd } from '@latchkey/functions/operations/audit/linkEvents';
import { verifyChain } from '@latchkey/functions/operations/audit/verifyChain';
import { chainHash } from '@latchkey/functions/crypto/auditChain';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { happen, link, linked, verify } from '../support/auditChain.ts';
import { documents } from '../support/inventory.ts';
import { seedLicense } from '../support/seedLicenses.ts';
import { signingJwk, signingSecret } from '../support/secrets.ts';
import { newWorld, type World } from '../support/world.ts';

const MINUTE = 60_000;

async function storedEnd(world: World): Promise<StoredEnd> {
  const [head] = await world.store.getAll<StoredEnd>([chainEndPath('production')]);
  if (!head?.data) throw new Error('there is no end');
  return head.data;
}

const facts = ({ id, data }: Snapshot<AuditEvent>) => {
  const { link: _, unlinked: __, ...rest } = { unlinked: undefined, ...data };
  return { id, ...rest };
};

describe('the sequencer', () => {
  test('links 1,000 events by time and then by id, changes none of them, and then finds nothing to do', async () => {
    const world = newWorld('chain');
    await happen(world, 1000);
    const before = (await documents<AuditEvent>(world, 'audit')).map(facts);
    world.store.reset();
    expect(await link(world)).toMatchObject({ linked: 1000, more: false, end: { count: 1000 } });
    expect(world.store.counts).toMatchObject({ writes: 1003, reads: 1003 });
    const events = await linked(world);
    expect(events.map(facts)).toEqual(
      before.toSorted((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0) || (a.id < b.id ? -1 : 1)),
    );
    expect(await verify(world)).toMatchObject({ broken: null, found: { count: 1000 } });
    world.store.reset();
    expect(await link(world)).toMatchObject({ linked: 0, more: false });
    expect(world.store.counts).toMatchObject({ writes: 0, reads: 2 });
  });

  test('links what comes late, from before the end, next; what was linked keeps its place', async () => {
    const world = newWorld('chain');
    await happen(world, 5, new Date('2026-02-01T00:00:00Z'));
    await link(world);
    const first = (await linked(world)).map(({ id }) => id);
    await happen(world, 3, new Date('2026-01-01T00:00:00Z'));
    expect(await link(world)).toMatchObject({ linked: 3, end: { count: 8 } });
    const all = await linked(world);
    expect(all.slice(0, 5).map(({ id }) => id)).toEqual(first);
    expect(all.at(5)?.data?.at).toEqual(new Date('2026-01-01T00:00:00Z'));
    expect((await verify(world)).broken).toBeNull();
  });

  test('run three times at once, killed before, between and after commits, leaves one whole chain', async () => {
    const world = newWorld('chain');
    await happen(world, 1200);
    for (const dies of ['before', 'after'] as const) {
      await expect(link(world, { store: dying(world.store, dies) })).rejects.toThrow('killed');
      expect((await verify(world)).broken).toBeNull();
    }
    await happen(world, 800, new Date('2025-06-01T00:00:00Z'));
    await Promise.all([link(world), link(world), link(world)]);
    for (let run = 0; (await link(world)).more; run++) expect(run).toBeLessThan(10);
    expect((await linked(world)).map(({ data }) => data?.link?.number)).toEqual(
      Array.from({ length: 2000 }, (_, index) => index + 1),
    );
    expect(await verify(world)).toMatchObject({ broken: null, found: { count: 2000 } });
  });

  test('an event of every accepted change is linked, also of a license that is gone by then', async () => {
    const world = newWorld('chain');
    const { id, key } = await seedLicense(world);
    const reasons = { publicReason: 'because', note: null };
    await commandLicense(world.call(), 'production', id, { type: 'suspend', ...reasons });
    await commandLicense(world.call(), 'production', id, { type: 'unsuspend' });
    await link(world);
    await commandLicense(world.call(), 'production', id, { type: 'delete', confirmation: key.slice(-4) });
    await link(world);
    expect((await linked(world)).map(({ data }) => data?.action)).toEqual([
      'license.suspended',
      'license.unsuspended',
      'license.deleted',
    ]);
    expect(await verify(world)).toMatchObject({ broken: null, found: { count: 3 } });
  });

  test('signs the end, for its environment only, and anew when the signing key is another one', async () => {
    const world = newWorld('chain');
    await happen(world, 2);
    await link(world);
    const end = await storedEnd(world);
    const { keys } = await publicJwks();
    expect(await isSignedEnd(end.signature, 'production', end, keys)).toBe(true);
    expect(await isSignedEnd(end.signature, 'staging', end, keys)).toBe(false);
    expect(await isSignedEnd(end.signature, 'production', { ...end, count: 1 }, keys)).toBe(false);
    expect(await isSignedEnd('', 'production', end, keys)).toBe(false);

    const secret = process.env['LATCHKEY_SIGNING_KEYS'];
    try {
      process.env['LATCHKEY_SIGNING_KEYS'] = signingSecret('next', [signingJwk('next'), signingJwk('last')]);
      expect(await link(world)).toMatchObject({ linked: 0 });
      const renewed = await storedEnd(world);
      expect(renewed).toMatchObject({ count: end.count, hash: end.hash });
      expect(await isSignedEnd(renewed.signature, 'production', end, (await publicJwks()).keys)).toBe(true);
      expect(await isSignedEnd(renewed.signature, 'production', end, keys)).toBe(false);
    } finally {
      process.env['LATCHKEY_SIGNING_KEYS'] = secret;
    }
  });
});

describe('the verifier, of 1,000 events in the database', () => {
  let world: World;
  let events: Snapshot<AuditEvent>[];
  beforeAll(async () => {
    world = newWorld('chain');
    await happen(world, 1000);
    await link(world);
    events = await linked(world);
  }, 60_000);
  const at = (place: number): Snapshot<AuditEvent> => {
    const event = events[place - 1];
    if (!event) throw new Error('no such place');
    return event;
  };
  const put = (event: Snapshot<AuditEvent>, data: object = event.data ?? {}) =>
    world.store.commit([{ kind: 'set', path: event.path, data }]);

  test.each([1, 400, 401, 777, 1000])('names number %i when it says another thing', async (place) => {
    await world.store.commit([{ kind: 'update', path: at(place).path, data: { note: 'never happened' } }]);
    expect((await verify(world)).broken).toMatchObject({
      number: place,
      id: at(place).id,
      problem: 'changed',
    });
    await put(at(place));
    expect((await verify(world)).broken).toBeNull();
  });

  test.each([1, 400, 800, 1000])('names number %i when it is dropped', async (place) => {
    await world.store.commit([{ kind: 'delete', path: at(place).path }]);
    expect((await verify(world)).broken).toMatchObject({ number: place, id: null });
    await put(at(place));
  });

  test('names the first of two that were swapped', async () => {
    await put(at(350), { ...at(350).data, link: at(900).data?.link });
    await put(at(900), { ...at(900).data, link: at(350).data?.link });
    expect((await verify(world)).broken).toMatchObject({ number: 350, problem: 'changed' });
    await put(at(350));
    await put(at(900));
  });

  test('names a tail that was cut off together with its head, by an end that was noted', async () => {
    const head = await storedEnd(world);
    const { number: count = 0, hash = '' } = at(990).data?.link ?? {};
    await world.store.commit([
      ...events.slice(990).map(({ path }) => ({ kind: 'delete', path }) as const),
      { kind: 'set', path: chainEndPath('production'), data: { ...head, count, hash } },
    ]);
    const reader = { store: world.store, hash: chainHash };
    expect((await verifyChain(reader, 'production')).broken).toBeNull();
    // The signature is of the end that was there.
    const now = await storedEnd(world);
    expect(await isSignedEnd(now.signature, 'production', now, (await publicJwks()).keys)).toBe(false);
    const seen = { count: 1000, hash: head.hash.slice(0, 8) };
    expect((await verifyChain({ ...reader, seen }, 'production')).broken).toMatchObject({ number: 991 });
    await world.store.commit([
      ...events.slice(990).map(({ path, data = {} }) => ({ kind: 'set', path, data }) as const),
      { kind: 'set', path: chainEndPath('production'), data: head },
    ]);
    expect((await verifyChain({ ...reader, seen }, 'production')).broken).toBeNull();
    const other = { count: 500, hash: '00000000' };
    expect((await verifyChain({ ...reader, seen: other }, 'production')).broken).toMatchObject({
      number: 500,
    });
  });

  test('tells the tail that waits from what nobody of ours wrote', async () => {
    const now = new Date();
    await happen(world, 2, now);
    await world.store.commit([
      { kind: 'set', path: auditPath('production', 'stranger'), data: { action: 'license.edited', at: now } },
    ]);
    expect(await countEvents(world.store, 'production')).toEqual({
      waiting: 2,
      waitingSince: now,
      strays: 1,
    });
    await world.store.commit([{ kind: 'delete', path: auditPath('production', 'stranger') }]);
    await link(world, { now: new Date(now.getTime() + MINUTE) });
    expect(await countEvents(world.store, 'production')).toEqual({
      waiting: 0,
      waitingSince: null,
      strays: 0,
    });
  });
});

/** A process that is killed before its second commit, or right after its first. */
function dying(store: Store, when: 'before' | 'after'): Store {
  let commits = 0;
  return {
    ...store,
    async commit(writes) {
      commits += 1;
      if (when === 'before' && commits === 2) throw new Error('killed');
      await store.commit(writes);
      if (when === 'after') throw new Error('killed');
    },
  };
}
