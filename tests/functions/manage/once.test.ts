import type { Store } from '@latchkey/functions/firestore/store';
import { onceOnly } from '@latchkey/functions/operations/manage/onceOnly';
import { beforeAll, expect, test } from 'vitest';
import { documents } from '../../support/inventory.ts';
import type { Ask } from '../../support/manage.ts';
import { aManageKey, manageIn } from '../../support/manage.ts';
import { seedCatalog } from '../../support/seedLicenses.ts';
import { newWorld } from '../../support/world.ts';

const world = newWorld('manage-once');
const ask: Ask = manageIn(world);
let key: string;
let order: object;
beforeAll(async () => {
  order = await seedCatalog(world);
  ({ key } = await aManageKey(world));
});

const named = (name: string) => ({ 'idempotency-key': name });
const create = (name: string, body: object = order, by = key) =>
  ask('POST', '/licenses', { key: by, body, headers: named(name) });
const count = async () => (await documents(world, 'licenses')).length;

test('two hundred repeats at once make one license, and all get its answer', async () => {
  const before = await count();
  const answers = await Promise.all(Array.from({ length: 200 }, () => create('order-200')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(await count()).toBe(before + 1);
  expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
});

test('the same again gets the same answer; another body under the name is refused; another name is another', async () => {
  const first = await create('order-1');
  const again = await create('order-1');
  expect(again.text).toBe(first.text);
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  const other = await create('order-1', { ...order, activationLimit: 2 });
  expect(other).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_CONFLICT' } });
  expect((await create('order-2')).body['id']).not.toBe(first.body['id']);
});

test('names are of one key: another key may use the same', async () => {
  const first = await create('mine');
  const { key: other } = await aManageKey(world);
  expect((await create('mine', order, other)).body['id']).not.toBe(first.body['id']);
});

test('a refusal is an answer too; what was not understood may be sent again under its name', async () => {
  const wrong = { ...order, generatorId: 'no-such-generator' };
  const refused = await create('refused', wrong);
  expect(refused.status).toBe(422);
  expect((await create('refused', wrong)).headers.get('idempotency-replayed')).toBe('true');
  expect((await create('garbled', { nonsense: 1 })).status).toBe(400);
  expect((await create('garbled')).status).toBe(201);
  expect((await create('a b')).status).toBe(400);
});

const request = (name: string) => ({ environment: 'production' as const, name, fingerprint: 'f' });
const note = (id: string) => ({
  kind: 'set' as const,
  path: `environments/production/settings/${id}`,
  data: {},
});
const answer = { status: 200, headers: {}, body: '{}' };

test('whoever dies after the effect leaves no second one: a repeat is told that the answer is lost', async () => {
  const dies = async (store: Store): Promise<never> => {
    await store.commit([note('effect-once')]);
    throw new Error('killed');
  };
  await expect(onceOnly(world.tools, request('dies'), dies)).rejects.toThrow('killed');
  const again = await onceOnly(world.tools, request('dies'), () => Promise.reject(new Error('twice')));
  expect(again).toEqual({ kind: 'lost' });
});

test('whoever dies before the effect leaves nothing: a repeat does it', async () => {
  const fails = () => Promise.reject(new Error('killed'));
  await expect(onceOnly(world.tools, request('early'), fails)).rejects.toThrow('killed');
  const again = await onceOnly(world.tools, request('early'), async (store) => {
    await store.commit([note('late')]);
    return { answer, keep: true };
  });
  expect(again).toEqual({ kind: 'answered', answer, repeated: false });
});
