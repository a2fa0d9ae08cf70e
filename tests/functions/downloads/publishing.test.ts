import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { productPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { commandProduct } from '@latchkey/functions/operations/catalog/commandProduct';
import { commandDownload } from '@latchkey/functions/operations/download/commandDownload';
import { fetchDownload, tryDownload } from '@latchkey/functions/operations/download/fetchDownload';
import { finishUpload } from '@latchkey/functions/operations/download/finishUpload';
import { ownDownloads } from '@latchkey/functions/operations/download/ownDownloads';
import { createDownload, reopenUpload } from '@latchkey/functions/operations/download/startUpload';
import { drainOutbox } from '@latchkey/functions/operations/drainOutbox';
import { aProduct, CUSTOMER_A } from '../../support/builders.ts';
import { noAccounts } from '../../support/noAccounts.ts';
import { NOT_YOURS, releaseWorld } from '../../support/releaseWorld.ts';
import { seedCatalog, seedLicense } from '../../support/seedLicenses.ts';
import { newWorld } from '../../support/world.ts';

const ENV = 'production';
const { world, files, productId, admin, portal, customerWith, uploaded, published, release, told } =
  releaseWorld('publishing');
beforeAll(async () => {
  expect(await seedCatalog(world)).toMatchObject({ productId });
});

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
