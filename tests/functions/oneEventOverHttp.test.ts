import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import { contractPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { contractKey } from '@latchkey/functions/operations/contract/contractKey';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import { aContract } from '../support/contracts.ts';
import { documents } from '../support/inventory.ts';
import { aManageKey } from '../support/manage.ts';
import { aKey, seedCatalog, seedLicense } from '../support/seedLicenses.ts';
import type { Answer } from '../support/software.ts';
import { ask, send } from '../support/software.ts';
import { newWorld } from '../support/world.ts';

const world = newWorld('one-event-http');
let api: ApiProcess;
let sources: { productId: string; generatorId: string };
let programs: string;
let reader: string;
beforeAll(async () => {
  sources = await seedCatalog(world);
  programs = (await aManageKey(world)).key;
  reader = (await aManageKey(world, { permissions: ['console.read'] })).key;
  api = await startApi({ env: world.env });
}, 120_000);
afterAll(() => api.stop());

/** What a request has added to the audit, and what it was answered. */
async function added(request: () => Promise<Answer>): Promise<{ answer: Answer; actions: string[] }> {
  const known = new Set((await documents(world, 'audit')).map(({ id }) => id));
  const answer = await request();
  const fresh = (await documents<AuditEvent>(world, 'audit')).filter(({ id }) => !known.has(id));
  return { answer, actions: fresh.flatMap(({ data }) => data?.action ?? []).toSorted() };
}

function order(key: string, path: string, method: string, body: object, more = {}): Promise<Answer> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...more };
  return send(`${api.url}${path}`, { method, headers, body: JSON.stringify(body) });
}

describe('of shipped software', () => {
  const identifier = 'HW-1';

  test('each accepted change leaves one event; what changes nothing, or is refused, leaves none', async () => {
    const { key } = await seedLicense(world, { activationLimit: 2 });
    const steps = [
      ['activate', { key, identifier }, 'ACTIVATED', ['activation.created']],
      ['activate', { key, identifier }, 'ALREADY_ACTIVATED', []],
      ['validate', { key, identifier }, 'VALID', []],
      ['activate', { key, identifier: 'HW-2' }, 'ACTIVATED', ['activation.created']],
      ['activate', { key, identifier: 'HW-3' }, 'LIMIT_EXCEEDED', []],
      ['deactivate', { key, identifier }, 'DEACTIVATED', ['activation.deactivated']],
      ['deactivate', { key, identifier }, 'NOT_ACTIVATED', []],
      ['validate', { key, identifier }, 'DEVICE_DEACTIVATED', []],
      ['activate', { key: aKey(), identifier }, 'NOT_FOUND', []],
      ['activate', { key, identifier, environment: 'staging' }, 'ENVIRONMENT_MISMATCH', []],
      ['activate', { key, identifier, status: 'revoked' }, 'BAD_REQUEST', []],
    ] as const;
    for (const [door, body, code, actions] of steps) {
      const outcome = await added(() => ask(api.url, door, body));
      expect(outcome).toMatchObject({ answer: { body: { code } }, actions });
    }
  });

  test('the first device is a change of the license as well: one event each', async () => {
    const { key } = await seedLicense(world, { status: 'assigned', activatedAt: null });
    const { actions } = await added(() => ask(api.url, 'activate', { key, identifier }));
    expect(actions).toEqual(['activation.created', 'license.activated']);
  });
});

test('of a partner, an order leaves one event for each license and one for the contract; no, or again, none', async () => {
  const rates = { perMinute: 1_000, perHour: 1_000, perDay: 1_000 };
  const contract = aContract({ ...sources, rates, id: world.tools.newId(), quota: 3 });
  const path = contractPath('production', contract.id);
  await world.store.commit([{ kind: 'set', path, data: toStored(contract) }]);
  const made = await contractKey(world.call(), 'production', contract.id, 'rotate');
  if (!made.ok || made.key === null) throw new Error('no key was made');
  const { key } = made;
  const issue = (by: string, quantity: number, more = {}) =>
    added(() => order(by, '/v1/contracts/licenses', 'POST', { quantity }, more));
  const named = { 'idempotency-key': 'order-1' };
  const two = ['contract.issued', 'license.created', 'license.created'];
  expect(await issue(key, 2, named)).toMatchObject({ answer: { body: { code: 'ISSUED' } }, actions: two });
  expect(await issue(key, 2, named)).toMatchObject({ answer: { body: { code: 'ISSUED' } }, actions: [] });
  const full = await issue(key, 2);
  expect(full).toMatchObject({ answer: { body: { code: 'QUOTA_EXCEEDED' } }, actions: [] });
  const stranger = await issue(`${key.slice(0, -4)}0000`, 1);
  expect(stranger).toMatchObject({ answer: { status: 401 }, actions: [] });
});

test('of a program, an accepted write leaves one event, and the same refused none', async () => {
  const { id } = await seedLicense(world, sources);
  const license = `/v1/manage/licenses/${id}`;
  const why = { publicReason: 'because', note: null };
  const settings = { values: { graceDays: 3, offlineHours: 24 } };
  const steps = [
    [reader, 'PATCH', license, { activationLimit: 7 }, 403, []],
    [programs, 'PATCH', license, { activationLimit: 0 }, 400, []],
    [programs, 'PATCH', license, { activationLimit: 7 }, 200, ['license.edited']],
    [programs, 'POST', `${license}/suspend`, why, 200, ['license.suspended']],
    [programs, 'POST', `${license}/suspend`, why, 409, []],
    [programs, 'POST', '/v1/manage/licenses', { ...sources, nonsense: 1 }, 400, []],
    [programs, 'POST', '/v1/manage/licenses', sources, 201, ['license.created']],
    [reader, 'PUT', '/v1/manage/settings/license', settings, 403, []],
  ] as const;
  for (const [key, method, path, body, status, actions] of steps) {
    const outcome = await added(() => order(key, path, method, body));
    expect(outcome, `${method} ${path}`).toMatchObject({ answer: { status }, actions });
  }
});
