import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES } from '@latchkey/domain/access/roles';
import type { ApiProcess } from '../support/apiProcess.ts';
import { call, startCallable } from '../support/callables.ts';
import { grant, signedInAs, signedInCustomer, signedInLongAgo, signIn } from '../support/people.ts';
import { newWorld } from '../support/world.ts';

const MINUTE = 60_000;
const world = newWorld('admins-who');
let command: ApiProcess;
let invite: ApiProcess;
let signIns: ApiProcess;
beforeAll(async () => {
  command = await startCallable(world, 'commandAdmin');
  invite = await startCallable(world, 'inviteAdmin');
  signIns = await startCallable(world, 'adminSignIns');
}, 120_000);
afterAll(() => Promise.all([command, invite, signIns].map((process) => process.stop())));

const roleOf = async (uid: string): Promise<unknown> => {
  const [found] = await world.store.getAll<{ role: unknown }>([`users/${uid}`]);
  return found?.data?.role;
};
const target = (role: (typeof ROLES)[number]) =>
  grant(world, `target-${world.tools.newId().toLowerCase()}@example.com`, { role });
const toViewer = { type: 'change-access', role: 'viewer', environments: null };

describe('who may change what somebody else may do', () => {
  test.each(ROLES.filter((role) => role !== 'owner'))('not %s, whoever it is about', async (role) => {
    const token = await signedInAs(world, role);
    for (const about of ROLES) {
      const uid = await target(about);
      for (const asked of [toViewer, { type: 'disable' }, { type: 'enable' }, { type: 'remove' }]) {
        expect((await call(command, token, { uid, command: asked })).status).toBe(403);
      }
      expect(await roleOf(uid)).toBe(about);
    }
    const asked = { email: 'x@example.com', name: 'X', role: 'viewer', environments: null };
    expect((await call(invite, token, asked)).status).toBe(403);
    expect((await call(signIns, token, { uids: ['x'] })).status).toBe(403);
  });
  test('not a customer, not a stranger; an owner may', async () => {
    const uid = await target('admin');
    const data = { uid, command: toViewer };
    expect((await call(command, await signedInCustomer(world, 'customer-x'), data)).status).toBe(403);
    expect((await call(command, null, data)).status).toBe(401);
    const owner = await signedInAs(world, 'owner');
    expect(await call(command, owner, data)).toMatchObject({ status: 200, body: { result: { ok: true } } });
    expect(await roleOf(uid)).toBe('viewer');
    const known = await call(signIns, owner, { uids: [uid, 'nobody'] });
    expect(known.body).toMatchObject({
      result: { people: [{ uid, lastSignInAt: null, secondFactor: false }] },
    });
  });
  test('not about themselves', async () => {
    const email = 'own@example.com';
    const uid = await grant(world, email, { role: 'owner' });
    const answer = await call(command, await signIn(world, email, uid), { uid, command: toViewer });
    expect(answer.body).toMatchObject({ result: { ok: false, code: 'OWN_ACCESS' } });
    expect(await roleOf(uid)).toBe('owner');
  });
  test('an owner is out of it the moment they are demoted', async () => {
    const email = 'was-owner@example.com';
    const token = await signIn(world, email, await grant(world, email, { role: 'owner' }));
    const uid = await target('admin');
    await grant(world, email, { role: 'admin' });
    const { status } = await call(command, token, { uid, command: toViewer });
    expect([401, 403]).toContain(status);
    expect(await roleOf(uid)).toBe('admin');
  });
});

test('a change asks for a fresh sign-in', async () => {
  const uid = await target('admin');
  const data = { uid, command: toViewer };
  const old = await call(command, await signedInLongAgo(world, 'owner', 6 * MINUTE), data);
  expect(old.body).toMatchObject({ result: { ok: false, code: 'REAUTHENTICATION_NEEDED' } });
  expect(await roleOf(uid)).toBe('admin');
  const fresh = await call(command, await signedInLongAgo(world, 'owner', 4 * MINUTE), data);
  expect(fresh.body).toMatchObject({ result: { ok: true } });
  expect(await roleOf(uid)).toBe('viewer');
});

test('what is not known in a request is refused, and nothing happens', async () => {
  const owner = await signedInAs(world, 'owner');
  const uid = await target('admin');
  for (const data of [
    { uid, command: { ...toViewer, claimsValidAfter: '2020-01-01' } },
    { uid, command: { type: 'change-access', role: 'superuser', environments: null } },
    { uid, command: { type: 'change-access', role: 'viewer', environments: ['sandbox'] } },
    { uid: 'a/b', command: { type: 'remove' } },
    { uid, command: { type: 'remove' }, role: 'owner' },
  ]) {
    expect((await call(command, owner, data)).status).toBe(400);
  }
  expect(await roleOf(uid)).toBe('admin');
});
