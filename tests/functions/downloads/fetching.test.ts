import { beforeAll, describe, expect, test } from 'vitest';
import type { LicenseStatus } from '@latchkey/domain/license/license';
import { licensePath, productPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { commandDownload } from '@latchkey/functions/operations/download/commandDownload';
import { fetchDownload, tryDownload } from '@latchkey/functions/operations/download/fetchDownload';
import { ownDownloads } from '@latchkey/functions/operations/download/ownDownloads';
import { aProduct, CUSTOMER_B, DAY, HOUR } from '../../support/builders.ts';
import { NOT_YOURS, releaseWorld } from '../../support/releaseWorld.ts';
import { seedCatalog, seedLicense } from '../../support/seedLicenses.ts';

const ENV = 'production';
const { world, files, productId, admin, portal, customerWith, uploaded, published, release, told } =
  releaseWorld('fetching');
beforeAll(async () => {
  expect(await seedCatalog(world)).toMatchObject({ productId });
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
