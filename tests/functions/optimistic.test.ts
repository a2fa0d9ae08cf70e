import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { withRetry } from '@latchkey/functions/firestore/optimistic';
import { ConflictError, UnavailableError, unchanged } from '@latchkey/functions/firestore/store';
import { emulatorStore } from '../support/emulatorStore.ts';

const store = emulatorStore();
const LIMIT = 5;

/** Takes one of five slots: counter and slot in one commit. */
function takeSlot(counter: string, slot: string): Promise<'taken' | 'full' | 'already'> {
  return withRetry(counter, async () => {
    const [count, own] = await store.getAll<{ taken: number }>([counter, slot]);
    if (count === undefined || own === undefined) throw new Error('nothing was read');
    if (own.data !== undefined) return 'already';
    const taken = count.data?.taken ?? 0;
    if (taken >= LIMIT) return 'full';
    await store.commit([
      { kind: 'set', path: counter, data: { taken: taken + 1 }, if: unchanged(count) },
      { kind: 'set', path: slot, data: {}, if: { exists: false } },
    ]);
    return 'taken';
  });
}

function tally(answers: readonly string[]): Record<string, number> {
  const tallied: Record<string, number> = {};
  for (const answer of answers) tallied[answer] = (tallied[answer] ?? 0) + 1;
  return tallied;
}

describe('100 at once on one counter of 5', () => {
  test('get exactly 5 slots and no other answer than taken or full', async () => {
    const root = `environments/t${randomBytes(6).toString('hex')}`;
    const all = Array.from({ length: 100 }, (_, index) =>
      takeSlot(`${root}/counters/one`, `${root}/slots/s${index}`),
    );
    expect(tally(await Promise.all(all))).toEqual({ taken: 5, full: 95 });
    expect(await store.count({ parent: root, collection: 'slots' })).toBe(5);
    expect((await store.getAll([`${root}/counters/one`]))[0]?.data).toEqual({ taken: 5 });
  });

  test('for one and the same slot take it once', async () => {
    const root = `environments/t${randomBytes(6).toString('hex')}`;
    const all = Array.from({ length: 100 }, () => takeSlot(`${root}/counters/one`, `${root}/slots/same`));
    expect(tally(await Promise.all(all))).toEqual({ taken: 1, already: 99 });
  });
});

describe('retrying', () => {
  const instant = { sleep: async () => undefined, random: () => 0.5 };

  test('goes on until there is no conflict and hands back that result', async () => {
    let attempts = 0;
    const result = await withRetry(
      'k1',
      async () => {
        if (++attempts < 4) throw new ConflictError('again');
        return attempts;
      },
      instant,
    );
    expect(result).toBe(4);
  });

  test('passes every other error on at once', async () => {
    let attempts = 0;
    const failing = withRetry(
      'k2',
      async () => {
        attempts++;
        throw new TypeError('a bug');
      },
      instant,
    );
    await expect(failing).rejects.toThrow(TypeError);
    expect(attempts).toBe(1);
  });

  test('gives up in time, as an outage', async () => {
    let now = 0;
    const clock = (): number => (now += 500);
    const failing = withRetry(
      'k3',
      async () => {
        throw new ConflictError('always');
      },
      { ...instant, clock, totalMs: 8_000 },
    );
    await expect(failing).rejects.toBeInstanceOf(UnavailableError);
  });

  test('one that fails does not hold up those behind it', async () => {
    let conflicts = 2;
    const attempt = (answer: () => number) => async (): Promise<number> => {
      if (conflicts-- > 0) throw new ConflictError('first');
      return answer();
    };
    const bad = withRetry(
      'k4',
      attempt(() => {
        throw new TypeError('a bug');
      }),
      instant,
    );
    const good = withRetry(
      'k4',
      attempt(() => 7),
      instant,
    );
    await expect(bad).rejects.toThrow(TypeError);
    expect(await good).toBe(7);
  });
});
