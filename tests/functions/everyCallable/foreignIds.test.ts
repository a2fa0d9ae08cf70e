import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { may, ROLES } from '@latchkey/domain/access/roles';
import type { Role } from '@latchkey/domain/access/roles';
import { CALLABLE_CASES } from '../../support/callableCases.ts';
import type { CallableCase } from '../../support/callableCase.ts';
import type { Called, Caller } from '../../support/deployedCallables.ts';
import { callDoor, CALLABLES, caller } from '../../support/deployedCallables.ts';
import { stateHash } from '../../support/inventory.ts';
import type { Ids } from '../../support/tenants.ts';
import { seedTenantA } from '../../support/tenants.ts';
import { newWorld } from '../../support/world.ts';

const world = newWorld('foreign-ids');
Object.assign(process.env, world.env);
let ids: Ids;
let customerB: Caller;
let stranger: Caller;
/** Who may do everything that the role may, in staging and nowhere else. */
const ofStaging = new Map<Role, Caller>();
const ofAll = new Map<Role, Caller>();
beforeAll(async () => {
  ids = await seedTenantA(world);
  customerB = await caller(world, { customerId: world.tools.customerId('bob@example.org') });
  stranger = await caller(world, {});
  for (const role of ROLES) {
    ofStaging.set(role, await caller(world, { role, environments: ['staging'] }));
    ofAll.set(role, await caller(world, { role }));
  }
}, 120_000);

/** Like 404: there is no such thing for whoever asks. */
const UNKNOWN = /(^|_)NOT_FOUND$|^not-found$|^IMPORT_INCOMPLETE$|^ENDPOINT_GONE$/;
const CASES = Object.entries(CALLABLE_CASES);
const ofConsole = CASES.filter(([, { needs }]) => !['a person', 'a customer', 'nobody'].includes(needs));

test('every callable of the deploy list is in the table', () => {
  expect(Object.keys(CALLABLE_CASES).toSorted()).toEqual([...CALLABLES.keys()].toSorted());
});

describe('with the ids of somebody else', () => {
  let before = '';
  beforeEach(async () => {
    before = await stateHash(world);
  });
  afterEach(async () => {
    expect(await stateHash(world), 'nothing has changed').toBe(before);
  });

  const inProduction = (name: string, by: Caller | undefined, { asks }: CallableCase): Promise<Called> =>
    callDoor(name, by ?? null, asks(ids, 'production'));

  test.each(CASES.filter(([, { needs }]) => needs !== 'nobody'))(
    '%s: nobody who is not signed in, and nobody without any right',
    async (name, one) => {
      expect((await inProduction(name, null, one)).refused).toBe('unauthenticated');
      expect((await inProduction(name, stranger, one)).refused).toBe('permission-denied');
    },
  );

  test.each(ofConsole)('%s: a customer reaches nothing that is not theirs', async (name, one) => {
    const { refused } = await inProduction(name, customerB, one);
    if (one.alsoCustomers) expect(refused).toMatch(UNKNOWN);
    else expect(refused).toBe('permission-denied');
  });

  test.each(ofConsole)('%s: no role of another environment', async (name, one) => {
    for (const role of ROLES) {
      const { refused } = await inProduction(name, ofStaging.get(role), one);
      expect(refused, role).toBe('permission-denied');
    }
  });

  test.each(ofConsole)('%s: no role that lacks the right', async (name, one) => {
    for (const role of ROLES) {
      if (rolesFor(one).includes(role)) continue;
      const { refused } = await inProduction(name, ofAll.get(role), one);
      expect(refused, role).toBe(one.refusesRoleWith ?? 'permission-denied');
    }
  });

  test.each(ofConsole.filter(([, { elsewhere }]) => elsewhere !== 'own'))(
    '%s: there is no such thing in the environment that is theirs',
    async (name, one) => {
      for (const role of ROLES) {
        const called = await callDoor(name, ofStaging.get(role) ?? null, one.asks(ids, 'staging'));
        const denied = !rolesFor(one).includes(role) && one.refusesRoleWith === undefined;
        if (denied) expect(called.refused, role).toBe('permission-denied');
        else if (one.elsewhere === 'unknown') expect(called.refused, role).toMatch(UNKNOWN);
        else expect(figuresIn(called), role).toEqual([]);
      }
    },
  );
});

/** Any number but 0 and any id of theirs: what an answer about nothing must not hold. */
function figuresIn({ refused, answer }: Called): unknown[] {
  if (refused !== null) return UNKNOWN.test(refused) ? [] : [refused];
  const known = new Set<unknown>(Object.values(ids));
  const found: unknown[] = [];
  const walk = (value: unknown): void => {
    if ((typeof value === 'number' && value !== 0) || known.has(value)) found.push(value);
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(answer);
  return found;
}

function rolesFor({ needs }: CallableCase): readonly Role[] {
  if (needs === 'a person' || needs === 'a customer' || needs === 'nobody') return ROLES;
  return ROLES.filter((role) => may(role, needs));
}
