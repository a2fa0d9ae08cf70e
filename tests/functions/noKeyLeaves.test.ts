import { afterAll, beforeAll, expect, test } from 'vitest';
import type { License } from '@latchkey/domain/license/license';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { drainOutbox } from '@latchkey/functions/operations/drainOutbox';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import { call, startCallable } from '../support/callables.ts';
import type { FirestoreProxy } from '../support/firestoreProxy.ts';
import { firestoreProxy } from '../support/firestoreProxy.ts';
import { documents } from '../support/inventory.ts';
import { noAccounts } from '../support/noAccounts.ts';
import { signedInAs } from '../support/people.ts';
import { aKey, seedCatalog, seedLicenses } from '../support/seedLicenses.ts';
import type { Answer } from '../support/software.ts';
import { ask, inTurns, send } from '../support/software.ts';
import { CLOCK, newWorld } from '../support/world.ts';

const KEYS = 200;
const because = { publicReason: 'because', note: null };
const world = newWorld('secrecy');
let proxy: FirestoreProxy;
let api: ApiProcess;
let command: ApiProcess;
let licenses: License[];
/** Keys that were asked for and belong to nothing. */
const unknown = Array.from({ length: 50 }, aKey);
const answers: Answer[] = [];

beforeAll(async () => {
  await seedCatalog(world);
  licenses = await seedLicenses(world, KEYS, (index) => ({ activationLimit: 1 + (index % 3) }));
  proxy = await firestoreProxy();
  api = await startApi({ env: { ...world.env, FIRESTORE_EMULATOR_HOST: proxy.host } });
  command = await startCallable(world, 'commandLicense');
}, 120_000);
afterAll(async () => {
  await Promise.all([api.stop(), command.stop()]);
  await proxy.close();
});

/** A key as it may be written: as it is, and in the form in which it is looked up. */
const spellings = (key: string): string[] => [
  key,
  key.toUpperCase(),
  key.replaceAll('-', ''),
  key.replaceAll('-', '').toUpperCase(),
];

function expectNoKey(text: string, where: string): void {
  const found = [...licenses.map(({ key }) => key), ...unknown].filter((key) =>
    spellings(key).some((spelling) => text.includes(spelling)),
  );
  expect(found.length, `full keys in ${where}`).toBe(0);
}

/** What a client may do with a key, rightly and wrongly. */
async function everyWay(key: string, index: number): Promise<void> {
  const device = { key, identifier: `HW-${index}` };
  for (const door of ['validate', 'activate', 'validate', 'deactivate'] as const) {
    answers.push(await ask(api.url, door, { ...device, label: 'Desk', nonce: 'n' }));
  }
  const wrong: object[] = [
    { key, [key]: key },
    { key, environment: key },
    { key, identifier: '' },
    { identifier: key },
    { key: { key } },
    { key: `${key}\u0000` },
  ];
  answers.push(await ask(api.url, 'validate', wrong[index % wrong.length] ?? {}));
  const headers = { 'content-type': 'application/json' };
  const half = { method: 'POST', headers, body: `{"key":"${key}"` };
  answers.push(await send(`${api.url}/v1/validate`, half));
  answers.push(await send(`${api.url}/v1/${key}?key=${key}`, half));
}

test(
  `${KEYS} keys go through every door, right and wrong, and through an outage: no full key is anywhere but in its license`,
  { timeout: 180_000 },
  async () => {
    await inTurns(KEYS, 8, (index) => everyWay(licenses[index]?.key ?? '', index));
    await inTurns(unknown.length, 8, (index) => everyWay(unknown[index] ?? '', index));

    const token = await signedInAs(world, 'owner');
    await inTurns(40, 4, async (index) => {
      const { id: licenseId = '', key = '' } = licenses[index] ?? {};
      const asked = [
        { type: 'suspend', ...because },
        { type: 'delete', confirmation: key },
        { type: 'delete', confirmation: key.slice(-4) },
        { type: 'edit', revision: null, changes: { [key]: 1 } },
      ];
      const data = { environment: 'production', licenseId, command: asked[index % 4] };
      answers.push(await call(command, token, data));
      answers.push(await call(command, null, { ...data, licenseId: key }));
    });
    for (const { id } of licenses.slice(40, 60)) {
      const customer = { email: `c-${id}@example.com`, name: null };
      await commandLicense(world.call(), 'production', id, { type: 'transfer', customer });
    }

    const outbox = await documents(world, 'outbox');
    expectNoKey(JSON.stringify(outbox), 'the outbox');
    await drainOutbox(
      world.call({ actor: CLOCK }),
      noAccounts,
      'production',
      () => false,
      () => undefined,
    );

    proxy.fail('refused');
    await inTurns(40, 8, (index) => everyWay(licenses[index]?.key ?? '', index));
    proxy.recover();

    expect(answers.some(({ status }) => status === 503)).toBe(true);
    for (const { text } of answers) expectNoKey(text, 'an answer');
    expectNoKey(api.log(), "the API's log");
    expect(api.log()).toContain('answered 503');
    expectNoKey(command.log(), "the callable's log");
    for (const environment of ENVIRONMENTS) {
      for (const collection of ['audit', 'activations', 'outbox', 'customers', 'licenseKeys'] as const) {
        const found = await documents<object>(world, collection, [], environment);
        expectNoKey(JSON.stringify(found), collection);
      }
    }
    const stored = await documents<License>(world, 'licenses');
    const [first] = stored;
    // The search itself is one that finds: the license does hold its key.
    expect(() => expectNoKey(JSON.stringify(first), 'the license')).toThrow();
    expect(stored.every(({ id }) => !licenses.some(({ key }) => spellings(key).includes(id)))).toBe(true);
  },
);
