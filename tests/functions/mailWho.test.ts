import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { may, ROLES, type Permission } from '@latchkey/domain/access/roles';
import { DEFAULT_TEMPLATES } from '@latchkey/domain/mail/templates';
import { mailChoicePath, mailPath } from '@latchkey/functions/firestore/collections';
import type { ApiProcess } from '../support/apiProcess.ts';
import { CUSTOMER_A, CUSTOMER_B } from '../support/builders.ts';
import { call, startCallable } from '../support/callables.ts';
import { everything } from '../support/inventory.ts';
import { grant, signedInAs, signedInCustomer, signIn } from '../support/people.ts';
import { newWorld } from '../support/world.ts';

const world = newWorld('mail-who');
const template = { ...DEFAULT_TEMPLATES.suspended, subject: 'Paused' };
const about = { environment: 'production', kind: 'suspended' };

/** The doors to mail in the console: what each needs, and a request that is refused for what it asks, not for who. */
const DOORS = [
  {
    name: 'saveMailTemplate',
    permission: 'templates.write',
    data: { ...about, revision: 7, template },
    refused: 'CHANGED_MEANWHILE',
  },
  { name: 'sendTestMail', permission: 'templates.write', data: { ...about, template }, refused: 'MAIL_OFF' },
  {
    name: 'resendMail',
    permission: 'licenses.write',
    data: { environment: 'production', mailId: 'queued' },
    refused: 'MAIL_NOT_SENT',
  },
] as const satisfies readonly { permission: Permission; [more: string]: unknown }[];

const processes = new Map<string, ApiProcess>();
function at(name: string): ApiProcess {
  const process = processes.get(name);
  if (!process) throw new Error('no such door');
  return process;
}
beforeAll(async () => {
  for (const { name } of DOORS) processes.set(name, await startCallable(world, name));
  processes.set('ownMailChoice', await startCallable(world, 'ownMailChoice'));
  const data = { kind: 'suspended', to: 'a@example.com', status: 'queued' };
  await world.store.commit([{ kind: 'set', path: mailPath('production', 'queued'), data }]);
}, 180_000);
afterAll(() => Promise.all([...processes.values()].map((process) => process.stop())));

describe.each(DOORS)('$name', ({ name, permission, data, refused }) => {
  test.each(ROLES)(`asks for ${permission}: %s`, async (role) => {
    const token = await signedInAs(world, role);
    const before = await everything(world);
    const answer = await call(at(name), token, data);
    if (may(role, permission)) {
      expect(answer).toMatchObject({ status: 200, body: { result: { ok: false, code: refused } } });
    } else {
      expect(answer.status).toBe(403);
      expect(answer.text).not.toContain('result');
    }
    expect(await everything(world)).toBe(before);
  });

  test('is closed to customers, to people of other environments and to nobody in particular', async () => {
    const elsewhere = await signedInAs(world, 'owner', { environments: ['staging'] });
    expect((await call(at(name), await signedInCustomer(world, CUSTOMER_A.id), data)).status).toBe(403);
    expect((await call(at(name), elsewhere, data)).status).toBe(403);
    expect((await call(at(name), null, data)).status).toBe(401);
  });
});

test('a template is saved by an admin, and then stands there', async () => {
  const answer = await call(at('saveMailTemplate'), await signedInAs(world, 'admin'), {
    ...about,
    revision: 0,
    template,
  });
  expect(answer.body).toMatchObject({ result: { ok: true, revision: 1 } });
});

describe('ownMailChoice', () => {
  const choose = (token: string | null, data: object) => call(at('ownMailChoice'), token, data);

  test('is for customers, each about themselves', async () => {
    const mine = await signedInCustomer(world, CUSTOMER_A.id);
    expect((await choose(mine, { reminders: false })).body).toMatchObject({
      result: { ok: true, reminders: false },
    });
    const theirs = await choose(await signedInCustomer(world, CUSTOMER_B.id), {});
    expect(theirs.body).toMatchObject({ result: { reminders: true } });
    const [kept] = await world.store.getAll<object>([mailChoicePath(CUSTOMER_A.id)]);
    expect(kept?.data).toMatchObject({ reminders: false });
  });

  test('cannot name anybody else, and is closed to who is no customer', async () => {
    const mine = await signedInCustomer(world, CUSTOMER_A.id);
    const foreign = { customerId: CUSTOMER_B.id, reminders: false };
    expect((await choose(mine, foreign)).status).toBe(400);
    expect((await choose(await signedInAs(world, 'owner'), {})).status).toBe(403);
    const uid = await grant(world, 'no-rights@example.com', {});
    expect((await choose(await signIn(world, 'no-rights@example.com', uid), {})).status).toBe(403);
    expect((await choose(null, {})).status).toBe(401);
    const [other] = await world.store.getAll([mailChoicePath(CUSTOMER_B.id)]);
    expect(other?.data).toBeUndefined();
  });
});
