import { afterEach, describe, expect, test } from 'vitest';
import type { Environment } from '@latchkey/domain/environment';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import { auditPath, chainEndPath, envPath, outboxPath } from '@latchkey/functions/firestore/collections';
import { everyEnvironment } from '@latchkey/functions/scheduled/everyEnvironment';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import { DAY, later } from '../support/builders.ts';
import { readLicense } from '../support/inventory.ts';
import { authEmulatorHost } from '../support/people.ts';
import { seedLicense } from '../support/seedLicenses.ts';
import { newWorld } from '../support/world.ts';

const world = newWorld('ticks');
let clock: ApiProcess | undefined;
afterEach(async () => {
  await clock?.stop();
  clock = undefined;
});

/** As Cloud Scheduler does: a POST without anything to say. */
async function tick(target: string): Promise<number> {
  const env = { ...world.env, FIREBASE_AUTH_EMULATOR_HOST: authEmulatorHost() };
  clock = await startApi({ target, env });
  return (await fetch(clock.url, { method: 'POST' })).status;
}

describe('the deployed function', () => {
  test('of the sweep expires what is due in every environment', async () => {
    const due = { expiresAt: later(-DAY, new Date()) };
    const seeded = await Promise.all(
      ENVIRONMENTS.map((environment) => seedLicense(world, { environment, ...due })),
    );
    expect(await tick('expireLicenses')).toBe(200);
    for (const { id, environment } of seeded) {
      expect(await readLicense(world, id, environment)).toMatchObject({ status: 'expired' });
    }
  });

  test('of the audit links what waits in every environment, and signs the end', async () => {
    const at = new Date();
    await world.store.commit(
      ENVIRONMENTS.map((environment) => ({
        kind: 'set',
        path: auditPath(environment, 'waits'),
        data: { action: 'settings.changed', at, unlinked: true },
      })),
    );
    expect(await tick('linkAuditEvents')).toBe(200);
    for (const environment of ENVIRONMENTS) {
      const [event, end] = await world.store.getAll<{ unlinked?: true; signature?: string }>([
        auditPath(environment, 'waits'),
        chainEndPath(environment),
      ]);
      expect(event?.data).not.toHaveProperty('unlinked');
      expect(end?.data?.signature?.split('.')).toHaveLength(3);
    }
  });

  test('of the outbox does what is left in every environment', async () => {
    const now = new Date();
    const work = { kind: 'devices', licenseId: 'gone' };
    await world.store.commit(
      ENVIRONMENTS.map((environment) => ({
        kind: 'set',
        path: outboxPath(environment, 'left'),
        data: { work, createdAt: now, notBefore: now, attempts: 0 },
      })),
    );
    expect(await tick('drainOutboxes')).toBe(200);
    for (const environment of ENVIRONMENTS) {
      expect(await world.store.count({ parent: envPath(environment), collection: 'outbox' })).toBe(0);
    }
  });
});

test('an environment that fails keeps nobody from the others', async () => {
  const seen: Environment[] = [];
  await everyEnvironment('a test', async (call, environment, until) => {
    expect(call.actor).toEqual({ kind: 'clock' });
    expect(until()).toBe(false);
    seen.push(environment);
    if (environment === 'production') throw new Error('down');
    return {};
  });
  expect(seen).toEqual([...ENVIRONMENTS]);
});
