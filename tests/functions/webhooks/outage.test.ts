import { expect, test } from 'vitest';
import type { Job } from '@latchkey/domain/job/job';
import { attemptsWithin } from '@latchkey/domain/webhook/retry';
import { runJob } from '@latchkey/functions/operations/jobs/runJob';
import { commandEndpoint } from '@latchkey/functions/operations/webhook/commandEndpoint';
import { startReplay } from '@latchkey/functions/operations/webhook/startReplay';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import type { Tools } from '@latchkey/functions/operations/context';
import { jobPath } from '@latchkey/functions/firestore/collections';
import { HOUR, later, SECOND } from '../../support/builders.ts';
import { documents, historyOf } from '../../support/inventory.ts';
import { setRecord, starter } from '../../support/jobs.ts';
import { mailRecords, mailTo } from '../../support/mailWorld.ts';
import { seedLicenses } from '../../support/seedLicenses.ts';
import type { Receiver } from '../../support/webhooks.ts';
import { anEndpoint, attemptsOf, callOf, deliveriesOf, endpointOf } from '../../support/webhooks.ts';
import { hookTools, receiver, tick } from '../../support/webhooks.ts';
import { newWorld } from '../../support/world.ts';

const MINUTE = 60 * SECOND;
const down = { status: null, problem: 'The host refused the connection.' };
const START = new Date('2026-06-01T00:00:00.000Z');
const SUSPENDED = ['license.suspended'] as const;
const MAX_ATTEMPTS = attemptsWithin(3);

/** Suspends so many licenses, a minute apart, from a moment on. */
async function suspendAll(tools: Tools, licenses: readonly { id: string }[], from: Date): Promise<void> {
  for (const [index, { id }] of licenses.entries()) {
    const call = callOf(tools, { now: later(index * MINUTE, from) });
    const command = { type: 'suspend', publicReason: 'because', note: null } as const;
    expect(await commandLicense(call, 'production', id, command)).toEqual({ ok: true });
  }
}

/** Ticks until a moment, each minute at first and then as the retries go. */
async function tickUntil(tools: Tools, from: Date, until: Date, stepMs: number): Promise<Date> {
  let now = from;
  for (; now < until; now = later(stepMs, now)) await tick(tools, now);
  return now;
}

const ids = (all: Receiver): string[] => [...new Set(all.got.map(({ id }) => id))];

test('a receiver that is down for an hour gets everything when it is back, in at most ten attempts each', async () => {
  const world = newWorld('hook-hour');
  const hooks = receiver(() => down);
  const tools = hookTools(world, hooks.sender);
  const licenses = await seedLicenses(world, 20);
  const { id } = await anEndpoint(tools, { events: SUSPENDED }, START);
  await suspendAll(tools, licenses, START);
  const back = await tickUntil(tools, START, later(HOUR, START), 2 * MINUTE);
  expect((await deliveriesOf(world)).every(({ status }) => status === 'pending')).toBe(true);
  expect((await endpointOf(world, id))?.failingSince).toBeInstanceOf(Date);

  hooks.answer = () => 200;
  const before = hooks.got.length;
  await tickUntil(tools, back, later(3 * HOUR, back), 5 * MINUTE);
  const deliveries = await deliveriesOf(world);
  expect(deliveries).toHaveLength(20);
  expect(deliveries.filter(({ status }) => status !== 'delivered')).toEqual([]);
  for (const delivery of deliveries) {
    expect(delivery.attempts).toBeLessThanOrEqual(MAX_ATTEMPTS);
    expect(await attemptsOf(world, delivery.id)).toHaveLength(delivery.tries);
    // Every attempt of one event bears the same id, and what came late came once.
    expect(hooks.got.slice(before).filter((one) => one.id === delivery.eventId)).toHaveLength(1);
  }
  expect(await endpointOf(world, id)).toMatchObject({ status: 'enabled', failingSince: null });
});

test('a receiver that is down for 76 hours: dead letters, endpoint disabled, owners told; a replay brings all', async () => {
  const world = newWorld('hook-76h');
  const hooks = receiver(() => down);
  const tools = hookTools(world, hooks.sender);
  const licenses = await seedLicenses(world, 8);
  await mailTo(world, { port: 1 });
  await setRecord(world, 'uid-1', { role: 'owner', email: 'olga@acme.test' });
  await setRecord(world, 'uid-2', { role: 'admin', email: 'alex@acme.test' });
  await setRecord(world, 'uid-3', { role: 'owner', email: 'gone@acme.test', disabled: true });
  const { id } = await anEndpoint(tools, { events: SUSPENDED }, START);
  await suspendAll(tools, licenses.slice(0, 6), START);
  let now = await tickUntil(tools, START, later(10 * MINUTE, START), MINUTE);
  now = await tickUntil(tools, now, later(76 * HOUR, START), 20 * MINUTE);
  // While nobody listens any more, life goes on.
  await suspendAll(tools, licenses.slice(6), now);
  now = await tickUntil(tools, now, later(77 * HOUR, START), 20 * MINUTE);

  const dead = await deliveriesOf(world);
  expect(dead).toHaveLength(6);
  expect(dead.filter(({ status, nextAt }) => status !== 'failed' || nextAt !== null)).toEqual([]);
  expect(Math.max(...dead.map(({ attempts }) => attempts))).toBe(MAX_ATTEMPTS);
  expect(await endpointOf(world, id)).toMatchObject({ status: 'disabled', disabledWhy: 'failing' });
  const told = (await mailRecords(world)).filter(({ kind }) => kind === 'operations');
  expect(told.map(({ to }) => to)).toEqual(['olga@acme.test']);
  expect(told[0]?.facts.what).toContain('Receiver');
  const [event] = (await documents<{ action: string }>(world, 'audit')).filter(
    ({ data }) => data?.action === 'webhook.disabled',
  );
  expect(event?.data).toMatchObject({ about: `webhook/${id}`, actor: { kind: 'clock' } });

  // Nothing is sent to a disabled endpoint; it is enabled first.
  const owner = await starter(world);
  const asked = { endpointId: id, since: START, deliveredToo: false };
  const call = callOf(tools, { now, actor: owner });
  expect(await startReplay(call, 'production', asked)).toMatchObject({
    ok: false,
    code: 'ENDPOINT_DISABLED',
  });
  expect(await commandEndpoint(call, 'production', id, { type: 'enable' })).toEqual({ ok: true });
  const started = await startReplay({ ...call, now: later(1, now) }, 'production', asked);
  if (!started.ok) throw new Error(started.code);
  hooks.answer = () => 200;
  hooks.got.length = 0;
  const after = later(MINUTE, now);
  const around = { clock: () => after, until: () => false, report: () => undefined };
  expect(await runJob(tools, 'production', started.jobId, around)).toBe('ended');
  const [job] = await world.store.getAll<Job>([jobPath('production', started.jobId)]);
  expect(job?.data).toMatchObject({ status: 'done', progress: { done: 8, refused: 0 } });
  await tick(tools, after);
  const all = await deliveriesOf(world);
  expect(all.filter(({ status }) => status === 'delivered')).toHaveLength(8);
  const events = await Promise.all(licenses.map((license) => historyOf(world, license.id)));
  const suspensions = events.flat().filter(({ action }) => action === 'license.suspended');
  expect(ids(hooks).toSorted()).toEqual(all.map(({ eventId }) => eventId).toSorted());
  expect(suspensions).toHaveLength(8);

  // Once more the same: what was delivered is left alone, unless somebody wants all of it again.
  hooks.got.length = 0;
  for (const [deliveredToo, count] of [
    [false, 0],
    [true, 8],
  ] as const) {
    const again = await startReplay(callOf(tools, { now: after, actor: owner }), 'production', {
      ...asked,
      deliveredToo,
    });
    if (!again.ok) throw new Error(again.code);
    expect(await runJob(tools, 'production', again.jobId, around)).toBe('ended');
    await tick(tools, later(MINUTE, after));
    expect(hooks.got).toHaveLength(count);
  }
});
