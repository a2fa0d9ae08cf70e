import type { SecuritySettings } from '@latchkey/domain/settings/security';
import { settingsPath } from '@latchkey/functions/firestore/collections';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiProcess } from '../support/apiProcess.ts';
import { call, startCallable } from '../support/callables.ts';
import { readLicense } from '../support/inventory.ts';
import { signedInAs, signedInLongAgo } from '../support/people.ts';
import { seedLicense } from '../support/seedLicenses.ts';
import type { World } from '../support/world.ts';
import { newWorld } from '../support/world.ts';

const MINUTE = 60_000;
const usual = newWorld('fresh');
const off = newWorld('fresh-off');
const patient = newWorld('fresh-long');
const processes = new Map<World, ApiProcess>();
beforeAll(async () => {
  const settle = (world: World, data: SecuritySettings): Promise<void> =>
    world.store.commit([{ kind: 'set', path: settingsPath('production', 'security'), data }]);
  await settle(off, { reauthMinutes: null });
  await settle(patient, { reauthMinutes: 60 });
  for (const world of [usual, off, patient])
    processes.set(world, await startCallable(world, 'commandLicense'));
}, 180_000);
afterAll(() => Promise.all([...processes.values()].map((process) => process.stop())));

/** Gives the command; says what became of the license. */
async function give(world: World, token: string, command: 'delete' | 'reactivate') {
  const process = processes.get(world);
  if (!process) throw new Error('no process for this world');
  const { id, key } = await seedLicense(world, { status: 'inactive' });
  const asked = command === 'delete' ? { type: 'delete', confirmation: key.slice(-4) } : { type: command };
  const answer = await call(process, token, { environment: 'production', licenseId: id, command: asked });
  return { answer, after: await readLicense(world, id) };
}

test('who signed in six minutes ago is asked to do so again before deleting, and nothing is deleted', async () => {
  const token = await signedInLongAgo(usual, 'admin', 6 * MINUTE);
  const { answer, after } = await give(usual, token, 'delete');
  expect(answer).toMatchObject({
    status: 200,
    body: { result: { ok: false, code: 'REAUTHENTICATION_NEEDED' } },
  });
  expect(answer.text).toContain('Confirm that it is you');
  expect(after?.status).toBe('inactive');
});

test('who signed in just now deletes', async () => {
  const { answer, after } = await give(usual, await signedInAs(usual, 'admin'), 'delete');
  expect(answer.body).toMatchObject({ result: { ok: true } });
  expect(after).toBeNull();
});

test('other commands ask nobody', async () => {
  const token = await signedInLongAgo(usual, 'admin', 6 * MINUTE);
  const { answer, after } = await give(usual, token, 'reactivate');
  expect(answer.body).toMatchObject({ result: { ok: true } });
  expect(after?.status).toBe('active');
});

test.each([
  ['switched off', off],
  ['an hour', patient],
] as const)('the settings decide: %s', async (_name, world) => {
  const { answer, after } = await give(world, await signedInLongAgo(world, 'admin', 6 * MINUTE), 'delete');
  expect(answer.body).toMatchObject({ result: { ok: true } });
  expect(after).toBeNull();
});

test('a role that may not delete is told so, not asked who it is', async () => {
  const { answer } = await give(usual, await signedInLongAgo(usual, 'operator', 6 * MINUTE), 'delete');
  expect(answer.status).toBe(403);
});
