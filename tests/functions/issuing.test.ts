import { expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { License } from '@latchkey/domain/license/license';
import type { AskedLicense } from '@latchkey/functions/operations/issueLicense';
import { issueLicense } from '@latchkey/functions/operations/issueLicense';
import { renewLicense } from '@latchkey/functions/operations/renewLicense';
import { aGenerator, DAY, later } from '../support/builders.ts';
import { documents, everything, historyOf, readLicense } from '../support/inventory.ts';
import { aKey, seedCatalog, seedLicense } from '../support/seedLicenses.ts';
import { atOnce } from '../support/software.ts';
import type { World } from '../support/world.ts';
import { newWorld } from '../support/world.ts';
import { generatorPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';

const GUARD = { timeout: 60_000 };

async function prepared(name: string): Promise<{ world: World; order: AskedLicense }> {
  const world = newWorld(name);
  const sources = await seedCatalog(world);
  return { world, order: { environment: 'production', ...sources, customer: null } };
}

test('a key given 50 times at once is one license; the others hear that it is taken', GUARD, async () => {
  const { world, order } = await prepared('taken');
  const key = aKey();
  // The index folds: another spelling is the same key.
  const spellings = [key, key.toUpperCase(), key.replaceAll('-', '')];
  const answers = await atOnce(50, (index) =>
    issueLicense(world.call(), { ...order, key: spellings[index % 3] ?? key }),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
  expect(codes).toEqual(Array(49).fill('KEY_TAKEN'));
  expect(await documents(world, 'licenses')).toHaveLength(1);
  expect(await documents(world, 'licenseKeys')).toHaveLength(1);
  expect(await documents(world, 'audit')).toHaveLength(1);
});

test('the same key is free in another environment', async () => {
  const { world, order } = await prepared('places');
  const key = aKey();
  expect(await issueLicense(world.call(), { ...order, key })).toMatchObject({ ok: true });
  expect(await issueLicense(world.call(), { ...order, key, environment: 'staging' })).toMatchObject({
    ok: true,
  });
  expect(await issueLicense(world.call(), { ...order, key })).toMatchObject({ code: 'KEY_TAKEN' });
});

test('a drawn key that is taken is drawn again', GUARD, async () => {
  const { world, order } = await prepared('draws');
  const format = { type: 'custom', pattern: 'KEY-#-OF-TEN', charset: '0123456789' } as const;
  const narrow = aGenerator({ id: 'narrow', format });
  const path = generatorPath('production', narrow.id);
  await world.store.commit([{ kind: 'set', path, data: toStored(narrow) }]);
  const answers = await atOnce(8, () => issueLicense(world.call(), { ...order, generatorId: narrow.id }));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const keys = (await documents<License>(world, 'licenses')).map(({ data }) => data?.key);
  expect(new Set(keys).size).toBe(8);
});

test('a customer whom 20 licenses name for the first time at once is made once', GUARD, async () => {
  const { world, order } = await prepared('customers');
  const spellings = ['New@Example.com', ' new@example.com', 'NEW@EXAMPLE.COM'];
  const answers = await atOnce(20, (index) =>
    issueLicense(world.call(), {
      ...order,
      customer: { email: spellings[index % 3] ?? '', name: `Name ${index}` },
    }),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const customers = await documents<{ email: string; name: string }>(world, 'customers');
  expect(customers).toHaveLength(1);
  expect(customers[0]?.data?.email).toBe('new@example.com');
  const licenses = await documents<License>(world, 'licenses');
  expect(new Set(licenses.map(({ data }) => data?.customerId))).toEqual(new Set([customers[0]?.id]));
  expect(new Set(licenses.map(({ data }) => data?.customerName))).toEqual(
    new Set([customers[0]?.data?.name]),
  );
  const events = await documents<AuditEvent>(world, 'audit', [['action', '==', 'customer.created']]);
  expect(events).toHaveLength(1);
  expect(await documents(world, 'outbox')).toHaveLength(1);
});

test('a refused order leaves nothing, not even its customer', async () => {
  const { world, order } = await prepared('refused-orders');
  const before = await everything(world);
  const customer = { email: 'nobody@example.com', name: null };
  const orders: [string, Partial<AskedLicense>][] = [
    ['PRODUCT_NOT_FOUND', { productId: 'none' }],
    ['GENERATOR_NOT_FOUND', { generatorId: 'none' }],
    ['LIMIT_OUT_OF_RANGE', { activationLimit: 0 }],
    ['EXPIRY_NOT_FUTURE', { expiresAt: later(-DAY, new Date()) }],
    ['METADATA_TOO_LARGE', { metadata: { text: 'x'.repeat(11_000) } }],
  ];
  for (const [code, change] of orders) {
    const answer = await issueLicense(world.call(), { ...order, customer, ...change });
    expect(answer).toMatchObject({ ok: false, code });
  }
  expect(await everything(world)).toBe(before);
});

test('a license renewed 10 times at once has one successor, and each names the other', GUARD, async () => {
  const { world } = await prepared('renewals');
  const { id } = await seedLicense(world, { status: 'expired', expiresAt: later(-DAY, new Date()) });
  const expiresAt = later(300 * DAY, new Date());
  const answers = await atOnce(10, () => renewLicense(world.call(), 'production', id, expiresAt));
  const made = answers.flatMap((answer) => (answer.ok ? [answer.renewedToId] : []));
  expect(made).toHaveLength(1);
  const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
  expect(codes).toEqual(Array(9).fill('ALREADY_RENEWED'));
  expect(await readLicense(world, id)).toMatchObject({ status: 'expired', renewedToId: made[0] });
  expect(await readLicense(world, made[0] ?? '')).toMatchObject({
    renewedFromId: id,
    expiresAt,
    activationCount: 0,
  });
  expect(await documents(world, 'licenses')).toHaveLength(2);
  expect((await historyOf(world, id)).map(({ action }) => action)).toEqual(['license.renewed']);
});

test('a license that runs is not renewed', async () => {
  const { world } = await prepared('running');
  const { id } = await seedLicense(world);
  const before = await everything(world);
  const answer = await renewLicense(world.call(), 'production', id, undefined);
  expect(answer).toMatchObject({ ok: false, code: 'CANNOT_RENEW' });
  expect(await everything(world)).toBe(before);
});
