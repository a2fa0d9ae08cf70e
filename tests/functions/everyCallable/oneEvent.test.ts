import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import { CALLABLE_CASES } from '../../support/callableCases.ts';
import type { Caller } from '../../support/deployedCallables.ts';
import { callDoor, caller } from '../../support/deployedCallables.ts';
import { documents } from '../../support/inventory.ts';
import { grant } from '../../support/people.ts';
import type { Ids } from '../../support/tenants.ts';
import { seedTenantA } from '../../support/tenants.ts';
import { newWorld } from '../../support/world.ts';

const world = newWorld('one-event');
Object.assign(process.env, world.env);
let ids: Ids;
let owner: Caller;
let viewer: Caller;
let customer: Caller;
beforeAll(async () => {
  const seeded = await seedTenantA(world);
  // Somebody whose account can follow what is said about them.
  ids = { ...seeded, uid: await grant(world, 'target@example.com', { role: 'admin' }) };
  owner = await caller(world, { role: 'owner' });
  viewer = await caller(world, { role: 'viewer' });
  customer = await caller(world, { customerId: ids.customerId });
}, 120_000);

/** For what ends their sign-in. */
const somebody = (): Promise<Caller> => caller(world, { role: 'operator' });

async function events(): Promise<ReadonlyMap<string, AuditEvent>> {
  const all = await Promise.all(
    ENVIRONMENTS.map((environment) => documents<AuditEvent>(world, 'audit', [], environment)),
  );
  return new Map(all.flat().flatMap(({ path, data }) => (data ? [[path, data] as const] : [])));
}

const CASES = Object.entries(CALLABLE_CASES).filter(([, { events: count }]) => count !== null);

describe('an accepted call, and the same call refused', () => {
  test.each(CASES)('%s', async (name, { asks, needs, events: count }) => {
    const before = await events();
    const refused = await callDoor(name, needs === 'console.read' ? null : viewer, asks(ids, 'production'));
    const mayViewer = ['a person', 'nobody', 'licenses.export'].includes(needs);
    if (!mayViewer) expect(refused.refused).not.toBeNull();
    if (!mayViewer) expect(await events(), 'a refusal leaves no event').toEqual(before);

    const known = await events();
    const by = needs === 'a customer' ? customer : needs === 'a person' ? await somebody() : owner;
    const called = await callDoor(name, by, asks(ids, 'production'));
    expect(called.refused).toBeNull();
    const fresh = [...(await events())].filter(([path]) => !known.has(path)).map(([, event]) => event.action);
    expect(fresh, `events of ${name}`).toHaveLength(count ?? 0);
  });
});
