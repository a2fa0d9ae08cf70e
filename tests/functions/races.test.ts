import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import { documents, historyOf, slots } from '../support/inventory.ts';
import { seedLicense, seedLicenses } from '../support/seedLicenses.ts';
import { ask, atOnce, tally } from '../support/software.ts';
import { warmUp } from '../support/warmUp.ts';
import { newWorld } from '../support/world.ts';

/** Guards against hanging, not measures: three times the goal. */
const GUARD = { timeout: 60_000 };

const world = newWorld('races');
let api: ApiProcess;
beforeAll(async () => {
  api = await startApi({ env: world.env });
  await warmUp(world, [api.url]);
});
afterAll(() => api.stop());

test(
  '100 devices at once on a license for 5: exactly 5 get a slot, 95 hear of the limit',
  GUARD,
  async () => {
    const { id, key } = await seedLicense(world, { activationLimit: 5 });
    const answers = await atOnce(100, (index) =>
      ask(api.url, 'activate', { key, identifier: `HW-${index}` }),
    );
    expect(tally(answers)).toEqual({ ACTIVATED: 5, LIMIT_EXCEEDED: 95 });
    expect(await slots(world, id)).toEqual({ counted: 5, held: 5 });
    expect(await historyOf(world, id)).toHaveLength(5);
  },
);

test(
  '1,000 devices at once on 50 licenses for 5: 250 slots, never one over, counter equals devices',
  { timeout: 180_000 },
  async () => {
    const licenses = await seedLicenses(world, 50, () => ({ activationLimit: 5 }));
    const answers = await atOnce(1_000, (index) => {
      const key = licenses[index % 50]?.key;
      return ask(api.url, 'activate', { key, identifier: `HW-${index}` });
    });
    expect(tally(answers)).toEqual({ ACTIVATED: 250, LIMIT_EXCEEDED: 750 });
    const standing = await Promise.all(licenses.map(({ id }) => slots(world, id)));
    expect(standing).toEqual(Array(50).fill({ counted: 5, held: 5 }));
  },
);

test(
  'the same device 50 times at once: one slot, and everybody hears that it is activated',
  GUARD,
  async () => {
    const { id, key } = await seedLicense(world, { status: 'assigned' });
    const answers = await atOnce(50, () => ask(api.url, 'activate', { key, identifier: 'HW-1' }));
    expect(tally(answers)).toEqual({ ACTIVATED: 1, ALREADY_ACTIVATED: 49 });
    expect(answers.every(({ body }) => body['activated'] === true)).toBe(true);
    expect(new Set(answers.map(({ body }) => body.activation?.id)).size).toBe(1);
    expect(await slots(world, id)).toEqual({ counted: 1, held: 1 });
    const actions = (await historyOf(world, id)).map(({ action }) => action).toSorted();
    expect(actions).toEqual(['activation.created', 'license.activated']);
  },
);

test('one device that leaves 50 times at once gives back one slot', GUARD, async () => {
  const { id, key } = await seedLicense(world, { activationLimit: 5 });
  for (const identifier of ['HW-1', 'HW-2']) await ask(api.url, 'activate', { key, identifier });
  const answers = await atOnce(50, () => ask(api.url, 'deactivate', { key, identifier: 'HW-1' }));
  expect(tally(answers)).toEqual({ DEACTIVATED: 1, NOT_ACTIVATED: 49 });
  expect(await slots(world, id)).toEqual({ counted: 1, held: 1 });
});

test('20 devices that come and leave over and over on 3 slots never hold a fourth', GUARD, async () => {
  const { id, key } = await seedLicense(world, { activationLimit: 3 });
  const answers = await atOnce(20, async (index) => {
    const device = { key, identifier: `HW-${index}` };
    const mine = [];
    for (let round = 0; round < 3; round++) {
      mine.push(await ask(api.url, 'activate', device), await ask(api.url, 'deactivate', device));
    }
    return mine;
  });
  const all = answers.flat();
  expect(all.every(({ status }) => status === 200)).toBe(true);
  expect(all.every(({ body }) => (body.license?.activationCount ?? 9) <= 3)).toBe(true);
  expect(tally(all)['DEACTIVATED']).toBe(tally(all)['ACTIVATED']);
  expect(await slots(world, id)).toEqual({ counted: 0, held: 0 });
});

test('the same identifier as hardware and as domain are two devices', GUARD, async () => {
  const { id, key } = await seedLicense(world, { activationLimit: 1 });
  const answers = await atOnce(2, (index) =>
    ask(api.url, 'activate', {
      key,
      identifier: 'shop.example',
      identifierType: index ? 'domain' : 'hardware',
    }),
  );
  expect(tally(answers)).toEqual({ ACTIVATED: 1, LIMIT_EXCEEDED: 1 });
  const held = await documents<object>(world, 'activations', [['licenseId', '==', id]]);
  expect(held).toHaveLength(1);
});
