import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import { slots } from '../support/inventory.ts';
import { seedLicenses } from '../support/seedLicenses.ts';
import { ask, atOnce, tally } from '../support/software.ts';
import { warmUp } from '../support/warmUp.ts';
import { newWorld } from '../support/world.ts';

const PROCESSES = 4;
const world = newWorld('processes');
const processes: ApiProcess[] = [];
beforeAll(async () => {
  for (let index = 0; index < PROCESSES; index++) processes.push(await startApi({ env: world.env }));
  await warmUp(
    world,
    processes.map(({ url }) => url),
  );
});
afterAll(() => Promise.all(processes.map((process) => process.stop())));

test(
  '4 processes with 250 devices each at once on 10 licenses for 5: 50 slots, none over, none lost',
  { timeout: 180_000 },
  async () => {
    const licenses = await seedLicenses(world, 10, () => ({ activationLimit: 5 }));
    const answers = await atOnce(PROCESSES * 250, (index) => {
      const url = processes[index % PROCESSES]?.url ?? '';
      const key = licenses[Math.floor(index / PROCESSES) % 10]?.key;
      return ask(url, 'activate', { key, identifier: `HW-${index}` });
    });
    expect(tally(answers)).toEqual({ ACTIVATED: 50, LIMIT_EXCEEDED: 950 });
    const standing = await Promise.all(licenses.map(({ id }) => slots(world, id)));
    expect(standing).toEqual(Array(10).fill({ counted: 5, held: 5 }));
  },
);

test(
  'one device that asks 4 processes 12 times each at once holds one slot',
  { timeout: 60_000 },
  async () => {
    const [license] = await seedLicenses(world, 1);
    const answers = await atOnce(PROCESSES * 12, (index) =>
      ask(processes[index % PROCESSES]?.url ?? '', 'activate', { key: license?.key, identifier: 'HW-1' }),
    );
    expect(tally(answers)).toEqual({ ACTIVATED: 1, ALREADY_ACTIVATED: 47 });
    expect(await slots(world, license?.id ?? '')).toEqual({ counted: 1, held: 1 });
  },
);
