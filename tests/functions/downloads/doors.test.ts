import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Release } from '@latchkey/domain/download/release';
import { downloadPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { newLocalSigner } from '../../../scripts/stack/files/localSigner.ts';
import type { ApiProcess } from '../../support/apiProcess.ts';
import { bundle, startApi } from '../../support/apiProcess.ts';
import { call } from '../../support/callables.ts';
import { everything } from '../../support/inventory.ts';
import { authEmulatorHost, signedInAs, signedInCustomer, signedInLongAgo } from '../../support/people.ts';
import { aRelease } from '../../support/releases.ts';
import { seedCatalog, seedLicense } from '../../support/seedLicenses.ts';
import type { Answer } from '../../support/software.ts';
import { startStorage, type StorageServer } from '../../support/storageServer.ts';
import { newWorld } from '../../support/world.ts';

const world = newWorld('download-doors');
const GUARD = { timeout: 120_000 };
const NAMES = [
  'createDownload',
  'reopenUpload',
  'finishUpload',
  'commandDownload',
  'downloadLink',
  'ownDownloads',
] as const;
type Door = (typeof NAMES)[number];
const WRITERS = ['createDownload', 'reopenUpload', 'finishUpload', 'commandDownload'] as const;
const BYTES = 'the program';
const doors = new Map<Door, ApiProcess>();
let storage: StorageServer;
let folder: string;
let productId: string;

beforeAll(async () => {
  ({ productId } = await seedCatalog(world));
  storage = await startStorage();
  folder = await bundle();
  const env = {
    ...world.env,
    FIREBASE_AUTH_EMULATOR_HOST: authEmulatorHost(),
    FIREBASE_STORAGE_EMULATOR_HOST: storage.host,
    LATCHKEY_FILE_GATE: 'http://files.example',
    LATCHKEY_DOWNLOADS_BUCKET: 'bucket',
    LATCHKEY_LOCAL_SIGNER: newLocalSigner('demo').variable,
  };
  for (const target of NAMES) doors.set(target, await startApi({ target, folder, env }));
}, 180_000);
afterAll(async () => {
  await Promise.all([...doors.values()].map((process) => process.stop()));
  await storage.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(name: Door, token: string | null, data: object): Promise<Answer> {
  const door = doors.get(name);
  if (!door) throw new Error(`${name} does not run`);
  return call(door, token, data);
}
/** A release in the store, with its file. */
async function stored(state: Release['state'], environment: Release['environment'] = 'production') {
  const id = world.tools.newId();
  const release = aRelease({ id, environment, state, objectPath: `releases/${environment}/${id}` });
  await world.store.commit([{ kind: 'set', path: downloadPath(environment, id), data: toStored(release) }]);
  storage.files.set(release.objectPath, Buffer.from(BYTES));
  return id;
}
const FILE = { fileName: 'a.zip', size: BYTES.length };
/** What each writing door is asked in an environment; each time of something fresh. */
const ASKED: Readonly<
  Record<(typeof WRITERS)[number], (environment: Release['environment']) => Promise<object>>
> = {
  createDownload: async (environment) => ({
    environment,
    productId,
    facts: { version: '1.0', channel: 'beta', notes: 'New.' },
    file: FILE,
  }),
  reopenUpload: async (environment) => ({
    environment,
    downloadId: await stored('uploading', environment),
    file: FILE,
  }),
  finishUpload: async (environment) => ({
    environment,
    downloadId: await stored('uploading', environment),
    sha256: createHash('sha256').update(BYTES).digest('hex'),
  }),
  commandDownload: async (environment) => ({
    environment,
    downloadId: await stored('draft', environment),
    command: { type: 'publish' },
  }),
};
const done = { status: 200, body: { result: { ok: true } } };

test.each(WRITERS)('%s is open to owner and admin, closed to everybody else', GUARD, async (name) => {
  for (const role of ['owner', 'admin'] as const) {
    expect(
      await ask(name, await signedInAs(world, role), await ASKED[name]('production')),
      role,
    ).toMatchObject(done);
  }
  const data = await ASKED[name]('production');
  const before = withoutPeople(await everything(world));
  for (const role of ['operator', 'viewer'] as const) {
    expect((await ask(name, await signedInAs(world, role), data)).status, role).toBe(403);
  }
  expect((await ask(name, await signedInCustomer(world, 'customer-a'), data)).status).toBe(403);
  expect((await ask(name, null, data)).status).toBe(401);
  expect(withoutPeople(await everything(world))).toBe(before);
});

test.each(WRITERS)('%s is closed in an environment that is not theirs', GUARD, async (name) => {
  const token = await signedInAs(world, 'admin', { environments: ['production'] });
  expect((await ask(name, token, await ASKED[name]('staging'))).status).toBe(403);
  expect((await ask(name, token, await ASKED[name]('production'))).status).toBe(200);
});

test.each([
  ['createDownload', { environment: 'production', productId: 'a/b' }],
  ['createDownload', { file: { fileName: 'a.zip', size: 1.5 } }],
  ['createDownload', { facts: { version: '1.0', channel: 'nightly', notes: '' } }],
  ['createDownload', { objectPath: 'releases/production/mine' }],
  ['finishUpload', { sha256: 'short' }],
  ['commandDownload', { command: { type: 'edit', revision: null, changes: { state: 'published' } } }],
  ['commandDownload', { command: { type: 'edit', revision: null, changes: { downloads: 9 } } }],
] as const)('%s refuses %o before anything is read', GUARD, async (name, change) => {
  const data = { ...(await ASKED[name]('production')), ...change };
  expect((await ask(name, await signedInAs(world, 'admin'), data)).status).toBe(400);
});

test(
  'deleting asks who signed in six minutes ago to do so again; publishing asks nobody',
  GUARD,
  async () => {
    const old = await signedInLongAgo(world, 'admin', 6 * 60_000);
    expect(await ask('commandDownload', old, await ASKED.commandDownload('production'))).toMatchObject(done);
    const downloadId = await stored('draft');
    const deletion = {
      environment: 'production',
      downloadId,
      command: { type: 'delete', confirmation: '4.1.0' },
    };
    const needed = { status: 200, body: { result: { ok: false, code: 'REAUTHENTICATION_NEEDED' } } };
    expect(await ask('commandDownload', old, deletion)).toMatchObject(needed);
    expect(await ask('commandDownload', await signedInAs(world, 'admin'), deletion)).toMatchObject(done);
  },
);

test(
  "a customer gets a link for what is theirs; somebody else's release id, an unknown one and a draft get one answer",
  GUARD,
  async () => {
    const downloadId = await stored('published');
    const draft = await stored('draft');
    await seedLicense(world, { status: 'active', customerId: 'customer-a' });
    await seedLicense(world, { status: 'active', customerId: 'customer-b', productId: 'acme-other' });
    const [mine, theirs] = [
      await signedInCustomer(world, 'customer-a'),
      await signedInCustomer(world, 'customer-b'),
    ];
    const link = (token: string | null, id: string, environment = 'production') =>
      ask('downloadLink', token, { environment, downloadId: id });

    const open = await link(mine, downloadId);
    expect(open).toMatchObject(done);
    const { url, goodUntil } = open.body['result'] as { url: string; goodUntil: string };
    expect(new URL(url).searchParams.get('X-Goog-Expires')).toBe('900');
    expect(new URL(url).searchParams.get('response-content-disposition')).toMatch(/^attachment; filename="/);
    expect(new Date(goodUntil).getTime() - Date.now()).toBeLessThanOrEqual(900_000);

    const before = withoutPeople(await everything(world));
    const unknown = await link(theirs, 'no-such-release');
    expect(unknown).toMatchObject({ status: 200, body: { result: { ok: false, code: 'NOT_FOUND' } } });
    for (const answer of [
      await link(theirs, downloadId),
      await link(mine, draft),
      await link(mine, downloadId, 'staging'),
      await link(mine, await stored('published', 'staging'), 'staging'),
    ]) {
      expect(answer.body).toEqual(unknown.body);
    }
    expect((await link(null, downloadId)).status).toBe(401);
    expect((await link(await signedInCustomer(world, 'nobody-yet'), downloadId)).body).toEqual(unknown.body);
    const after = withoutPeople(await everything(world)).split('\n');
    expect(after.filter((line) => !before.includes(line) && line.includes('download.fetched'))).toEqual([]);
  },
);

test('the list of a customer names their products only, and the console has none', GUARD, async () => {
  const shown = async (token: string) =>
    (await ask('ownDownloads', token, {})).body['result'] as {
      products: { productId: string; access: string }[];
    };
  await seedLicense(world, { status: 'revoked', customerId: 'customer-c' });
  const { products } = await shown(await signedInCustomer(world, 'customer-c'));
  expect(products).toMatchObject([{ productId: 'acme-editor', access: 'revoked', releases: [] }]);
  expect((await shown(await signedInCustomer(world, 'customer-d'))).products).toEqual([]);
  expect((await ask('ownDownloads', await signedInAs(world, 'owner'), {})).status).toBe(403);
  expect(
    (await ask('ownDownloads', await signedInCustomer(world, 'customer-d'), { customerId: 'customer-c' }))
      .status,
  ).toBe(400);
});

test('every role of the console may try a file; none of that is counted', GUARD, async () => {
  const downloadId = await stored('draft');
  for (const role of ['owner', 'operator', 'viewer'] as const) {
    const asked = { environment: 'production', downloadId };
    expect(await ask('downloadLink', await signedInAs(world, role), asked), role).toMatchObject(done);
  }
  const [found] = await world.store.getAll<Release>([downloadPath('production', downloadId)]);
  expect(found?.data?.downloads).toBe(0);
});

/** Signing people in writes their records and an event of it. */
function withoutPeople(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('users/') && !line.includes('user.access-changed'))
    .join('\n');
}
