import { createHash, createSign, createVerify, generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachment } from '@latchkey/domain/download/fileName';
import { signedUrl, type LinkSigner } from '@latchkey/functions/crypto/signedUrl';
import { bucketFiles } from '@latchkey/functions/storage/bucketFiles';
import { filePlace } from '@latchkey/functions/storage/place';
import { startFileGate } from '../../../scripts/stack/files/gate.ts';
import { newLocalSigner } from '../../../scripts/stack/files/localSigner.ts';
import { startStorage, type StorageServer } from '../../support/storageServer.ts';

const NOW = new Date('2026-03-04T05:06:07.890Z');
const ACCOUNT = 'signer@demo-latchkey.iam.gserviceaccount.com';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const signer: LinkSigner = {
  account: async () => ACCOUNT,
  sign: async (text) => createSign('RSA-SHA256').update(text).sign(privateKey),
};
const TARGET = {
  origin: 'https://storage.googleapis.com',
  bucket: 'demo-latchkey.appspot.com',
  object: 'releases/production/abcDEF123',
  expiresIn: 900,
  disposition: attachment('acme-editor-4.1.0.tar.gz'),
};

describe('a V4 signed address', () => {
  test("is letter by letter the one that Google's own library makes", async () => {
    const require = createRequire(import.meta.resolve('firebase-admin/storage'));
    const { Storage } = require('@google-cloud/storage') as typeof import('@google-cloud/storage');
    const credentials = { client_email: ACCOUNT, private_key: PEM };
    const storage = new Storage({ projectId: 'demo-latchkey', credentials });
    // The library signs nothing that lies in the past.
    const now = new Date();
    for (const object of [TARGET.object, "a b/ü'()*!~/c+d", 'x']) {
      const [theirs] = await storage
        .bucket(TARGET.bucket)
        .file(object)
        .getSignedUrl({
          version: 'v4',
          action: 'read',
          accessibleAt: now,
          expires: now.getTime() + 900_000,
          queryParams: { 'response-content-disposition': TARGET.disposition },
        });
      expect(await signedUrl(signer, { ...TARGET, object }, now)).toBe(theirs);
    }
  });

  test('verifies under the public key, lives 900 seconds, and has its disposition among what is signed', async () => {
    const url = new URL(await signedUrl(signer, TARGET, NOW));
    const parameters = Object.fromEntries(url.searchParams);
    expect(parameters).toMatchObject({
      'X-Goog-Algorithm': 'GOOG4-RSA-SHA256',
      'X-Goog-Credential': `${ACCOUNT}/20260304/auto/storage/goog4_request`,
      'X-Goog-Date': '20260304T050607Z',
      'X-Goog-Expires': '900',
      'X-Goog-SignedHeaders': 'host',
      'response-content-disposition': 'attachment; filename="acme-editor-4.1.0.tar.gz"',
    });
    const query = url.search.slice(1).replace(/&X-Goog-Signature=.*/, '');
    const request = `GET\n${url.pathname}\n${query}\nhost:storage.googleapis.com\n\nhost\nUNSIGNED-PAYLOAD`;
    const digest = createHash('sha256').update(request).digest('hex');
    const scope = '20260304/auto/storage/goog4_request';
    const signed = `GOOG4-RSA-SHA256\n20260304T050607Z\n${scope}\n${digest}`;
    const signature = Buffer.from(parameters['X-Goog-Signature'] ?? '', 'hex');
    expect(createVerify('RSA-SHA256').update(signed).verify(publicKey, signature)).toBe(true);
    expect(createVerify('RSA-SHA256').update(`${signed} `).verify(publicKey, signature)).toBe(false);
  });

  test.each([0, -1, 1.5, 604_801, Number.NaN])('is not made for %s seconds', async (expiresIn) => {
    await expect(signedUrl(signer, { ...TARGET, expiresIn }, NOW)).rejects.toThrow(RangeError);
  });
});

describe('the gate of the local stack', () => {
  const issuer = newLocalSigner('demo-latchkey');
  let storage: StorageServer;
  let gate: Awaited<ReturnType<typeof startFileGate>>;
  let clock = NOW;
  beforeAll(async () => {
    storage = await startStorage();
    gate = await startFileGate({ port: 0, storage: storage.host, issuer, clock: () => clock });
    storage.files.set('releases/production/x', Buffer.from('the program'));
  });
  afterAll(() => Promise.all([gate.close(), storage.close()]));

  /** The product's own links, with the stack's environment. */
  const files = () =>
    bucketFiles(() =>
      filePlace({
        FIREBASE_STORAGE_EMULATOR_HOST: storage.host,
        LATCHKEY_FILE_GATE: `http://127.0.0.1:${gate.port}`,
        LATCHKEY_DOWNLOADS_BUCKET: 'bucket',
        LATCHKEY_LOCAL_SIGNER: issuer.variable,
      }),
    );
  const link = (path = 'releases/production/x') =>
    files().link(path, { fileName: 'Acme Editor.zip', seconds: 900, now: NOW });
  async function open(address: string, at = NOW): Promise<Response> {
    clock = at;
    return fetch(address);
  }

  test('hands the file to whoever has the link, as a download under its safe name', async () => {
    const answer = await open(await link());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="Acme-Editor.zip"');
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe('the program');
  });
  test('for fifteen minutes and not a second longer', async () => {
    const address = await link();
    expect((await open(address, new Date(NOW.getTime() + 899_000))).status).toBe(200);
    expect((await open(address, new Date(NOW.getTime() + 901_000))).status).toBe(400);
  });
  test('and to nobody whose link is another than the one that was signed', async () => {
    const address = await link();
    const changed: readonly [what: string, address: string][] = [
      ['no signature', address.replace(/&X-Goog-Signature=.*/, '')],
      ['nothing but the path', address.replace(/\?.*/, '')],
      ['another object', address.replace('releases/production/x', 'releases/production/y')],
      ['a longer life', address.replace('X-Goog-Expires=900', 'X-Goog-Expires=9000')],
      ['a later date', address.replace(/X-Goog-Date=\d{8}/, 'X-Goog-Date=20260305')],
      ['another name', address.replace('Acme-Editor.zip', 'Acme-Editor.exe')],
      ['shown instead of saved', address.replace('attachment', 'inline')],
      ['one more parameter', `${address}&response-content-type=text%2Fhtml`],
      ['another account', address.replace('local-signer', 'other-signer')],
      ['a broken signature', address.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ];
    for (const [what, other] of changed) {
      expect(other, what).not.toBe(address);
      expect((await open(other)).status, what).toBe(403);
    }
    expect((await fetch(address, { method: 'DELETE' })).status).toBe(403);
  });
  test('nor to somebody who signs with a key of their own', async () => {
    const origin = `http://127.0.0.1:${gate.port}`;
    const own = { ...signer, account: async () => issuer.account };
    expect((await open(await signedUrl(own, { ...TARGET, origin }, NOW))).status).toBe(403);
  });

  test('an upload is opened for the page that asked and its size, and never over something that is there', async () => {
    const room = files();
    const address = await room.openUpload('releases/production/new', {
      size: 5,
      origin: 'http://app.example',
    });
    const opened = storage.asked.findLast(({ method }) => method === 'POST');
    expect(opened?.headers).toMatchObject({
      authorization: 'Bearer owner',
      origin: 'http://app.example',
      'x-upload-content-length': '5',
      'x-upload-content-type': 'application/octet-stream',
    });
    expect(opened?.url.searchParams.get('ifGenerationMatch')).toBe('0');
    expect(await room.examine('releases/production/new')).toBeNull();
    await fetch(address, { method: 'PUT', body: 'bytes' });
    const sha256 = createHash('sha256').update('bytes').digest('hex');
    expect(await room.examine('releases/production/new')).toEqual({ size: 5, sha256 });
    await room.remove('releases/production/new');
    await room.remove('releases/production/new');
    expect(await room.examine('releases/production/new')).toBeNull();
  });
});

test('without its settings the file storage says which one is missing, and shows no secret', () => {
  const emulator = { FIREBASE_STORAGE_EMULATOR_HOST: '127.0.0.1:1', LATCHKEY_DOWNLOADS_BUCKET: 'b' };
  expect(() => filePlace({})).toThrow('LATCHKEY_DOWNLOADS_BUCKET');
  expect(() => filePlace(emulator)).toThrow('LATCHKEY_FILE_GATE');
  const place = filePlace({
    ...emulator,
    LATCHKEY_FILE_GATE: 'http://x',
    LATCHKEY_LOCAL_SIGNER: '{"privateKey":"hush"}',
  });
  expect(() => place.signer).toThrow(/^LATCHKEY_LOCAL_SIGNER needs/);
  const deployed = { FIREBASE_CONFIG: '{"storageBucket":"shop.firebasestorage.app"}' };
  expect(filePlace(deployed)).toMatchObject({
    bucket: 'shop.firebasestorage.app',
    links: 'https://storage.googleapis.com',
  });
});
