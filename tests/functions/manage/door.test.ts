import { apiKeyPath } from '@latchkey/functions/firestore/collections';
import { keyLimits } from '@latchkey/functions/manage/keyLimits';
import { commandApiKey } from '@latchkey/functions/operations/apiKey/commandApiKey';
import type { ApiKey } from '@latchkey/domain/apiKey/apiKey';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLicense } from '../../support/inventory.ts';
import type { Ask } from '../../support/manage.ts';
import { aManageKey, manageIn } from '../../support/manage.ts';
import { seedCatalog, seedLicense, seedLicenses } from '../../support/seedLicenses.ts';
import { newWorld } from '../../support/world.ts';

const world = newWorld('manage-door');
const ask: Ask = manageIn(world);
let key: string;
let apiKeyId: string;
beforeAll(async () => {
  await seedCatalog(world);
  ({ key, apiKeyId } = await aManageKey(world));
});

const command = (id: string, asked: Parameters<typeof commandApiKey>[3]) =>
  commandApiKey(world.call(), 'production', id, asked);
const status = async (by: string, address?: string) =>
  (await ask('GET', '/products', { key: by, ...(address !== undefined && { address }) })).status;

describe('an API key', () => {
  test('is kept as a hash, and nowhere else', async () => {
    for (const collection of ['apiKeys', 'audit']) {
      const found = await world.store.query<object>({
        parent: 'environments/production',
        collection,
        limit: 500,
      });
      expect(found.length).toBeGreaterThan(0);
      expect(JSON.stringify(found)).not.toContain(key.slice(-40));
    }
    expect(key).toMatch(/^lkm_production_[A-Za-z0-9]{40}$/);
  });
  test('goes on beside its successor as long as was said, and no longer', async () => {
    const first = await aManageKey(world);
    const next = await command(first.apiKeyId, { type: 'rotate', overlapHours: 1 });
    const fresh = next.ok ? (next.key ?? '') : '';
    expect([await status(first.key), await status(fresh)]).toEqual([200, 200]);
    const last = await command(first.apiKeyId, { type: 'rotate', overlapHours: 0 });
    expect([
      await status(first.key),
      await status(fresh),
      await status(last.ok ? (last.key ?? '') : ''),
    ]).toEqual([401, 401, 200]);
  });
  test('ends with its revocation', async () => {
    const made = await aManageKey(world);
    expect(await status(made.key)).toBe(200);
    await command(made.apiKeyId, { type: 'revoke' });
    expect(await status(made.key)).toBe(401);
  });
  test('ends with its date', async () => {
    const soon = await aManageKey(world, { expiresAt: new Date(Date.now() + 1_500) });
    expect(await status(soon.key)).toBe(200);
    await expect.poll(() => status(soon.key), { timeout: 10_000 }).toBe(401);
  });
  test('works from its addresses only', async () => {
    const made = await aManageKey(world, { addresses: ['203.0.113.0/24', '2001:db8:1::/48'] });
    expect(await status(made.key, '203.0.113.9')).toBe(200);
    expect(await status(made.key, '2001:db8:1:2::/64')).toBe(200);
    expect(await status(made.key, '203.0.114.9')).toBe(403);
    expect(await status(made.key, '2001:db8:2:2::/64')).toBe(403);
  });
  test('works in its environment only, and nothing of another is there for it', async () => {
    const staging = await aManageKey(world, {}, 'staging');
    const { id } = await seedLicense(world);
    expect((await ask('GET', `/licenses/${id}`, { key: staging.key })).status).toBe(404);
    expect((await ask('GET', `/licenses/${id}`, { key })).status).toBe(200);
    expect(await status(staging.key.replace('staging', 'production'))).toBe(401);
  });
  test('is noted as used, once an hour', async () => {
    const made = await aManageKey(world);
    const used = async () => {
      const [found] = await world.store.getAll<ApiKey>([apiKeyPath('production', made.apiKeyId)]);
      return found?.data?.lastUsedAt?.getTime() ?? null;
    };
    expect(await used()).toBeNull();
    await status(made.key);
    await expect.poll(used).not.toBeNull();
    const first = await used();
    await status(made.key);
    expect(await used()).toBe(first);
  });
  test('names itself in the audit log', async () => {
    const { id } = await seedLicense(world);
    await ask('PATCH', `/licenses/${id}`, { key, body: { activationLimit: 9 } });
    const events = await ask('GET', `/audit?licenseId=${id}`, { key });
    expect(events.body['items']).toMatchObject([
      { action: 'license.edited', actor: { kind: 'api-key', keyId: apiKeyId, name: 'Web shop' } },
    ]);
  });
});

describe('whole license keys', () => {
  test('are told with keys.read, and without it nowhere', async () => {
    const license = await seedLicense(world);
    const { key: blind } = await aManageKey(world, { permissions: ['console.read'] });
    expect((await ask('GET', `/licenses/${license.id}`, { key })).body['key']).toBe(license.key);
    expect((await ask('GET', `/licenses/${license.id}`, { key: blind })).body['key']).toBeNull();
    expect((await ask('GET', '/licenses?limit=100', { key })).text).not.toContain(license.key);
  });
});

describe('an edit', () => {
  test('on what has changed since is refused with 412 and changes nothing; on what was read it goes through', async () => {
    const { id } = await seedLicense(world);
    const edit = (etag: string, activationLimit: number) =>
      ask('PATCH', `/licenses/${id}`, { key, body: { activationLimit }, headers: { 'if-match': etag } });
    const read = await ask('GET', `/licenses/${id}`, { key });
    const etag = read.headers.get('etag') ?? '';
    const first = await edit(etag, 20);
    expect(first.status).toBe(200);
    const late = await edit(etag, 30);
    expect(late).toMatchObject({ status: 412, body: { code: 'CHANGED_MEANWHILE' } });
    expect((await readLicense(world, id))?.activationLimit).toBe(20);
    expect((await edit(first.headers.get('etag') ?? '', 30)).status).toBe(200);
    expect((await edit('*', 31)).status).toBe(200);
    expect((await edit('"somebody-elses"', 32)).status).toBe(412);
    expect((await edit('nonsense', 32)).status).toBe(400);
  });
});

describe('a list', () => {
  test('goes on by opaque cursors and shows every record once', async () => {
    const { key: own } = await aManageKey(world, { productIds: ['paged'] });
    const seeded = await seedLicenses(world, 25, () => ({ productId: 'paged' }));
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await ask('GET', `/licenses?limit=10${cursor}`, { key: own });
      const { items, next } = page.body as { items: { id: string }[]; next: string | null };
      expect(items.length).toBeLessThanOrEqual(10);
      seen.push(...items.map(({ id }) => id));
      cursor = next === null ? '' : `&cursor=${next}`;
    } while (cursor !== '' && seen.length < 100);
    expect(seen.toSorted()).toEqual(seeded.map(({ id }) => id).toSorted());
    for (const wrong of ['junk', 'LTE', Buffer.from('../../x').toString('base64url')]) {
      expect((await ask('GET', `/licenses?cursor=${wrong}`, { key: own })).status).toBe(400);
    }
  });
});

test('a key is held to its rate, and every answer says how it stands', async () => {
  const limited = manageIn(world, keyLimits());
  const { key: slow } = await aManageKey(world, { perMinute: 2 });
  const answers = [];
  for (let n = 0; n < 3; n++) answers.push(await limited('GET', '/products', { key: slow }));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 429]);
  expect(answers[0]?.headers.get('ratelimit')).toMatch(/^"apiKey";r=1;t=\d+$/);
  expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"apiKey";q=2;w=60');
  expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await limited('GET', '/products', { key })).status).toBe(200);
});
