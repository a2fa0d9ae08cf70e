import { describe, expect, test } from 'vitest';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { commandEndpoint } from '@latchkey/functions/operations/webhook/commandEndpoint';
import { replayDelivery } from '@latchkey/functions/operations/webhook/replayDelivery';
import { later, SECOND } from '../../support/builders.ts';
import { seedLicense, seedLicenses } from '../../support/seedLicenses.ts';
import { anEndpoint, callOf, deliveriesOf, endpointOf } from '../../support/webhooks.ts';
import { hookTools, receiver, tick } from '../../support/webhooks.ts';
import { newWorld } from '../../support/world.ts';

const SUSPEND = { type: 'suspend', publicReason: 'because', note: null } as const;
const minute = (now: Date): Date => later(61 * SECOND, now);

describe('an endpoint', () => {
  test('that is disabled or deleted gets nothing more; what waited is given up and can be replayed', async () => {
    const world = newWorld('hook-stop');
    const hooks = receiver(() => 500);
    const tools = hookTools(world, hooks.sender);
    const { id } = await anEndpoint(tools, { events: ['license.suspended'] });
    const license = await seedLicense(world);
    const now = new Date();
    await commandLicense(callOf(tools, { now }), 'production', license.id, SUSPEND);
    await tick(tools, now);
    const [delivery] = await deliveriesOf(world, id);
    expect(delivery).toMatchObject({ status: 'pending', lastStatus: 500 });
    const call = callOf(tools, { now: later(SECOND, now) });
    await commandEndpoint(call, 'production', id, { type: 'disable' });
    await tick(tools, minute(now));
    expect(await deliveriesOf(world, id)).toMatchObject([
      { status: 'failed', problem: 'The endpoint was disabled.' },
    ]);
    const replay = () =>
      replayDelivery(callOf(tools, { now: minute(now) }), 'production', delivery?.id ?? '');
    expect(await replay()).toMatchObject({ code: 'ENDPOINT_DISABLED' });
    await commandEndpoint(call, 'production', id, { type: 'enable' });
    hooks.answer = () => 200;
    expect(await replay()).toEqual({ ok: true });
    await tick(tools, minute(now));
    expect(await deliveriesOf(world, id)).toMatchObject([{ status: 'delivered', attempts: 1, tries: 2 }]);
    expect(new Set(hooks.got.map((message) => message.id)).size).toBe(1);

    await commandEndpoint(call, 'production', id, { type: 'delete', confirmation: 'Receiver' });
    expect(await endpointOf(world, id)).toBeUndefined();
    expect(await replay()).toMatchObject({ code: 'ENDPOINT_GONE' });
  });

  test('that asks for a pause gets it, with all that waits for it', async () => {
    const world = newWorld('hook-pause');
    const hooks = receiver(() => ({ status: 429, responseHeaders: { 'retry-after': '600' } }));
    const tools = hookTools(world, hooks.sender);
    await anEndpoint(tools, { events: ['license.suspended'] });
    const now = new Date();
    for (const { id } of await seedLicenses(world, 12)) {
      await commandLicense(callOf(tools, { now }), 'production', id, SUSPEND);
    }
    await tick(tools, now);
    // Those under way at the same time; nobody after them.
    const asked = hooks.got.length;
    expect(asked).toBeLessThanOrEqual(5);
    hooks.answer = () => 200;
    await tick(tools, later(599 * SECOND, now));
    expect(hooks.got).toHaveLength(asked);
    await tick(tools, later(601 * SECOND, now));
    expect(hooks.got).toHaveLength(asked + 12);
  });

  test('that answers 410 is disabled at once, and its owner told', async () => {
    const world = newWorld('hook-gone');
    const hooks = receiver(() => 410);
    const tools = hookTools(world, hooks.sender);
    const { id } = await anEndpoint(tools);
    const license = await seedLicense(world);
    const now = new Date();
    await commandLicense(callOf(tools, { now }), 'production', license.id, SUSPEND);
    await tick(tools, now);
    expect(hooks.got).toHaveLength(1);
    expect(await endpointOf(world, id)).toMatchObject({ status: 'disabled', disabledWhy: 'gone' });
  });

  test('that hangs holds up nobody else', async () => {
    const world = newWorld('hook-lanes');
    const hooks = receiver(({ url }) => (url.includes('bad') ? 500 : 200));
    const tools = hookTools(world, hooks.sender);
    await anEndpoint(tools, { events: ['license.suspended'], url: 'https://bad.example.com/' });
    const good = await anEndpoint(tools, { events: ['license.suspended'] });
    const now = new Date();
    for (const { id } of await seedLicenses(world, 30)) {
      await commandLicense(callOf(tools, { now }), 'production', id, SUSPEND);
    }
    await tick(tools, now);
    expect(hooks.got.filter(({ url }) => url.includes('bad')).length).toBeLessThan(30);
    const states = (await deliveriesOf(world, good.id)).map(({ status }) => status);
    expect(states).toEqual(Array.from({ length: 30 }, () => 'delivered'));
  });
});
