import { afterAll, beforeAll, expect, test } from 'vitest';
import { FRESH_GENERATOR, FRESH_PRODUCT } from '../../support/freshFacts.ts';
import type { ApiProcess } from '../../support/apiProcess.ts';
import { CUSTOMER_A } from '../../support/builders.ts';
import type { CallableName } from '../../support/callables.ts';
import { call, startCallable } from '../../support/callables.ts';
import { everything } from '../../support/inventory.ts';
import { signedInAs, signedInCustomer } from '../../support/people.ts';
import { seedCatalog } from '../../support/seedLicenses.ts';
import { newWorld } from '../../support/world.ts';

const world = newWorld('catalog-doors');
const GUARD = { timeout: 90_000 };
const doors = new Map<CallableName, ApiProcess>();
beforeAll(async () => {
  await seedCatalog(world);
  for (const name of ['createProduct', 'commandProduct', 'createGenerator', 'generateLicenses'] as const) {
    doors.set(name, await startCallable(world, name));
  }
}, 120_000);
afterAll(() => Promise.all([...doors.values()].map((process) => process.stop())));

const environment = 'production';
const productFacts = {
  ...FRESH_PRODUCT,
  features: [{ name: 'seats', label: 'Seats', type: 'number', default: 3 }],
};
/** What each door is asked, for everybody something of their own. */
const ASKED = {
  createProduct: (who: string) => ({ environment, productId: `of-${who}`, facts: productFacts }),
  commandProduct: () => ({
    environment,
    productId: 'acme-editor',
    command: { type: 'edit', revision: null, changes: { description: 'new' } },
  }),
  createGenerator: (who: string) => ({
    environment,
    productId: 'acme-editor',
    facts: { ...FRESH_GENERATOR, name: `Plan of ${who}` },
  }),
  generateLicenses: (who: string) => ({
    environment,
    generatorId: 'generator-1',
    quantity: 2,
    requestKey: `request-of-${who}-0000`,
  }),
} as const;

async function ask(name: keyof typeof ASKED, token: string | null, data: object) {
  const door = doors.get(name);
  if (!door) throw new Error(`${name} does not run`);
  return call(door, token, data);
}

test.each([
  ['createProduct', ['owner', 'admin'], ['operator', 'viewer']],
  ['commandProduct', ['owner', 'admin'], ['operator', 'viewer']],
  ['createGenerator', ['owner', 'admin'], ['operator', 'viewer']],
  ['generateLicenses', ['owner', 'admin', 'operator'], ['viewer']],
] as const)('%s is open to %s and closed to %s', GUARD, async (name, open, closed) => {
  for (const role of open) {
    const answer = await ask(name, await signedInAs(world, role), ASKED[name](role));
    expect(answer, role).toMatchObject({ status: 200, body: { result: { ok: true } } });
  }
  const before = await everything(world);
  for (const role of closed) {
    const answer = await ask(name, await signedInAs(world, role), ASKED[name](role));
    expect(answer.status, role).toBe(403);
  }
  const customer = await signedInCustomer(world, CUSTOMER_A.id);
  expect((await ask(name, customer, ASKED[name]('customer'))).status).toBe(403);
  expect((await ask(name, null, ASKED[name]('nobody'))).status).toBe(401);
  expect(documentsOnly(await everything(world))).toBe(documentsOnly(before));
});

test.each([
  ['createProduct', { productId: 'With Spaces' }],
  ['createProduct', { facts: { ...productFacts, features: [{ name: 'a b', type: 'boolean' }] } }],
  ['createProduct', { facts: { ...productFacts, surprise: true } }],
  ['createGenerator', { facts: { ...FRESH_GENERATOR, name: 'ab' } }],
  ['createGenerator', { facts: { ...FRESH_GENERATOR, activationLimit: 10_001 } }],
  ['generateLicenses', { quantity: 1001 }],
  ['generateLicenses', { quantity: 0 }],
  ['generateLicenses', { requestKey: 'short' }],
] as const)('%s refuses %o before anything is read', GUARD, async (name, change) => {
  const data = { ...ASKED[name]('admin'), ...change };
  const answer = await ask(name, await signedInAs(world, 'admin'), data);
  expect(answer.status).toBe(400);
});

/** Signing people in writes their records and an event of it; nothing else may differ. */
function documentsOnly(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('users/') && !line.includes('user.access-changed'))
    .join('\n');
}
