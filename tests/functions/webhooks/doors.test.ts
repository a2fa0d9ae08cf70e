import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import { deliveryPath, secretPath, webhookPath } from '@latchkey/functions/firestore/collections';
import type { ApiProcess } from '../../support/apiProcess.ts';
import { bundle, startApi } from '../../support/apiProcess.ts';
import { CUSTOMER_A } from '../../support/builders.ts';
import { call } from '../../support/callables.ts';
import { authEmulatorHost, signedInAs, signedInCustomer, signedInLongAgo } from '../../support/people.ts';
import type { Answer } from '../../support/software.ts';
import { anEndpoint, deliveriesOf, hookTools, receiver } from '../../support/webhooks.ts';
import { newWorld } from '../../support/world.ts';

const world = newWorld('hook-doors');
const GUARD = { timeout: 120_000 };
const MINUTE = 60_000;
const NAMES = [
  'createWebhook',
  'commandWebhook',
  'rotateWebhookSecret',
  'testWebhook',
  'replayWebhook',
  'replayWebhooksSince',
] as const;
type Door = (typeof NAMES)[number];
const doors = new Map<Door, ApiProcess>();
const tools = hookTools(world, receiver().sender);
let endpointId = '';
let deliveryId = '';
beforeAll(async () => {
  // Nobody answers there: what leaves is a failure, and an outcome all the same.
  endpointId = (await anEndpoint(tools, { url: 'https://hooks.example.invalid/in' })).id;
  deliveryId = world.tools.newId();
  const now = new Date();
  const delivery = {
    endpointId,
    endpointName: 'Receiver',
    eventId: deliveryId,
    event: 'license.created',
    ...{
      licenseId: null,
      keyHint: null,
      eventAt: now,
      body: '{}',
      status: 'failed',
      attempts: 10,
      tries: 10,
    },
    ...{ nextAt: null, firstAt: now, createdAt: now, updatedAt: now, deliveredAt: null, lastStatus: 500 },
    problem: 'The answer was 500.',
  };
  await world.store.commit([{ kind: 'set', path: deliveryPath('production', deliveryId), data: delivery }]);
  const folder = await bundle();
  const env = { ...world.env, FIREBASE_AUTH_EMULATOR_HOST: authEmulatorHost() };
  for (const name of NAMES) doors.set(name, await startApi({ target: name, folder, env }));
}, 240_000);
afterAll(() => Promise.all([...doors.values()].map((process) => process.stop())));

const FACTS = {
  name: 'Fresh',
  description: '',
  url: 'https://hooks.example.com/in',
  events: ['license.created'],
};
const asked: Readonly<Record<Door, () => object>> = {
  createWebhook: () => ({ facts: FACTS }),
  commandWebhook: () => ({
    endpointId,
    command: { type: 'edit', revision: null, changes: { name: 'Receiver' } },
  }),
  rotateWebhookSecret: () => ({ endpointId, overlapHours: 24 }),
  testWebhook: () => ({ endpointId }),
  replayWebhook: () => ({ deliveryId }),
  replayWebhooksSince: () => ({ endpointId, since: new Date(0).toISOString(), deliveredToo: false }),
};

function ask(name: Door, token: string | null, change: object = {}): Promise<Answer> {
  const door = doors.get(name);
  if (!door) throw new Error(`${name} does not run`);
  return call(door, token, { environment: 'production', ...asked[name](), ...change });
}

const stored = async (id = endpointId): Promise<WebhookEndpoint | undefined> =>
  (await world.store.getAll<WebhookEndpoint>([webhookPath('production', id)]))[0]?.data;

test.each(NAMES)('%s is open to owner and admin, closed to everybody else', GUARD, async (name) => {
  for (const role of ['owner', 'admin'] as const) {
    const answer = await ask(name, await signedInAs(world, role));
    expect(answer, role).toMatchObject({ status: 200, body: { result: { ok: true } } });
  }
  const before = await stored();
  const deliveries = await deliveriesOf(world);
  for (const role of ['operator', 'viewer'] as const) {
    expect((await ask(name, await signedInAs(world, role))).status, role).toBe(403);
  }
  expect((await ask(name, await signedInCustomer(world, CUSTOMER_A.id))).status).toBe(403);
  expect((await ask(name, null)).status).toBe(401);
  expect(await stored()).toEqual(before);
  expect(await deliveriesOf(world)).toEqual(deliveries);
});

test.each(NAMES)('%s is closed in an environment that is not theirs', GUARD, async (name) => {
  const token = await signedInAs(world, 'admin', { environments: ['production'] });
  expect((await ask(name, token, { environment: 'staging' })).status).toBe(403);
});

test('an unknown field, a foreign address and an unknown event are refused', GUARD, async () => {
  const token = await signedInAs(world, 'admin');
  const create = (facts: object) => ask('createWebhook', token, { facts: { ...FACTS, ...facts } });
  expect((await create({ secret: 'whsec_mine' })).status).toBe(400);
  expect((await create({ events: ['user.invited'] })).status).toBe(400);
  for (const url of ['http://hooks.example.com/', 'https://127.0.0.1/', 'http://127.0.0.1:1090/']) {
    expect(await create({ url })).toMatchObject({ body: { result: { ok: false, code: 'URL_REFUSED' } } });
  }
});

test(
  'a secret is told once, by making it, to whoever has signed in just now; it lies where nobody reads',
  GUARD,
  async () => {
    const made = await ask('createWebhook', await signedInAs(world, 'admin'));
    const { endpointId: id, secret } = made.body['result'] as { endpointId: string; secret: string };
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(JSON.stringify(await stored(id))).not.toContain(secret.slice(6, 20));
    const [kept] = await world.store.getAll<{ current: string }>([secretPath('production', `webhook-${id}`)]);
    expect(kept?.data?.current).toBe(secret);

    const needed = { status: 200, body: { result: { ok: false, code: 'REAUTHENTICATION_NEEDED' } } };
    const old = await signedInLongAgo(world, 'admin', 6 * MINUTE);
    const refused = await ask('rotateWebhookSecret', old);
    expect(refused).toMatchObject(needed);
    expect(refused.text).not.toContain('whsec_');
    const deletion = { endpointId: id, command: { type: 'delete', confirmation: 'Fresh' } };
    expect(await ask('commandWebhook', old, deletion)).toMatchObject(needed);
    expect(await stored(id)).toBeDefined();
    const fresh = await signedInAs(world, 'admin');
    expect(await ask('commandWebhook', fresh, deletion)).toMatchObject({ body: { result: { ok: true } } });
    const [gone] = await world.store.getAll<object>([secretPath('production', `webhook-${id}`)]);
    expect([await stored(id), gone?.data]).toEqual([undefined, undefined]);
  },
);
