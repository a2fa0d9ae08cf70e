import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { Channel, Release } from '@latchkey/domain/download/release';
import type { LicenseStatus } from '@latchkey/domain/license/license';
import { downloadPath, licensePath, productPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { commandProduct } from '@latchkey/functions/operations/catalog/commandProduct';
import type { Call } from '@latchkey/functions/operations/context';
import { commandDownload } from '@latchkey/functions/operations/download/commandDownload';
import { fetchDownload, tryDownload } from '@latchkey/functions/operations/download/fetchDownload';
import { finishUpload } from '@latchkey/functions/operations/download/finishUpload';
import { ownDownloads } from '@latchkey/functions/operations/download/ownDownloads';
import { createDownload, reopenUpload } from '@latchkey/functions/operations/download/startUpload';
import { drainOutbox } from '@latchkey/functions/operations/drainOutbox';
import { aProduct, CUSTOMER_A, CUSTOMER_B, DAY, HOUR } from '../../support/builders.ts';
import { documents } from '../../support/inventory.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';
import { noAccounts } from '../../support/noAccounts.ts';
import { seedCatalog, seedLicense } from '../../support/seedLicenses.ts';
import { newWorld } from '../../support/world.ts';

const ENV = 'production';
const world = newWorld('downloads');
const files = memoryFiles();
const admin = (): Call => ({ ...world.call(), files });
const portal = (customerId: string, now = new Date()): Call => ({
  ...world.call({ actor: { kind: 'customer', uid: customerId, customerId }, now }),
  files,
});
let productId: string;
let serial = 0;
beforeAll(async () => ({ productId } = await seedCatalog(world)));

/** A customer for one test, with a license in this state. */
async function customerWith(status: LicenseStatus, overrides: object = {}) {
  const customerId = `customer-${++serial}`;
  const license = await seedLicense(world, { status, customerId, ...overrides });
  return { customerId, license };
}
async function uploaded(channel: Channel = 'stable', bytes = 'the program'): Promise<string> {
  const facts = { version: `1.${++serial}.0`, channel, notes: 'Notes.' };
  const asked = { productId, facts, file: { fileName: 'Acme Editor.zip', size: bytes.length } };
  const open = await createDownload(admin(), ENV, asked, null);
  if (!open.ok) throw new Error(open.code);
  files.arrive(open.uploadUrl, bytes);
  expect(await finishUpload(admin(), ENV, open.downloadId, null)).toMatchObject({ ok: true });
  return open.downloadId;
}
async function published(): Promise<string> {
  const id = await uploaded();
  expect(await commandDownload(admin(), ENV, id, { type: 'publish' })).toEqual({ ok: true });
  return id;
}
async function release(id: string): Promise<Release | undefined> {
  return (await world.store.getAll<Release>([downloadPath(ENV, id)]))[0]?.data;
}
async function told(id: string): Promise<AuditEvent[]> {
  const found = await documents<AuditEvent>(world, 'audit', [['about', '==', `download/${id}`]]);
  return found.flatMap(({ data }) => data ?? []);
}
const NOT_YOURS = { ok: false, code: 'NOT_FOUND' };

describe('from the file to the customer', () => {
  test('a release goes its way, each step in one commit with one event, and stands in the portal once published', async () => {
    const { customerId } = await customerWith('assigned');
    const id = await uploaded('hotfix');
    const shown = async () =>
      (await ownDownloads(portal(customerId), customerId)).flatMap((one) => one.releases);
    expect((await shown()).map((one) => one.id)).not.toContain(id);
    await commandDownload(admin(), ENV, id, { type: 'publish' });
    const seen = (await shown()).find((one) => one.id === id);
    expect(seen).toMatchObject({
      channel: 'hotfix',
      fileName: 'Acme-Editor.zip',
      size: 11,
      sha256: createHash('sha256').update('the program').digest('hex'),
      notes: 'Notes.',
    });
    // Where the file lies and how often it was fetched is nobody's business there.
    expect(Object.keys(seen ?? {}).sort()).toEqual([
      'channel',
      'fileName',
      'id',
      'notes',
      'releasedAt',
      'sha256',
      'size',
      'version',
    ]);
    await commandDownload(admin(), ENV, id, { type: 'withdraw' });
    expect((await shown()).map((one) => one.id)).not.toContain(id);
    expect((await told(id)).map(({ action }) => action).sort()).toEqual([
      'download.created',
      'download.published',
      'download.uploaded',
      'download.withdrawn',
    ]);
  });

  test('an upload that broke off is no release: it is refused until the file is here, whole', async () => {
    const file = { fileName: 'x.zip', size: 11 };
    const facts = { version: '9.9.9', channel: 'beta', notes: '' } as const;
    const open = await createDownload(admin(), ENV, { productId, facts, file }, null);
    if (!open.ok) throw new Error(open.code);
    const id = open.downloadId;
    expect(await finishUpload(admin(), ENV, id, null)).toMatchObject({ code: 'UPLOAD_INCOMPLETE' });
    files.arrive(open.uploadUrl, 'half');
    expect(await finishUpload(admin(), ENV, id, null)).toMatchObject({ code: 'UPLOAD_INCOMPLETE' });
    expect(await commandDownload(admin(), ENV, id, { type: 'publish' })).toMatchObject({
      code: 'UPLOAD_UNFINISHED',
    });
    expect(await tryDownload(admin(), ENV, id)).toMatchObject({ code: 'UPLOAD_UNFINISHED' });
    // The next attempt goes to another place; what came of the first one is thrown away.
    const again = await reopenUpload(admin(), ENV, id, file, null);
    if (!again.ok) throw new Error(again.code);
    expect(again.uploadUrl).not.toBe(open.uploadUrl);
    files.arrive(again.uploadUrl, 'the program');
    expect(await finishUpload(admin(), ENV, id, 'f'.repeat(64))).toMatchObject({ code: 'CHECKSUM_MISMATCH' });
    expect(await finishUpload(admin(), ENV, id, null)).toMatchObject({ ok: true, size: 11 });
    expect(await reopenUpload(admin(), ENV, id, file, null)).toMatchObject({ code: 'ALREADY_UPLOADED' });
    await drain();
    expect(files.paths().map((path) => `memory:${path}`)).not.toContain(open.uploadUrl);
    expect(files.paths().map((path) => `memory:${path}`)).toContain(again.uploadUrl);
  });

  test('a deleted release takes its file along; its events stay', async () => {
    const id = await published();
    const path = (await release(id))?.objectPath ?? '';
    const { version } = (await release(id)) ?? { version: '' };
    expect(await commandDownload(admin(), ENV, id, { type: 'delete', confirmation: 'no' })).toMatchObject({
      code: 'CONFIRMATION_MISMATCH',
    });
    expect(files.paths()).toContain(path);
    expect(await commandDownload(admin(), ENV, id, { type: 'delete', confirmation: version })).toEqual({
      ok: true,
    });
    await drain();
    expect(await release(id)).toBeUndefined();
    expect(files.paths()).not.toContain(path);
    expect((await told(id)).map(({ action }) => action)).toContain('download.deleted');
  });

  async function drain(): Promise<void> {
    const call = { ...world.call({ actor: { kind: 'clock' } }), files };
    await drainOutbox(
      call,
      noAccounts,
      ENV,
      () => false,
      (error) => {
        throw error instanceof Error ? error : new Error('outbox work failed');
      },
    );
  }
});

describe('a click', () => {
  test('gives a link for fifteen minutes, is counted and on record with who and when, in one commit', async () => {
    const id = await published();
    const { customerId } = await customerWith('active');
    const now = new Date();
    const link = await fetchDownload(portal(customerId, now), ENV, id, customerId);
    expect(link).toMatchObject({ ok: true, fileName: 'Acme-Editor.zip' });
    if (link.ok) expect(link.goodUntil.getTime() - now.getTime()).toBe(15 * 60_000);
    const { objectPath: path, downloads, lastDownloadAt } = (await release(id)) ?? {};
    expect(files.links.at(-1)).toEqual({ path, fileName: 'Acme-Editor.zip', seconds: 900 });
    expect({ downloads, lastDownloadAt }).toEqual({ downloads: 1, lastDownloadAt: now });
    const [event] = (await told(id)).filter(({ action }) => action === 'download.fetched');
    expect(event).toMatchObject({ customerId, at: now, actor: { kind: 'customer', customerId } });
  });

  test('of thirty people at once: thirty links, thirty counted, thirty events', async () => {
    const id = await published();
    const { customerId } = await customerWith('active');
    const links = await Promise.all(
      Array.from({ length: 30 }, () => fetchDownload(portal(customerId), ENV, id, customerId)),
    );
    expect(links.every(({ ok }) => ok)).toBe(true);
    expect((await release(id))?.downloads).toBe(30);
    expect((await told(id)).filter(({ action }) => action === 'download.fetched')).toHaveLength(30);
  });

  test.each<[LicenseStatus, boolean]>([
    ['assigned', true],
    ['active', true],
    ['inactive', false],
    ['suspended', false],
    ['expired', false],
    ['revoked', false],
  ])('with a license that is %s: %s', async (status, open) => {
    const id = await published();
    const { customerId } = await customerWith(status);
    expect(await fetchDownload(portal(customerId), ENV, id, customerId)).toMatchObject(
      open ? { ok: true } : NOT_YOURS,
    );
    const products = await ownDownloads(portal(customerId), customerId);
    expect(products).toHaveLength(1);
    expect(products[0]?.access).toBe(open ? 'open' : status);
    expect(products[0]?.releases.some((one) => one.id === id)).toBe(open);
    expect((await release(id))?.downloads).toBe(open ? 1 : 0);
  });

  test('is refused by the clock, before any sweep, and in grace it is not', async () => {
    const id = await published();
    const due = await customerWith('active', { expiresAt: new Date(Date.now() - HOUR) });
    expect(await fetchDownload(portal(due.customerId), ENV, id, due.customerId)).toMatchObject(NOT_YOURS);
    const grace = await customerWith('active', { expiresAt: new Date(Date.now() - HOUR), graceDays: 1 });
    expect(await fetchDownload(portal(grace.customerId), ENV, id, grace.customerId)).toMatchObject({
      ok: true,
    });
    const later = new Date(Date.now() + DAY);
    expect(await fetchDownload(portal(grace.customerId, later), ENV, id, grace.customerId)).toMatchObject(
      NOT_YOURS,
    );
  });

  test('one living license among dead ones is enough', async () => {
    const id = await published();
    const { customerId } = await customerWith('revoked');
    await seedLicense(world, { status: 'expired', customerId });
    expect(await fetchDownload(portal(customerId), ENV, id, customerId)).toMatchObject(NOT_YOURS);
    await seedLicense(world, { status: 'assigned', customerId });
    expect(await fetchDownload(portal(customerId), ENV, id, customerId)).toMatchObject({ ok: true });
  });

  test("another customer's release, an unknown one, a draft and a withdrawn one: one and the same answer", async () => {
    const mine = await published();
    const draft = await uploaded();
    const withdrawn = await published();
    await commandDownload(admin(), ENV, withdrawn, { type: 'withdraw' });
    await world.store.commit([
      { kind: 'set', path: productPath(ENV, 'acme-other'), data: toStored(aProduct({ id: 'acme-other' })) },
    ]);
    const { customerId } = await customerWith('active', { productId: 'acme-other', productName: 'Other' });
    const owner = await customerWith('active');
    expect(await fetchDownload(portal(owner.customerId), ENV, mine, owner.customerId)).toMatchObject({
      ok: true,
    });
    const unknown = await fetchDownload(portal(customerId), ENV, 'no-such-release', customerId);
    expect(unknown).toMatchObject(NOT_YOURS);
    const before = files.links.length;
    for (const [who, id] of [
      [customerId, mine],
      [CUSTOMER_B.id, mine],
      [owner.customerId, draft],
      [owner.customerId, withdrawn],
    ] as const) {
      expect(await fetchDownload(portal(who), ENV, id, who)).toEqual(unknown);
    }
    // The same id in another environment is another release, which is not there.
    expect(await fetchDownload(portal(owner.customerId), 'staging', mine, owner.customerId)).toEqual(unknown);
    expect(files.links).toHaveLength(before);
    expect((await release(mine))?.downloads).toBe(1);
  });

  test('a link does not outrun a revocation that happens meanwhile', async () => {
    const id = await published();
    const { customerId, license } = await customerWith('active');
    const call = portal(customerId);
    const path = licensePath(ENV, license.id);
    const slow = {
      ...files,
      link: async (...asked: Parameters<typeof files.link>) => {
        const address = await files.link(...asked);
        await world.store.commit([{ kind: 'update', path, data: { status: 'revoked' } }]);
        return address;
      },
    };
    expect(await fetchDownload({ ...call, files: slow }, ENV, id, customerId)).toMatchObject(NOT_YOURS);
    expect((await release(id))?.downloads).toBe(0);
  });

  test('of the console is on record and not counted', async () => {
    const id = await uploaded();
    expect(await tryDownload(admin(), ENV, id)).toMatchObject({ ok: true });
    expect((await release(id))?.downloads).toBe(0);
    const [event] = (await told(id)).filter(({ action }) => action === 'download.fetched');
    expect(event).toMatchObject({ customerId: null, actor: { kind: 'person' } });
  });
});

describe('the product', () => {
  test('that offers no downloads hides them all and opens none', async () => {
    const other = newWorld('downloads-off');
    await seedCatalog(other);
    const product = productPath(ENV, 'acme-editor');
    const { customerId } = { customerId: CUSTOMER_A.id };
    await seedLicense(other, { status: 'active' });
    const call = { ...other.call({ actor: { kind: 'customer', uid: 'u', customerId } }), files };
    const asked = {
      productId: 'acme-editor',
      facts: { version: '1.0', channel: 'stable', notes: '' },
      file: { fileName: 'a.zip', size: 3 },
    } as const;
    const open = await createDownload({ ...other.call(), files }, ENV, asked, null);
    if (!open.ok) throw new Error(open.code);
    files.arrive(open.uploadUrl, 'abc');
    const id = open.downloadId;
    await finishUpload({ ...other.call(), files }, ENV, id, null);
    await commandDownload({ ...other.call(), files }, ENV, id, { type: 'publish' });
    expect(await fetchDownload(call, ENV, id, customerId)).toMatchObject({ ok: true });
    await other.store.commit([{ kind: 'update', path: product, data: { downloadsAllowed: false } }]);
    expect(await fetchDownload(call, ENV, id, customerId)).toMatchObject(NOT_YOURS);
    expect(await ownDownloads(call, customerId)).toMatchObject([{ access: 'not-offered', releases: [] }]);
  });

  test('is not deleted while it has releases, and is afterwards', async () => {
    const product = aProduct({ id: 'acme-gone', status: 'inactive' });
    await world.store.commit([{ kind: 'set', path: productPath(ENV, product.id), data: toStored(product) }]);
    const facts = { version: '1.0', channel: 'stable', notes: '' } as const;
    const file = { fileName: 'a.zip', size: 3 };
    const open = await createDownload(admin(), ENV, { productId: product.id, facts, file }, null);
    if (!open.ok) throw new Error(open.code);
    const remove = () =>
      commandProduct(admin(), ENV, product.id, { type: 'delete', confirmation: product.id });
    expect(await remove()).toMatchObject({ ok: false, code: 'PRODUCT_HAS_DOWNLOADS' });
    expect(await commandDownload(admin(), ENV, open.downloadId, { type: 'discard' })).toEqual({ ok: true });
    expect(await remove()).toMatchObject({ ok: true });
    expect(await createDownload(admin(), ENV, { productId: product.id, facts, file }, null)).toMatchObject({
      code: 'PRODUCT_NOT_FOUND',
    });
  });
});
