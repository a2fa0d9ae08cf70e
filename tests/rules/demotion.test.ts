import { describe, expect, it } from 'vitest';
import { isAllowed, seed, type Project } from '../support/rulesEmulator.ts';
import { person, VALID_AFTER } from '../support/rulesPeople.ts';
import type { Fields } from '../support/rulesValues.ts';
import { openWorld } from '../support/rulesWorld.ts';

const LATER = new Date((VALID_AFTER + 1) * 1000);

/** What may happen to users/{uid} while its person still holds the token of before. */
const CHANGES: readonly { readonly name: string; readonly who: string; readonly change: Fields }[] = [
  { name: 'an admin made a viewer', who: 'an admin', change: { role: 'viewer' } },
  { name: 'an admin made nobody', who: 'an admin', change: { role: null } },
  { name: 'a viewer promoted, until the token says so too', who: 'a viewer', change: { role: 'admin' } },
  { name: 'a disabled owner', who: 'an owner', change: { disabled: true } },
  { name: 'an operator signed out everywhere', who: 'an operator', change: { claimsValidAfter: LATER } },
  { name: 'an admin kept out of production', who: 'an admin', change: { environments: ['staging'] } },
  { name: 'a disabled customer', who: 'customer A', change: { disabled: true } },
  { name: 'a customer signed out everywhere', who: 'customer A', change: { claimsValidAfter: LATER } },
  { name: 'a customer merged into another', who: 'customer A', change: { customerId: 'customer-b' } },
];

describe('with the token of before, nothing in production is readable any more by', () => {
  it.each(CHANGES)('$name', async ({ who, change }) => {
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
