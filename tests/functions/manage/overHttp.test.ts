import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiProcess } from '../../support/apiProcess.ts';
import { startApi } from '../../support/apiProcess.ts';
import { aManageKey } from '../../support/manage.ts';
import { seedCatalog } from '../../support/seedLicenses.ts';
import { send } from '../../support/software.ts';
import { newWorld } from '../../support/world.ts';

const world = newWorld('manage-http');
let api: ApiProcess;
let order: object;
let key: string;
beforeAll(async () => {
  order = await seedCatalog(world);
  ({ key } = await aManageKey(world));
  api = await startApi({ env: { ...world.env, LATCHKEY_RATE_LIMITS: 'on' } });
}, 120_000);
afterAll(() => api.stop());

const headers = () => ({ 'content-type': 'application/json', authorization: `Bearer ${key}` });
const get = () => ({ method: 'GET', headers: headers(), body: '' });
const at = (path: string) => `${api.url}/v1/manage${path}`;

test('as deployed: one license for a request that comes twice, read again by its address', async () => {
  const named = { ...headers(), 'idempotency-key': 'order-1' };
  const asked = { method: 'POST', headers: named, body: JSON.stringify(order) } as const;
  const first = await send(at('/licenses'), asked);
  expect(first.status, first.text).toBe(201);
  expect((await send(at('/licenses'), asked)).text).toBe(first.text);
  expect(first.headers['ratelimit']).toMatch(/^"apiKey";r=\d+;t=\d+$/);
  const read = await send(`${api.url}${String(first.headers['location'])}`, get());
  expect(read).toMatchObject({ status: 200, body: { id: first.body['id'] } });
});

test('what is too large, unknown or by another method is refused like everywhere', async () => {
  for (const length of [200_000, 5_000_000]) {
    const body = JSON.stringify({ ...order, metadata: { text: 'x'.repeat(length) } });
    const answer = await send(at('/licenses'), { method: 'POST', headers: headers(), body });
    expect([answer.status, answer.headers['connection']]).toEqual([413, 'keep-alive']);
  }
  expect((await send(at('/nothing'), get())).body).toMatchObject({ code: 'NO_SUCH_ROUTE' });
  const put = await send(at('/licenses'), { method: 'PUT', headers: headers(), body: '{}' });
  expect([put.status, put.headers['allow']]).toEqual([405, 'GET, POST']);
  expect(api.log()).not.toContain(key.slice(-40));
});

test('the document is there for everybody', async () => {
  const document = await send(at('/openapi.json'), { method: 'GET', headers: {}, body: '' });
  expect(document).toMatchObject({ status: 200, body: { openapi: '3.1.0' } });
});
