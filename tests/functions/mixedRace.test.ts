import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { drainOutbox } from '@latchkey/functions/operations/drainOutbox';
import { removeDevice } from '@latchkey/functions/operations/removeDevice';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import { devicesOf, readLicense, slots } from '../support/inventory.ts';
import { noAccounts } from '../support/noAccounts.ts';
import type { Chance } from '../support/seededRandom.ts';
import { chance } from '../support/seededRandom.ts';
import { seedLicenses } from '../support/seedLicenses.ts';
import type { Answer } from '../support/software.ts';
import { ask, inTurns } from '../support/software.ts';
import { warmUp } from '../support/warmUp.ts';
import { CLOCK, newWorld } from '../support/world.ts';

/** Operations for each of the five seeds; LATCHKEY_RACE_OPERATIONS=2000 is the long form. */
const OPERATIONS = Number(process.env['LATCHKEY_RACE_OPERATIONS'] ?? 400);
const SEEDS = [1, 2, 3, 4, 5];
const LICENSES = 6;
const REASONS = { publicReason: 'a reason', note: null };

const world = newWorld('mixed');
let api: ApiProcess;
beforeAll(async () => {
  api = await startApi({ env: world.env });
  await warmUp(world, [api.url]);
});
afterAll(() => api.stop());

/** One thing that somebody does to a license: shipped software mostly, the console now and then. */
async function act(dice: Chance, license: { id: string; key: string }): Promise<Answer | null> {
  const { id, key } = license;
  const device = { key, identifier: `HW-${dice.below(12)}` };
  const roll = dice.below(100);
  if (roll < 50) return ask(api.url, 'activate', device);
  if (roll < 75) return ask(api.url, 'deactivate', device);
  if (roll < 80) return ask(api.url, 'validate', device);
  const command = (asked: Parameters<typeof commandLicense>[3]): Promise<unknown> =>
    commandLicense(world.call(), 'production', id, asked);
  const changes = { activationLimit: 1 + dice.below(5) };
  if (roll < 87) await command({ type: 'edit', revision: null, changes });
  else if (roll < 90) await command({ type: 'suspend', ...REASONS });
  else if (roll < 94) await command({ type: 'unsuspend' });
  else if (roll < 95) await command({ type: 'inactivate', ...REASONS });
  else if (roll < 97) await command({ type: 'reactivate' });
  else if (roll < 98) {
    await command({ type: 'transfer', customer: { email: `c${dice.below(3)}@example.com`, name: null } });
  } else if (roll < 99) {
    const known = await devicesOf(world, id);
    if (known[0]) await removeDevice(world.call(), 'production', known[0].id, null);
  } else if (dice.below(2) === 0) await command({ type: 'revoke', ...REASONS });
  return null;
}

test.each(SEEDS)(
  `${OPERATIONS} mixed operations at once keep count, limit and devices in agreement, seed %i`,
  { timeout: 60_000 + OPERATIONS * 150 },
  async (seed) => {
    const dice = chance(seed);
    const licenses = await seedLicenses(world, LICENSES, () => ({ activationLimit: 3 }));
    const answers = await inTurns(OPERATIONS, 24, () => act(dice, dice.pick(licenses)));

    const asked = answers.filter((answer) => answer !== null);
    expect(asked.filter(({ status }) => status !== 200)).toEqual([]);
    const started = asked.filter(({ body }) => body.code === 'ACTIVATED');
    expect(started.length).toBeGreaterThan(LICENSES);
    for (const { body } of started) {
      expect(body.license?.activationCount).toBeLessThanOrEqual(body.license?.activationLimit ?? 0);
    }
    for (const { id } of licenses) {
      const { counted, held } = await slots(world, id);
      expect(counted, 'the count is the devices that hold a slot').toBe(held);
      const license = await readLicense(world, id);
      if (license?.status === 'revoked') expect(counted).toBe(0);
    }
    await drainOutbox(world.call({ actor: CLOCK }), noAccounts, 'production', () => false, rethrow);
    for (const { id } of licenses) await expectMarked(id);
  },
);

/** The devices' own marks say what the license says. */
async function expectMarked(id: string): Promise<void> {
  const license = await readLicense(world, id);
  if (!license) throw new Error('the license is gone');
  const stopped = ['inactive', 'suspended'].includes(license.status) ? 'suspended' : 'active';
  for (const device of await devicesOf(world, id)) {
    const current = device.deviceEpoch === license.deviceEpoch;
    if (!current) expect(device).toMatchObject({ status: 'deactivated', customerId: null });
    else if (license.status === 'revoked') expect(device.status).toBe('deactivated');
    else expect([stopped, 'deactivated']).toContain(device.status);
  }
}

function rethrow(error: unknown): never {
  throw error;
}
