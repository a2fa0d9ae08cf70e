import { abuseCasePath, downloadPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCase } from '../../support/abuse.ts';
import { readLicense } from '../../support/inventory.ts';
import type { Ask } from '../../support/manage.ts';
import { aManageKey, manageIn } from '../../support/manage.ts';
import { aRelease } from '../../support/releases.ts';
import { seedCatalog, seedLicense, seedWithDevices } from '../../support/seedLicenses.ts';
import { newWorld } from '../../support/world.ts';

const world = newWorld('manage-scope');
const ask: Ask = manageIn(world);
let sources: { productId: string; generatorId: string };
beforeAll(async () => {
  sources = await seedCatalog(world);
});

describe('a key that is limited to products', () => {
  test('sees, changes and counts nothing of others', async () => {
    const { key: limited } = await aManageKey(world, { productIds: [sources.productId] });
    const mine = await seedLicense(world, { productId: sources.productId });
    const other = await seedLicense(world, { productId: 'other-product' });
    expect((await ask('GET', `/licenses/${mine.id}`, { key: limited })).status).toBe(200);
    expect((await ask('GET', `/licenses/${other.id}`, { key: limited })).status).toBe(404);
    const body = { publicReason: 'because', note: null };
    expect((await ask('POST', `/licenses/${other.id}/revoke`, { key: limited, body })).status).toBe(404);
    expect((await readLicense(world, other.id))?.status).toBe(other.status);
    const list = await ask('GET', '/licenses?limit=100', { key: limited });
    const products = (list.body['items'] as { product: { id: string } }[]).map(({ product }) => product.id);
    expect(new Set(products)).toEqual(new Set([sources.productId]));
    expect((await ask('GET', '/licenses?productId=other-product', { key: limited })).body['code']).toBe(
      'OUT_OF_SCOPE',
    );
    for (const path of ['/customers', '/audit', '/jobs', '/settings', '/contracts']) {
      expect((await ask('GET', path, { key: limited })).body['code']).toBe('OUT_OF_SCOPE');
    }
    const selection = { by: 'ids', ids: [mine.id, other.id] };
    const bulk = { command: { type: 'reactivate' }, selection };
    expect((await ask('POST', '/licenses/bulk-command', { key: limited, body: bulk })).status).toBe(404);
  });

  test('takes no device, release, case or count of another product for its own', async () => {
    const { key: limited } = await aManageKey(world, { productIds: ['other-product'] });
    const { key: wide } = await aManageKey(world);
    const { license, devices } = await seedWithDevices(world, 1, { productId: sources.productId });
    const [downloadId, caseId] = [world.tools.newId(), world.tools.newId()];
    const release = aRelease({ id: downloadId, productId: sources.productId });
    await world.store.commit([
      { kind: 'set', path: downloadPath('production', downloadId), data: toStored(release) },
      { kind: 'set', path: abuseCasePath('production', caseId), data: aCase(license, []) },
    ]);
    const activationIds = devices.map(({ id }) => id);
    const asked: [string, string, object?][] = [
      ['GET', `/downloads/${downloadId}`],
      ['POST', `/downloads/${downloadId}/link`],
      ['POST', `/downloads/${downloadId}/withdraw`],
      ['GET', `/abuse-cases/${caseId}`],
      ['POST', `/abuse-cases/${caseId}/take`],
      ['POST', `/licenses/${license.id}/offline-file`, {}],
      ['POST', '/activations/bulk-deactivate', { activationIds }],
      ['GET', `/products/${sources.productId}/license-counts`],
    ];
    for (const [method, path, body] of asked) {
      expect((await ask(method, path, { key: limited, body })).status, path).toBe(404);
      expect((await ask(method, path, { key: wide, body })).status, path).toBe(200);
    }
    for (const path of ['/licenses/count', `/licenses/count?productId=${sources.productId}`]) {
      expect((await ask('GET', path, { key: limited })).body['code']).toBe('OUT_OF_SCOPE');
    }
    for (const path of ['/downloads', '/abuse-cases']) {
      expect((await ask('GET', path, { key: limited })).body['items']).toEqual([]);
      expect((await ask('GET', path, { key: wide })).body['items']).toHaveLength(1);
    }
    for (const path of ['/webhooks', '/deliveries', '/mails', '/figures']) {
      expect((await ask('GET', path, { key: limited })).body['code']).toBe('OUT_OF_SCOPE');
    }
  });
});
