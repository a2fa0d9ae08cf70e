import { describe, expect, test } from 'vitest';
import type { OutboxEntry } from '@latchkey/domain/outbox/entry';
import { outboxPath } from '@latchkey/functions/firestore/collections';
import type { Accounts } from '@latchkey/functions/operations/accounts';
import { drainOutbox } from '@latchkey/functions/operations/drainOutbox';
import { issueLicense } from '@latchkey/functions/operations/issueLicense';
import { HOUR, later, SECOND } from '../support/builders.ts';
import { documents } from '../support/inventory.ts';
import { noAccounts } from '../support/noAccounts.ts';
import { seedCatalog } from '../support/seedLicenses.ts';
import type { World } from '../support/world.ts';
import { CLOCK, newWorld } from '../support/world.ts';

const NOW = new Date('2026-06-01T00:00:00.000Z');
const broken: Accounts = { ...noAccounts, ensure: () => Promise.reject(new Error('accounts are down')) };

function drain(world: World, accounts: Accounts, now: Date) {
  const reported: string[] = [];
  const report = (_: unknown, work: string): void => void reported.push(work);
  const call = world.call({ actor: CLOCK, now });
  return drainOutbox(call, accounts, 'production', () => false, report).then((result) => ({
    ...result,
    reported,
  }));
}

const left = async (world: World): Promise<(OutboxEntry | undefined)[]> =>
  (await documents<OutboxEntry>(world, 'outbox')).map(({ data }) => data);

/** A license for a new customer, which leaves an account to be made. */
async function newCustomer(world: World): Promise<void> {
  const sources = await seedCatalog(world);
  const asked = {
    environment: 'production' as const,
    ...sources,
    customer: { email: 'New@Example.com', name: 'New' },
  };
  expect(await issueLicense(world.call({ now: NOW }), asked)).toMatchObject({ ok: true });
}

describe('work that fails', () => {
  test('is kept, waits twice as long each time but never more than an hour, and is done in the end', async () => {
    const world = newWorld('backoff');
    await newCustomer(world);
    let now = NOW;
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 14; attempt++) {
      expect(await drain(world, broken, now)).toEqual({
        done: 0,
        failed: 1,
        reported: ['customer-invitation'],
      });
      const [entry] = await left(world);
      expect(entry?.attempts).toBe(attempt);
      const next = entry?.notBefore ?? now;
      waits.push((next.getTime() - now.getTime()) / SECOND);
      // A moment too early nothing happens.
      expect(await drain(world, broken, later(-1, next))).toMatchObject({ done: 0, failed: 0 });
      now = next;
    }
    expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8]);
    expect(Math.max(...waits)).toBe(HOUR / SECOND);
    expect(await drain(world, noAccounts, now)).toMatchObject({ done: 1, failed: 0 });
    expect(await left(world)).toEqual([]);
  });

  test('keeps nothing else from being done', async () => {
    const world = newWorld('others');
    await newCustomer(world);
    const work = { kind: 'devices', licenseId: 'gone' } as const;
    const entry: OutboxEntry = { work, createdAt: NOW, notBefore: NOW, attempts: 0 };
    await world.store.commit(
      Array.from({ length: 120 }, (_, index) => ({
        kind: 'set',
        path: outboxPath('production', `work-${index}`),
        data: entry,
      })),
    );
    expect(await drain(world, broken, NOW)).toMatchObject({ done: 120, failed: 1 });
    expect(await left(world)).toMatchObject([{ work: { kind: 'customer-invitation' } }]);
  });
});

test('an account that is made twice is one account with one record', async () => {
  const world = newWorld('account');
  await newCustomer(world);
  const entries = await documents<object>(world, 'outbox');
  await drain(world, noAccounts, NOW);
  const users = () => world.store.query<object>({ parent: '', collection: 'users', limit: 9 });
  const first = await users();
  expect(first).toMatchObject([{ data: { email: 'new@example.com', role: null, disabled: false } }]);
  const again = entries.map(({ path, data }) => ({ kind: 'set' as const, path, data: data ?? {} }));
  await world.store.commit(again);
  await Promise.all([drain(world, noAccounts, NOW), drain(world, noAccounts, NOW)]);
  expect(await users()).toEqual(first);
});

test('a drain that has to stop leaves the rest to the next', async () => {
  const world = newWorld('stop');
  await newCustomer(world);
  const call = world.call({ actor: CLOCK, now: NOW });
  const report = (): void => undefined;
  expect(await drainOutbox(call, noAccounts, 'production', () => true, report)).toEqual({
    done: 0,
    failed: 0,
  });
  expect(await left(world)).toHaveLength(1);
});
