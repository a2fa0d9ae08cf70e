import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiProcess } from '../support/apiProcess.ts';
import { call, startCallable } from '../support/callables.ts';
import { stateHash } from '../support/inventory.ts';
import { signedInAs } from '../support/people.ts';
import { seedCatalog, seedWithDevices } from '../support/seedLicenses.ts';
import type { Answer } from '../support/software.ts';
import { newWorld } from '../support/world.ts';

const world = newWorld('input');
const processes: ApiProcess[] = [];
let token: string;
let doors: { name: string; process: ApiProcess; good: Record<string, unknown> }[];
beforeAll(async () => {
  const sources = await seedCatalog(world);
  const { license, devices } = await seedWithDevices(world, 1);
  for (const name of ['issueLicense', 'commandLicense', 'deactivateDevice', 'offlineFile'] as const) {
    processes.push(await startCallable(world, name));
  }
  token = await signedInAs(world, 'owner');
  const [issue, command, device, offline] = processes as [ApiProcess, ApiProcess, ApiProcess, ApiProcess];
  const environment = 'production';
  doors = [
    { name: 'issueLicense', process: issue, good: { environment, ...sources } },
    {
      name: 'commandLicense',
      process: command,
      good: { environment, licenseId: license.id, command: { type: 'reactivate' } },
    },
    { name: 'deactivateDevice', process: device, good: { environment, activationId: devices[0]?.id } },
    { name: 'offlineFile', process: offline, good: { environment, licenseId: license.id } },
  ];
}, 120_000);
afterAll(() => Promise.all(processes.map((process) => process.stop())));

const EXTRA: readonly (readonly [string, unknown])[] = [
  ...['status', 'statusRank', 'key', 'keyHash', 'keyHint', 'id', 'limit', 'count', 'env'].map(
    (name) => [name, 'active'] as const,
  ),
  ...['customerId', 'customerEmail', 'role', 'uid', 'actor', 'owner', 'claims'].map(
    (name) => [name, 'admin'] as const,
  ),
  ...['activationCount', 'deviceEpoch', 'revision', 'graceDays', 'createdAt', 'now'].map(
    (name) => [name, 0] as const,
  ),
  ['isAdmin', true],
  ['force', true],
  ['renewedToId', 'x'],
  ['search', {}],
  ['private', { internalNote: 'x' }],
  ['constructor', { prototype: { isAdmin: true } }],
  ['prototype', { isAdmin: true }],
  ['toString', 'x'],
  ['', 1],
];

/** JSON with a member written as it stands, since an object literal cannot hold `__proto__`. */
const withMember = (data: object, member: string): string =>
  `{"data":${JSON.stringify(data).replace(/\}$/, `,${member}}`)}}`;

function expectBadInput(answer: Answer, what: string): void {
  expect(answer.status, what).toBe(400);
  expect(answer.body['error'], what).toMatchObject({ status: 'INVALID_ARGUMENT' });
  expect(answer.text, what).not.toMatch(/\bat .+:\d+|node_modules|<html/i);
}

test(`each of ${EXTRA.length} fields that nobody asked for is refused at every door, and nothing changes`, async () => {
  const before = await stateHash(world);
  for (const { name, process, good } of doors) {
    for (const [field, value] of EXTRA) {
      const answer = await call(process, token, { ...good, [field]: value });
      expectBadInput(answer, `${name} with ${field}`);
    }
  }
  expect(await stateHash(world)).toBe(before);
});

test('a prototype is no way round the schema', async () => {
  const before = await stateHash(world);
  for (const { name, process, good } of doors) {
    const hidden = `"__proto__":${JSON.stringify(good)}`;
    expectBadInput(await call(process, token, withMember(good, '"__proto__":{"isAdmin":true}')), name);
    expectBadInput(await call(process, token, `{"data":{${hidden}}}`), `${name} all inherited`);
    const { environment: _, ...partial } = good;
    const inherited = withMember(partial, '"__proto__":{"environment":"staging"}');
    expectBadInput(await call(process, token, inherited), `${name} environment inherited`);
  }
  expect(await stateHash(world)).toBe(before);
});

describe('what is no input at all', () => {
  const BODIES: readonly (readonly [string, string])[] = [
    ['no data', '{}'],
    ['null', '{"data":null}'],
    ['a text', '{"data":"x"}'],
    ['a list', '{"data":[]}'],
    ['an empty object', '{"data":{}}'],
    ['a wrong environment', '{"data":{"environment":"prod"}}'],
    ['a field beside the data', '{"data":{},"extra":1}'],
    ['an object 3,000 levels deep', `{"data":${'{"a":'.repeat(3_000)}1${'}'.repeat(3_001)}`],
  ];
  test.each(BODIES)('%s is refused as bad input, without a word about our inside', async (_, body) => {
    const before = await stateHash(world);
    for (const { name, process } of doors) expectBadInput(await call(process, token, body), name);
    expect(await stateHash(world)).toBe(before);
  });

  test('types of the wire that the library cannot read end the call without a word about our inside', async () => {
    const before = await stateHash(world);
    const type = 'type.googleapis.com/google.protobuf.Int64Value';
    for (const body of ['{"data":{"@type":"x"}}', `{"data":{"a":{"@type":"${type}","value":"x"}}}`]) {
      for (const { process } of doors) {
        const answer = await call(process, token, body);
        expect(answer.body).toEqual({ error: { status: 'INTERNAL', message: 'INTERNAL' } });
      }
    }
    expect(await stateHash(world)).toBe(before);
  });

  test.each(['../x', 'a/b', '__x__', '..', '', 'x'.repeat(129), 'a\u0000b', '\ud800'])(
    'an id that is none (%j) is refused as bad input',
    async (id) => {
      for (const { name, process, good } of doors) {
        const field =
          name === 'deactivateDevice' ? 'activationId' : name === 'issueLicense' ? 'productId' : 'licenseId';
        expectBadInput(await call(process, token, { ...good, [field]: id }), name);
      }
    },
  );
});

test('an unknown license or device is a refusal with a code, not an error', async () => {
  const [, command, device] = doors;
  if (!command || !device) throw new Error('no doors');
  const license = await call(command.process, token, { ...command.good, licenseId: 'nobody' });
  expect(license).toMatchObject({ status: 200, body: { result: { ok: false, code: 'NOT_FOUND' } } });
  const gone = await call(device.process, token, { ...device.good, activationId: 'nobody' });
  expect(gone).toMatchObject({ status: 200, body: { result: { ok: false, code: 'NOT_FOUND' } } });
});

test('the same input without the extra is accepted at every door', async () => {
  for (const { name, process, good } of doors) {
    const answer = await call(process, token, good);
    expect(answer.status, name).toBe(200);
  }
});
