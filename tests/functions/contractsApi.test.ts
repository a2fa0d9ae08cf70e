import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Contract } from '@latchkey/domain/contract/contract';
import { contractPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { contractKey } from '@latchkey/functions/operations/contract/contractKey';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import { aContract } from '../support/contracts.ts';
import { documents } from '../support/inventory.ts';
import { seedCatalog } from '../support/seedLicenses.ts';
import type { Answer } from '../support/software.ts';
import { send } from '../support/software.ts';
import { newWorld } from '../support/world.ts';

const world = newWorld('contracts-api');
let api: ApiProcess;
let sources: { productId: string; generatorId: string };
beforeAll(async () => {
  sources = await seedCatalog(world);
  api = await startApi({ env: { ...world.env, LATCHKEY_RATE_LIMITS: 'on' } });
}, 120_000);
afterAll(() => api.stop());

/** A contract of its own with its key. */
async function partner(overrides: Partial<Contract> = {}): Promise<string> {
  const rates = { perMinute: 1_000, perHour: 1_000, perDay: 1_000 };
  const contract = aContract({ ...sources, rates, id: world.tools.newId(), ...overrides });
  const path = contractPath('production', contract.id);
  await world.store.commit([{ kind: 'set', path, data: toStored(contract) }]);
  const made = await contractKey(world.call(), 'production', contract.id, 'rotate');
  if (!made.ok || made.key === null) throw new Error('no key was made');
  return made.key;
}

function order(key: string | null, body: object, more: Record<string, string> = {}): Promise<Answer> {
  const authorization: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
  const headers = { 'content-type': 'application/json', ...authorization, ...more };
  return send(`${api.url}/v1/contracts/licenses`, { method: 'POST', headers, body: JSON.stringify(body) });
}

describe('a partner', () => {
  test('gets licenses, assigned when a customer is named, and hears what is left', async () => {
    const key = await partner();
    const stock = await order(key, { quantity: 2 });
    expect(stock.body).toMatchObject({ issued: true, code: 'ISSUED', contract: { used: 2, remaining: 8 } });
    const assigned = await order(key, { customer: { email: 'ada@example.com', name: 'Ada' } });
    expect(assigned.body).toMatchObject({
      licenses: [{ status: 'assigned', customerEmail: 'ada@example.com', environment: 'production' }],
    });
  });
  test('is told with 200 why nothing was issued', async () => {
    const inactive = await order(await partner({ status: 'inactive' }), {});
    expect(inactive).toMatchObject({
      status: 200,
      body: { issued: false, code: 'CONTRACT_INACTIVE', licenses: [] },
    });
    const full = await order(await partner({ used: 10 }), {});
    expect(full.body).toMatchObject({ code: 'QUOTA_EXCEEDED', contract: { remaining: 0 } });
  });
  test('may ask again by its Idempotency-Key, and not use that for something else', async () => {
    const key = await partner();
    const first = await order(key, { quantity: 2 }, { 'idempotency-key': 'order-1' });
    const again = await order(key, { quantity: 2 }, { 'idempotency-key': 'order-1' });
    expect(again.body['licenses']).toEqual(first.body['licenses']);
    const other = await order(key, { quantity: 3 }, { 'idempotency-key': 'order-1' });
    expect(other).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_CONFLICT' } });
    expect((await order(key, {}, { 'idempotency-key': 'a b' })).status).toBe(400);
  });
  test('is held to the rates of the contract, and another partner is not', async () => {
    const slow = await partner({ rates: { perMinute: 2, perHour: 10, perDay: 10 } });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n++) statuses.push((await order(slow, {})).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await order(slow, {});
    expect(refused.body).toMatchObject({ code: 'RATE_LIMITED' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await order(await partner(), {})).status).toBe(200);
  });
});

test('without the key of a contract nobody learns or gets anything, not even what a body may hold', async () => {
  const before = (await documents(world, 'licenses')).length;
  const strange = `lkc_production_${'a'.repeat(40)}`;
  const staging = (await partner()).replace('production', 'staging');
  for (const key of [null, 'x', 'DEMO-ACTI-VE00-0001', strange, staging]) {
    const answer = await order(key, { nonsense: true });
    expect(answer).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED' } });
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    expect(answer.text).not.toContain(strange.slice(-40));
  }
  expect(await documents(world, 'licenses')).toHaveLength(before);
});

test.each([
  [{ quantity: 0 }],
  [{ quantity: 101 }],
  [{ quantity: 1, status: 'active' }],
  [{ customer: { email: 'x' } }],
])('%j is not well formed', async (body) => {
  expect((await order(await partner(), body)).status).toBe(400);
});
