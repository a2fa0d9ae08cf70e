import { describe, expect, test } from 'vitest';
import type { AdminCommand } from '@latchkey/domain/access/admin';
import type { Person } from '@latchkey/domain/access/person';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import { firebaseAccounts } from '@latchkey/functions/auth/firebaseAccounts';
import type { Accounts } from '@latchkey/functions/operations/accounts';
import { alignNow } from '@latchkey/functions/operations/alignSignIn';
import { commandAdmin } from '@latchkey/functions/operations/commandAdmin';
import { drainOutbox } from '@latchkey/functions/operations/drainOutbox';
import { inviteAdmin } from '@latchkey/functions/operations/inviteAdmin';
import { choosePreferences } from '@latchkey/functions/operations/ownPreferences';
import { renameMyself, signOutEverywhere } from '@latchkey/functions/operations/ownProfile';
import { documents } from '../support/inventory.ts';
import { claimsOf, grant, signIn } from '../support/people.ts';
import type { World } from '../support/world.ts';
import { CLOCK, newWorld } from '../support/world.ts';

const REMOVE: AdminCommand = { type: 'remove' };
const DISABLE: AdminCommand = { type: 'disable' };
const toRole = (role: 'owner' | 'admin' | 'viewer'): AdminCommand => ({
  type: 'change-access',
  role,
  environments: null,
});

async function owners(world: World, count: number): Promise<string[]> {
  const uids: string[] = [];
  for (let n = 0; n < count; n++) uids.push(await grant(world, `owner-${n}@example.com`, { role: 'owner' }));
  return uids;
}

async function readPerson(world: World, uid: string): Promise<Person | undefined> {
  const [snapshot] = await world.store.getAll<Person>([`users/${uid}`]);
  return snapshot?.data;
}

async function eventsAbout(world: World, uid: string): Promise<string[]> {
  const events = await documents<AuditEvent>(world, 'audit');
  return events.filter(({ data }) => data?.about === `person/${uid}`).map(({ data }) => data?.action ?? '');
}

const command = (world: World, actor: string, uid: string, asked: AdminCommand) =>
  commandAdmin(world.call(), actor, uid, asked);

describe('of several owners who act at the same moment', () => {
  test.each([toRole('viewer'), DISABLE, REMOVE])('two who $type each other: one remains', async (asked) => {
    const world = newWorld('duel');
    for (let round = 0; round < 5; round++) {
      const [a = '', b = ''] = await owners(world, 2);
      const outcomes = await Promise.all([command(world, a, b, asked), command(world, b, a, asked)]);
      expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'FORBIDDEN' });
      await grant(world, 'owner-0@example.com', { role: 'owner', disabled: false });
    }
  });

  test('six who all demote all others: exactly one owner is left, and no change is half-done', async () => {
    const world = newWorld('melee');
    const uids = await owners(world, 6);
    await Promise.all(
      uids.flatMap((a) => uids.filter((b) => b !== a).map((b) => command(world, a, b, toRole('viewer')))),
    );
    const people = await Promise.all(uids.map((uid) => readPerson(world, uid)));
    expect(people.filter((person) => person?.role === 'owner')).toHaveLength(1);
    for (const [at, uid] of uids.entries()) {
      const demoted = people[at]?.role === 'viewer';
      const told = (await eventsAbout(world, uid)).length - 1;
      expect(told).toBe(demoted ? 1 : 0);
    }
  });

  test('the last owner is told that they are; with a second one they are told to ask them', async () => {
    const world = newWorld('alone');
    const [a = ''] = await owners(world, 1);
    for (const asked of [toRole('admin'), DISABLE, REMOVE]) {
      expect(await command(world, a, a, asked)).toMatchObject({ code: 'LAST_OWNER' });
    }
    const b = await grant(world, 'second@example.com', { role: 'owner' });
    expect(await command(world, a, a, REMOVE)).toMatchObject({ code: 'OWN_ACCESS' });
    // A second one who is switched off is none.
    await grant(world, 'second@example.com', { disabled: true });
    expect(await command(world, a, a, REMOVE)).toMatchObject({ code: 'LAST_OWNER' });
    expect((await readPerson(world, a))?.role).toBe('owner');
    expect(b).not.toBe(a);
  });
});

describe('a change', () => {
  test('is one record, one event and nothing left to do; the same once more is no change', async () => {
    const world = newWorld('once');
    const [a = ''] = await owners(world, 1);
    const uid = await grant(world, 'them@example.com', { role: 'admin' });
    const accounts = await firebaseAccounts(world.project);
    const outcome = await command(world, a, uid, toRole('viewer'));
    if (!outcome.ok) throw new Error(outcome.code);
    await alignNow(world.call(), accounts, uid, outcome.writes);
    expect(await readPerson(world, uid)).toMatchObject({ role: 'viewer', email: 'them@example.com' });
    expect(await eventsAbout(world, uid)).toEqual(['user.access-changed', 'user.access-changed']);
    expect(await documents(world, 'outbox')).toEqual([]);
    expect(await command(world, a, uid, toRole('viewer'))).toEqual({ ok: true, writes: [] });
    expect(claimsOf(await signIn(world, 'them@example.com', uid))).toMatchObject({ role: 'viewer' });
  });

  test('that the account did not follow heals by itself', async () => {
    const world = newWorld('heals');
    const [a = ''] = await owners(world, 1);
    const uid = await grant(world, 'them@example.com', { role: 'viewer' });
    // As if the process had died right after the commit.
    expect(await command(world, a, uid, toRole('admin'))).toMatchObject({ ok: true });
    expect(claimsOf(await signIn(world, 'them@example.com', uid))).toMatchObject({ role: 'viewer' });
    await drain(world, await firebaseAccounts(world.project));
    expect(claimsOf(await signIn(world, 'them@example.com', uid))).toMatchObject({ role: 'admin' });
    expect(await documents(world, 'outbox')).toEqual([]);
  });

  test('disabling ends signing in, enabling brings it back; older sign-ins stay out', async () => {
    const world = newWorld('disable');
    const [a = ''] = await owners(world, 1);
    const uid = await grant(world, 'them@example.com', { role: 'admin' });
    const accounts = await firebaseAccounts(world.project);
    const before = new Date();
    expect(await command(world, a, uid, DISABLE)).toMatchObject({ ok: true });
    await drain(world, accounts);
    await expect(signIn(world, 'them@example.com', uid)).rejects.toThrow('USER_DISABLED');
    expect(await command(world, a, uid, { type: 'enable' })).toMatchObject({ ok: true });
    await drain(world, accounts);
    expect(claimsOf(await signIn(world, 'them@example.com', uid))).toMatchObject({ role: 'admin' });
    const validAfter = (await readPerson(world, uid))?.claimsValidAfter;
    expect(validAfter?.getTime()).toBeGreaterThan(before.getTime());
  });

  test('removing takes the account too, but a customer keeps the portal', async () => {
    const world = newWorld('remove');
    const [a = ''] = await owners(world, 1);
    const plain = await grant(world, 'plain@example.com', { role: 'admin' });
    const both = await grant(world, 'both@example.com', { role: 'admin', customerId: 'customer-x' });
    for (const uid of [plain, both]) expect(await command(world, a, uid, REMOVE)).toMatchObject({ ok: true });
    await drain(world, await firebaseAccounts(world.project));
    expect(await readPerson(world, plain)).toBeUndefined();
    await expect(signIn(world, 'plain@example.com', plain)).rejects.toThrow('USER_NOT_FOUND');
    expect(await readPerson(world, both)).toMatchObject({ role: null, customerId: 'customer-x' });
    const claims = claimsOf(await signIn(world, 'both@example.com', both));
    expect(claims).toMatchObject({ customerId: 'customer-x' });
    expect(claims['role']).toBeUndefined();
    for (const uid of [plain, both]) expect(await eventsAbout(world, uid)).toContain('user.removed');
  });
});

describe('an invitation', () => {
  const asked = { email: 'New@Example.com', name: 'New', role: 'admin', environments: ['staging'] } as const;
  test('makes account, record, event and search tokens; of fifty at once one is accepted', async () => {
    const world = newWorld('invite');
    const [a = ''] = await owners(world, 1);
    const accounts = await firebaseAccounts(world.project);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => inviteAdmin(world.call(), accounts, a, asked)),
    );
    const accepted = outcomes.filter((outcome) => outcome.ok);
    expect(accepted).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === 'ALREADY_ADMIN')).toHaveLength(49);
    const uid = accepted[0]?.uid ?? '';
    expect(await readPerson(world, uid)).toMatchObject({
      email: 'new@example.com',
      role: 'admin',
      environments: ['staging'],
      search: { NEW: true },
    });
    expect(await eventsAbout(world, uid)).toEqual(['user.invited']);
  });

  test('of a customer adds the role to the account they have', async () => {
    const world = newWorld('known');
    const [a = ''] = await owners(world, 1);
    const uid = await grant(world, 'new@example.com', { customerId: 'customer-x' });
    const outcome = await inviteAdmin(world.call(), await firebaseAccounts(world.project), a, asked);
    expect(outcome).toMatchObject({ ok: true, uid });
    expect(await readPerson(world, uid)).toMatchObject({ role: 'admin', customerId: 'customer-x' });
  });
});

describe('about themselves', () => {
  test('people change their name, which signs nobody out', async () => {
    const world = newWorld('rename');
    const uid = await grant(world, 'them@example.com', { role: 'viewer' });
    await renameMyself(world.call(), uid, 'Another Name');
    expect(await readPerson(world, uid)).toMatchObject({
      name: 'Another Name',
      claimsValidAfter: new Date(0),
    });
    expect(await eventsAbout(world, uid)).toContain('user.renamed');
  });
  test('people keep theme, language and time zone with their account, each by itself, and once', async () => {
    const world = newWorld('preferences');
    const uid = await grant(world, 'them@example.com', { customerId: 'customer-x' });
    await choosePreferences(world.call(), uid, { language: 'de', timeZone: 'Asia/Tokyo' });
    await choosePreferences(world.call(), uid, { language: null, theme: 'dark' });
    await choosePreferences(world.call(), uid, { theme: 'dark' });
    expect(await readPerson(world, uid)).toMatchObject({
      preferences: { language: null, timeZone: 'Asia/Tokyo', theme: 'dark' },
      claimsValidAfter: new Date(0),
    });
    const chosen = (await eventsAbout(world, uid)).filter((action) => action === 'user.preferences-chosen');
    expect(chosen).toHaveLength(2);
  });
  test('people end all their sign-ins, with a moment that no sign-in of before reaches', async () => {
    const world = newWorld('everywhere');
    const uid = await grant(world, 'them@example.com', { role: 'viewer' });
    const now = new Date();
    await signOutEverywhere(world.call({ now }), uid);
    const validAfter = (await readPerson(world, uid))?.claimsValidAfter.getTime() ?? 0;
    expect(validAfter).toBeGreaterThan(now.getTime());
    expect(validAfter % 1000).toBe(0);
    expect(await eventsAbout(world, uid)).toContain('user.signed-out');
  });
});

async function drain(world: World, accounts: Accounts): Promise<void> {
  const fail = (error: unknown): void => {
    throw error instanceof Error ? error : new Error('outbox work failed');
  };
  await drainOutbox(world.call({ actor: CLOCK }), accounts, 'production', () => false, fail);
}
