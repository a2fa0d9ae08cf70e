import { describe, expect, test } from 'vitest';
import type { Store, Write } from '@latchkey/functions/firestore/store';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { removeDevice } from '@latchkey/functions/operations/removeDevice';
import { ACTORS, CUSTOMER_A, CUSTOMER_B } from '../support/builders.ts';
import { ACCEPTED, because, REFUSED } from '../support/commandRows.ts';
import { everything, historyOf, readLicense, slots } from '../support/inventory.ts';
import { seedLicense, seedWithDevices } from '../support/seedLicenses.ts';
import { atOnce } from '../support/software.ts';
import type { World } from '../support/world.ts';
import { newWorld } from '../support/world.ts';

/** Commits seen by a store, so that a test can say "in one". */
function watched(world: World): { store: Store; commits: Write[][] } {
  const commits: Write[][] = [];
  const store: Store = {
    ...world.store,
    commit(writes) {
      commits.push([...writes]);
      return world.store.commit(writes);
    },
  };
  return { store, commits };
}

test.each(ACCEPTED)('$name: change and exactly its events, in one commit', async ({ from, ask, events }) => {
  const world = newWorld('accepted');
  const license = await seedLicense(world, from);
  const { store, commits } = watched(world);
  const call = { ...world.call(), store };
  expect(await commandLicense(call, 'production', license.id, ask(license))).toEqual({ ok: true });
  expect(commits).toHaveLength(1);
  const audit = (commits[0] ?? []).filter(({ path }) => path.includes('/audit/'));
  const written = audit.map((write) => ('data' in write ? (write.data as { action: string }).action : ''));
  expect(written.toSorted()).toEqual([...events].toSorted());
  const [event] = await historyOf(world, license.id);
  expect(event).toMatchObject({ requestId: call.requestId, at: call.now, actor: { kind: 'person' } });
  expect(commits[0]?.some(({ path }) => path.endsWith(`/licenses/${license.id}`))).toBe(true);
});

test.each(REFUSED)('$name ($code): not a byte changes, and nothing is noted', async (refused) => {
  const world = newWorld('refused');
  const { license } = await seedWithDevices(world, 2, refused.from);
  const before = await everything(world);
  const call = world.call({ actor: ACTORS[refused.actor ?? 'owner'] });
  const { store, commits } = watched(world);
  const answer = await commandLicense({ ...call, store }, 'production', license.id, refused.asked);
  expect(answer).toMatchObject({ ok: false, code: refused.code });
  expect(commits).toEqual([]);
  expect(await everything(world)).toBe(before);
});

describe('whoever names another thing', () => {
  test('a license that is not there, or in another environment, is not found', async () => {
    const world = newWorld('elsewhere');
    const { id } = await seedLicense(world, { environment: 'staging' });
    const before = await everything(world);
    for (const name of [id, 'nobody']) {
      const answer = await commandLicense(world.call(), 'production', name, { type: 'suspend', ...because });
      expect(answer).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    }
    expect(await everything(world)).toBe(before);
  });

  test('as a customer reaches their own active device only: another is not there for them', async () => {
    const world = newWorld('tenant');
    const { license, devices } = await seedWithDevices(world, 3, { customerId: CUSTOMER_B.id });
    const before = await everything(world);
    const device = devices[0]?.id ?? '';
    const actor = ACTORS.customer;
    const refused = await removeDevice(world.call({ actor }), 'production', device, CUSTOMER_A.id);
    expect(refused).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await everything(world)).toBe(before);
    expect(await removeDevice(world.call({ actor }), 'production', device, CUSTOMER_B.id)).toEqual({
      ok: true,
    });
    expect(await slots(world, license.id)).toEqual({ counted: 2, held: 2 });
  });
});

test('of 20 who edit the same revision at once one wins, the others hear of it', async () => {
  const world = newWorld('edits');
  const { id } = await seedLicense(world);
  const answers = await atOnce(20, (index) =>
    commandLicense(world.call(), 'production', id, {
      type: 'edit',
      revision: 1,
      changes: { activationLimit: index + 10 },
    }),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
  expect(new Set(codes)).toEqual(new Set(['CHANGED_MEANWHILE']));
  expect(await readLicense(world, id)).toMatchObject({ revision: 2 });
  expect(await historyOf(world, id)).toHaveLength(1);
});

test('a device taken off 20 times at once gives back one slot', async () => {
  const world = newWorld('removals');
  const { license, devices } = await seedWithDevices(world, 3);
  const answers = await atOnce(20, () =>
    removeDevice(world.call(), 'production', devices[0]?.id ?? '', null),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await slots(world, license.id)).toEqual({ counted: 2, held: 2 });
});
