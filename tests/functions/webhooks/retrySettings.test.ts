import { expect, test } from 'vitest';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { attemptsWithin } from '@latchkey/domain/webhook/retry';
import { settingsPath } from '@latchkey/functions/firestore/collections';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { settingsMemory } from '@latchkey/functions/operations/settings';
import { testEndpoint } from '@latchkey/functions/operations/webhook/testEndpoint';
import { HOUR, later, SECOND } from '../../support/builders.ts';
import { mailRecords, mailTo } from '../../support/mailWorld.ts';
import { setRecord } from '../../support/jobs.ts';
import { seedLicense } from '../../support/seedLicenses.ts';
import { anEndpoint, callOf, deliveriesOf, endpointOf } from '../../support/webhooks.ts';
import { hookTools, receiver, tick } from '../../support/webhooks.ts';
import { newWorld } from '../../support/world.ts';

const START = new Date('2026-06-01T00:00:00.000Z');
const down = { status: null, problem: 'The host refused the connection.' };

/** A receiver that is down for good, in an environment with settings of its own. */
async function downUnder(changes: Partial<ReturnType<typeof defaultsOf<'webhooks'>>>) {
  const world = newWorld('hook-settings');
  const data = { ...defaultsOf('webhooks'), ...changes };
  await world.store.commit([{ kind: 'set', path: settingsPath('production', 'webhooks'), data }]);
  await mailTo(world, { port: 1 });
  await setRecord(world, 'uid-1', { role: 'owner', email: 'olga@acme.test' });
  const hooks = receiver(() => down);
  const tools = { ...hookTools(world, hooks.sender), settings: settingsMemory() };
  const { id } = await anEndpoint(tools, { events: ['license.suspended'] }, START);
  const license = await seedLicense(world);
  const command = { type: 'suspend', publicReason: 'because', note: null } as const;
  await commandLicense(callOf(tools, { now: START }), 'production', license.id, command);
  for (let now = START; now < later(60 * HOUR, START); now = later(HOUR / 2, now)) await tick(tools, now);
  return { world, hooks, tools, id };
}

test.each([
  [true, 'disabled'],
  [false, 'enabled'],
] as const)(
  'a message is tried as long as the settings say; disabling %s leaves it %s',
  async (on, status) => {
    const { world, id } = await downUnder({ retryDays: 1, disableFailing: on });
    const [delivery] = await deliveriesOf(world);
    expect(delivery).toMatchObject({ status: 'failed', attempts: attemptsWithin(1), nextAt: null });
    expect(await endpointOf(world, id)).toMatchObject({ status });
    const told = (await mailRecords(world)).filter(({ kind }) => kind === 'operations');
    expect(told.map(({ facts }) => String(facts.what).includes('for a day'))).toEqual(on ? [true] : []);
  },
);

test('a receiver has as long to answer as the settings say, in a test too', async () => {
  const { hooks, tools, id } = await downUnder({ timeoutSeconds: 4 });
  expect(hooks.got.length).toBeGreaterThan(1);
  await testEndpoint(callOf(tools), 'production', id);
  expect(new Set(hooks.got.map(({ deadlineMs }) => deadlineMs))).toEqual(new Set([4 * SECOND]));
});
