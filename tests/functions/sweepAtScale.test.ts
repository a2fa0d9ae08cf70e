import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import { envPath, licensePath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import type { Snapshot, Store, Write } from '@latchkey/functions/firestore/store';
import { expireDueLicenses } from '@latchkey/functions/operations/expireDueLicenses';
import { aLicense, DAY, later } from '../support/builders.ts';
import { emulatorHost } from '../support/emulatorStore.ts';
import { CLOCK, newWorld } from '../support/world.ts';

const NOW = new Date();
const ALL = 20_000;
const DUE = ALL / 2;
const world = newWorld('sweep-scale');
const never = (): boolean => false;

/** Every second license is due; the others are for life, in grace, not due yet or have ended otherwise. */
function overrides(index: number): Parameters<typeof aLicense>[0] {
  if (index % 2 === 0) {
    const statuses = ['assigned', 'active', 'inactive', 'suspended'] as const;
    return { status: statuses[(index / 2) % 4] ?? 'active', expiresAt: later(-DAY - index, NOW) };
  }
  const others = [
    { expiresAt: null },
    { expiresAt: later(DAY, NOW) },
    { expiresAt: later(-DAY, NOW), graceDays: 7 },
    { status: 'revoked', expiresAt: later(-DAY, NOW) },
    { status: 'expired', expiresAt: later(-DAY, NOW) },
    { status: 'available', expiresAt: later(-DAY, NOW) },
  ] as const;
  return others[((index - 1) / 2) % 6] ?? {};
}

function sweep(options: { store?: Store; now?: Date } = {}) {
  const { store = world.store, now = NOW } = options;
  return expireDueLicenses({ ...world.call({ actor: CLOCK, now }), store }, 'production', never);
}

/** What a run left behind, without what nobody looks at here. */
function read<T>(collection: 'licenses' | 'audit', select: readonly string[]): Promise<Snapshot<T>[]> {
  return world.store.query<T>({ parent: envPath('production'), collection, limit: ALL + 1, select });
}

/** The emulator keeps everything in memory, which other tests want for theirs. */
afterAll(async () => {
  const path = `/emulator/v1/projects/${world.project}/databases/(default)/documents`;
  await fetch(`http://${emulatorHost()}${path}`, { method: 'DELETE' });
}, 60_000);

describe(`a sweep of ${DUE} due licenses among ${ALL}`, () => {
  let before: Map<string, string | undefined>;
  beforeAll(async () => {
    const writes = Array.from({ length: ALL }, (_, index): Write => {
      const license = aLicense({ id: `l${index}`, ...overrides(index) });
      // What searches find a license by is nothing to a sweep.
      return {
        kind: 'set',
        path: licensePath('production', license.id),
        data: { ...toStored(license), search: {} },
      };
    });
    const batches = Array.from({ length: ALL / 500 }, (_, batch) =>
      writes.slice(batch * 500, (batch + 1) * 500),
    );
    for (let at = 0; at < batches.length; at += 4) {
      await Promise.all(batches.slice(at, at + 4).map((batch) => world.store.commit(batch)));
    }
    before = new Map((await read('licenses', ['status'])).map(({ id, updateTime }) => [id, updateTime]));
    expect(before.size).toBe(ALL);
  }, 180_000);

  test(
    'run twice at once, killed in the middle and run once more, expires each of them once and no other',
    { timeout: 240_000 },
    async () => {
      await expect(sweep({ store: dyingAt(world.store, 15) })).rejects.toThrow('killed');
      await Promise.all([sweep(), sweep()]);
      let last = await sweep();
      while (last.more) last = await sweep();

      const licenses = await read<{ status: string; dueAt: Date | null; revision: number }>('licenses', [
        'status',
        'dueAt',
        'revision',
      ]);
      const isDue = ({ id }: { readonly id: string }): boolean => Number(id.slice(1)) % 2 === 0;
      const expired = licenses.filter(isDue);
      const { revision } = aLicense();
      expect(expired).toHaveLength(DUE);
      expect(
        expired.filter(
          ({ data }) => data?.status !== 'expired' || data.dueAt !== null || data.revision !== revision + 1,
        ),
      ).toEqual([]);
      const others = licenses.filter((license) => !isDue(license));
      expect(others.filter(({ id, updateTime }) => updateTime !== before.get(id))).toEqual([]);

      const events = await read<AuditEvent>('audit', ['licenseId', 'action', 'to']);
      expect(events).toHaveLength(DUE);
      expect(new Set(events.map(({ data }) => data?.licenseId))).toEqual(
        new Set(expired.map(({ id }) => id)),
      );
      expect(events.every(({ data }) => data?.action === 'license.expired' && data.to === 'expired')).toBe(
        true,
      );
    },
  );

  test('missed for three slots, catches up in one run', { timeout: 60_000 }, async () => {
    // The licenses that expire a day later, and those in grace until a week after.
    const pastGrace = later(8 * DAY, NOW);
    const result = await sweep({ now: pastGrace });
    const expected = Array.from({ length: ALL / 2 }, (_, index) => index % 6).filter(
      (kind) => kind === 1 || kind === 2,
    ).length;
    expect(result).toEqual({ expired: expected, more: false });
  });
});

/** A process that is killed between the commit of its nth page and the news of it. */
function dyingAt(store: Store, nth: number): Store {
  let commits = 0;
  return {
    ...store,
    async commit(writes) {
      await store.commit(writes);
      commits += 1;
      if (commits === nth) throw new Error('killed');
    },
  };
}
