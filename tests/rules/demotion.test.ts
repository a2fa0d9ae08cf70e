import { describe, expect, it } from 'vitest';
import { isAllowed, seed, type Project } from '../support/rulesEmulator.ts';
import { person, VALID_AFTER } from '../support/rulesPeople.ts';
import type { Fields } from '../support/rulesValues.ts';
import { openWorld } from '../support/rulesWorld.ts';

const LATER = new Date((VALID_AFTER + 1) * 1000);

interface Change {
  readonly name: string;
  readonly who: string;
  readonly change: Fields;
}

/** What may happen to users/{uid} while its person still holds the token of before. */
const CHANGES: readonly Change[] = [
  { name: 'once an admin is made a viewer', who: 'an admin', change: { role: 'viewer' } },
  { name: 'once an admin is made nobody', who: 'an admin', change: { role: null } },
  {
    name: 'once a viewer is promoted, until the token says so too',
    who: 'a viewer',
    change: { role: 'admin' },
  },
  { name: 'once an owner is disabled', who: 'an owner', change: { disabled: true } },
  {
    name: 'once an operator is signed out everywhere',
    who: 'an operator',
    change: { claimsValidAfter: LATER },
  },
  { name: 'once an admin is kept out of production', who: 'an admin', change: { environments: ['staging'] } },
  { name: 'once a customer is disabled', who: 'customer A', change: { disabled: true } },
  {
    name: 'once a customer is signed out everywhere',
    who: 'customer A',
    change: { claimsValidAfter: LATER },
  },
  { name: 'once a customer is merged into another', who: 'customer A', change: { customerId: 'customer-b' } },
];

/** Mistakes in users/{uid}: whatever cannot be understood is a no. */
const DAMAGE: readonly Change[] = [
  { name: 'where disabled is not known', who: 'an admin', change: { disabled: null } },
  { name: 'where disabled is a text', who: 'customer A', change: { disabled: 'false' } },
  { name: 'where the moment of validity is missing', who: 'an admin', change: { claimsValidAfter: null } },
  {
    name: 'where the moment of validity is a text',
    who: 'customer A',
    change: { claimsValidAfter: '2020-01-01' },
  },
  { name: 'where the environments are a text', who: 'an admin', change: { environments: 'production' } },
  { name: 'where the environments are of another kind', who: 'an admin', change: { environments: true } },
  { name: 'where the customer is a list', who: 'customer A', change: { customerId: ['customer-a'] } },
  { name: 'where the role is a list', who: 'an admin', change: { role: ['admin'] } },
];

describe('with the token of before, nothing in production is readable any more', () => {
  it.each([...CHANGES, ...DAMAGE])('$name', async ({ who, change }) => {
    const project = await openWorld('demotion');
    expect(await readable(project, who)).toEqual(['get', 'list']);
    const { uid, record } = person(who);
    await seed(project, new Map([[`users/${uid}`, { ...record, ...change }]]));
    expect(await readable(project, who)).toEqual([]);
  });
});

it('the person who is let back in reads again with the same token', async () => {
  const project = await openWorld('demotion');
  const { uid, record } = person('an admin');
  await seed(project, new Map([[`users/${uid}`, { ...record, disabled: true }]]));
  expect(await readable(project, 'an admin')).toEqual([]);
  await seed(project, new Map([[`users/${uid}`, { ...record }]]));
  expect(await readable(project, 'an admin')).toEqual(['get', 'list']);
});

async function readable(project: Project, who: string): Promise<string[]> {
  const { token } = person(who);
  const path = 'environments/production/licenses';
  const get = await isAllowed(project, token, { op: 'get', path: `${path}/of-a` });
  const where = { customerId: 'customer-a' };
  const list = await isAllowed(project, token, { op: 'list', path, limit: 100, where });
  return [...(get ? ['get'] : []), ...(list ? ['list'] : [])];
}
