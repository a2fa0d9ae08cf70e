import { afterEach, expect, test } from 'vitest';
import type { Environment } from '@latchkey/domain/environment';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { settingsPath } from '@latchkey/functions/firestore/collections';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import { authEmulatorHost } from '../support/people.ts';
import { seedLicense } from '../support/seedLicenses.ts';
import { ask } from '../support/software.ts';
import type { World } from '../support/world.ts';
import { newWorld } from '../support/world.ts';

let running: ApiProcess | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

/** Production says so much in the log; the other environments what they say by themselves. */
async function worldThatLogs(
  logLevel: ReturnType<typeof defaultsOf<'retention'>>['logLevel'],
): Promise<World> {
  const world = newWorld('log-detail');
  const data = { ...defaultsOf('retention'), logLevel };
  await world.store.commit([{ kind: 'set', path: settingsPath('production', 'retention'), data }]);
  return world;
}

/** The lines of one message, as they were written. */
function linesOf(message: string): Record<string, unknown>[] {
  return (running?.log() ?? '')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line['message'] === message);
}

/** Each once: whoever looks whether the function answers has run it as well. */
const environmentsOf = (message: string): unknown[] => [
  ...new Set(linesOf(message).map((line) => line['environment'])),
];

async function tick(world: World, target: string): Promise<void> {
  const env = { ...world.env, FIREBASE_AUTH_EMULATOR_HOST: authEmulatorHost() };
  running = await startApi({ target, env });
  expect((await fetch(running.url, { method: 'POST' })).status).toBe(200);
}

test('an environment that wants problems only has no line for a run; the others have', async () => {
  await tick(await worldThatLogs('problems'), 'expireLicenses');
  expect(environmentsOf('expiry sweep done')).toEqual(['staging', 'development']);
});

test('the line that anchors the chain of the audit is written whatever the settings say', async () => {
  await tick(await worldThatLogs('problems'), 'linkAuditEvents');
  expect(environmentsOf('audit chain done')).toEqual(['production', 'staging', 'development']);
});

test('each answer has a line where the settings want it, without the key, and nowhere else', async () => {
  const world = await worldThatLogs('answers');
  const { id, key } = await seedLicense(world);
  const environments: readonly Environment[] = ['production', 'staging'];
  running = await startApi({ env: { ...world.env, LATCHKEY_RATE_LIMITS: 'on' } });
  const { url } = running;
  // The first answers may come before the settings are known.
  await expect
    .poll(
      async () => {
        for (const environment of environments) await ask(url, 'validate', { key, environment });
        return environmentsOf('answered');
      },
      { timeout: 30_000 },
    )
    .toEqual(['production']);
  expect(linesOf('answered')[0]).toMatchObject({ action: 'validate', code: 'VALID', licenseId: id });
  expect(running.log()).not.toContain(key);
});
