import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { License } from '@latchkey/domain/license/license';
import { licensePath } from '@latchkey/functions/firestore/collections';
import type { Store } from '@latchkey/functions/firestore/store';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { expireDueLicenses } from '@latchkey/functions/operations/expireDueLicenses';
import { DAY, HOUR, later } from '../support/builders.ts';
import { documents, historyOf, readLicense } from '../support/inventory.ts';
import { seedLicense, seedLicenses } from '../support/seedLicenses.ts';
import type { World } from '../support/world.ts';
import { CLOCK, newWorld } from '../support/world.ts';

const NOW = new Date();
const never = (): boolean => false;
const DUE = 500;

function sweep(world: World, options: { now?: Date; until?: () => boolean; store?: Store } = {}) {
  const { now = NOW, until = never, store = world.store } = options;
  return expireDueLicenses({ ...world.call({ actor: CLOCK, now }), store }, 'production', until);
}

describe(`a sweep of ${DUE} due licenses among ${2 * DUE}`, () => {
  const world = newWorld('sweep');
  let due: License[];
  let others: License[];
  let before: Map<string, string | undefined>;
  beforeAll(async () => {
    const statuses = ['assigned', 'active', 'inactive', 'suspended'] as const;
    due = await seedLicenses(world, DUE, (index) => ({
      status: statuses[index % 4] ?? 'active',
      expiresAt: later(-HOUR - index * 1_000, NOW),
    }));
    const ended = ['available', 'expired', 'revoked'] as const;
    others = await seedLicenses(world, DUE, (index) => {
      const status = ended[index % 7];
      if (status) return { status, expiresAt: later(-DAY, NOW) };
      if (index % 7 === 3) return { expiresAt: null };
      return index % 2 ? { expiresAt: later(HOUR, NOW) } : { expiresAt: later(-DAY, NOW), graceDays: 2 };
    });
    before = new Map((await documents(world, 'licenses')).map(({ id, updateTime }) => [id, updateTime]));
  }, 60_000);

  test(
    'cut short, killed, run twice at once and run again expires each once, with one event, and no other',
    { timeout: 60_000 },
    async () => {
      let looks = 0;
      const cut = await sweep(world, { until: () => looks++ > 0 });
      expect(cut).toEqual({ expired: 200, more: true });

      const killed = sweep(world, { store: dying(world.store) });
      await expect(killed).rejects.toThrow('killed');

      const twice = await Promise.all([sweep(world), sweep(world)]);
      const last = await sweep(world);
      expect(last.more).toBe(false);
      // 200 by the run that was cut short, 200 by the one that never heard of its own success.
      expect(400 + (twice[0]?.expired ?? 0) + (twice[1]?.expired ?? 0) + last.expired).toBe(DUE);

      const stored = new Map((await documents<License>(world, 'licenses')).map((one) => [one.id, one]));
      for (const { id, revision } of due) {
        expect(stored.get(id)?.data).toMatchObject({
          status: 'expired',
          dueAt: null,
          statusRank: 5,
          statusChangedAt: NOW,
          revision: revision + 1,
        });
      }
      for (const { id } of others) expect(stored.get(id)?.updateTime).toBe(before.get(id));
      const events = await documents<AuditEvent>(world, 'audit');
      expect(events).toHaveLength(DUE);
      expect(new Set(events.map(({ data }) => data?.licenseId))).toEqual(new Set(due.map(({ id }) => id)));
      expect(events.every(({ data }) => data?.action === 'license.expired' && data.to === 'expired')).toBe(
        true,
      );
    },
  );

  test('finds nothing more to do', async () => {
    world.store.reset();
    expect(await sweep(world)).toEqual({ expired: 0, more: false });
    expect(world.store.counts).toMatchObject({ writes: 0, queries: 1 });
  });
});

/** A process that is killed between the commit of a page and the news of it. */
function dying(store: Store): Store {
  return {
    ...store,
    async commit(writes) {
      await store.commit(writes);
      throw new Error('killed');
    },
  };
}

describe('one license', () => {
  const world = newWorld('due');

  test('whose three runs were missed is expired by the next', async () => {
    const { id } = await seedLicense(world, { expiresAt: later(-DAY, NOW) });
    expect(await sweep(world, { now: later(-DAY - 1, NOW) })).toMatchObject({ expired: 0 });
    expect(await sweep(world, { now: NOW })).toMatchObject({ expired: 1 });
    expect(await historyOf(world, id)).toMatchObject([{ from: 'active', to: 'expired', actor: CLOCK }]);
  });

  test('in grace is left alone to the last millisecond, and expired in the next', async () => {
    const { id } = await seedLicense(world, { expiresAt: later(-DAY, NOW), graceDays: 7 });
    expect(await sweep(world, { now: later(6 * DAY - 1, NOW) })).toMatchObject({ expired: 0 });
    expect(await sweep(world, { now: later(6 * DAY, NOW) })).toMatchObject({ expired: 1 });
    expect(await readLicense(world, id)).toMatchObject({ status: 'expired', dueAt: null });
  });

  test("that is marked as due by mistake is put right and stands in nobody's way", async () => {
    const wrong = await seedLicenses(world, 201, (index) =>
      index % 2 ? { status: 'revoked' } : { expiresAt: later(3 * DAY, NOW) },
    );
    const mark = { dueAt: later(-9 * DAY, NOW) };
    const paths = wrong.map(({ id }) => licensePath('production', id));
    await world.store.commit(paths.map((path) => ({ kind: 'update', path, data: mark })));
    const { id } = await seedLicense(world, { expiresAt: later(-DAY, NOW) });
    expect(await sweep(world)).toEqual({ expired: 1, more: false });
    expect(await readLicense(world, id)).toMatchObject({ status: 'expired' });
    expect(await readLicense(world, wrong[0]?.id ?? '')).toEqual(wrong[0]);
    expect(await readLicense(world, wrong[1]?.id ?? '')).toEqual(wrong[1]);
    expect(await historyOf(world, wrong[0]?.id ?? '')).toEqual([]);
  });

  test('that is moved out of danger between page and commit stays', async () => {
    const { id } = await seedLicense(world, { expiresAt: later(HOUR, NOW) });
    const changes = { expiresAt: later(3 * DAY, NOW) };
    let moved = false;
    const slow: Store = {
      ...world.store,
      async commit(writes) {
        if (!moved)
          await commandLicense(world.call(), 'production', id, { type: 'edit', revision: null, changes });
        moved = true;
        return world.store.commit(writes);
      },
    };
    expect(await sweep(world, { now: later(HOUR, NOW), store: slow })).toMatchObject({ expired: 0 });
    expect(await readLicense(world, id)).toMatchObject({ status: 'active', dueAt: changes.expiresAt });
  });

  test('keeps "due" in step with its date, its grace and its state', async () => {
    const { id } = await seedLicense(world, { expiresAt: later(DAY, NOW) });
    const due = async (asked: Parameters<typeof commandLicense>[3]): Promise<Date | null | undefined> => {
      expect(await commandLicense(world.call({ now: NOW }), 'production', id, asked)).toEqual({ ok: true });
      return (await readLicense(world, id))?.dueAt;
    };
    const edit = (changes: object) => due({ type: 'edit', revision: null, changes });
    const reasons = { publicReason: 'because', note: null };
    expect(await edit({ expiresAt: later(2 * DAY, NOW) })).toEqual(later(2 * DAY, NOW));
    expect(await edit({ graceDays: 3 })).toEqual(later(5 * DAY, NOW));
    expect(await due({ type: 'suspend', ...reasons })).toEqual(later(5 * DAY, NOW));
    expect(await due({ type: 'unsuspend' })).toEqual(later(5 * DAY, NOW));
    expect(await edit({ expiresAt: null })).toBeNull();
    expect(await edit({ expiresAt: later(DAY, NOW) })).toEqual(later(4 * DAY, NOW));
    expect(await due({ type: 'revoke', ...reasons })).toBeNull();
    const [stored] = await world.store.getAll<License>([licensePath('production', id)]);
    expect(stored?.data?.dueAt).toBeNull();
  });
});
