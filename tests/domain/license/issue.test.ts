import type { Generator } from '@latchkey/domain/generator/generator';
import type { IssueFacts, IssueOrder } from '@latchkey/domain/license/issue';
import { issueLicense } from '@latchkey/domain/license/issue';
import type { Product } from '@latchkey/domain/product/product';
import { describe, expect, test } from 'vitest';
import { aGenerator, aProduct, CUSTOMER_A, DAY, later, NOW } from '../../support/builders.ts';

const MADE = { id: 'license-9', key: 'ABCD-EFGH-JKMN-PQRS', keyHash: 'hash-9' };

function issue(order: Partial<IssueOrder> = {}, facts: Partial<IssueFacts> = {}) {
  return issueLicense(
    { environment: 'production', customer: null, ...order },
    { product: aProduct(), generator: aGenerator(), defaultGraceDays: 0, ...facts },
    MADE,
    NOW,
  );
}
function issued(order: Partial<IssueOrder> = {}, facts: Partial<IssueFacts> = {}) {
  const decision = issue(order, facts);
  if (!decision.ok) throw new Error(decision.code);
  return decision;
}
const from = (generator: Partial<Generator>, product: Partial<Product> = {}): Partial<IssueFacts> => ({
  generator: aGenerator(generator),
  product: aProduct(product),
});

test.each([
  ['no product', {}, { product: null }, 'PRODUCT_NOT_FOUND'],
  ['no generator', {}, { generator: null }, 'GENERATOR_NOT_FOUND'],
  ['an archived product', {}, from({}, { status: 'inactive' }), 'PRODUCT_INACTIVE'],
  ['an archived generator', {}, from({ status: 'inactive' }), 'GENERATOR_INACTIVE'],
  ['the generator of another product', {}, from({ productId: 'other' }), 'GENERATOR_MISMATCH'],
  ['a limit of 0', { activationLimit: 0 }, {}, 'LIMIT_OUT_OF_RANGE'],
  ['a limit of 10001', { activationLimit: 10_001 }, {}, 'LIMIT_OUT_OF_RANGE'],
  ['a date that is now', { expiresAt: NOW }, {}, 'EXPIRY_NOT_FUTURE'],
  ['features beyond 10 KB', { features: { a: 'x'.repeat(10_240) } }, {}, 'FEATURES_TOO_LARGE'],
  ['metadata beyond 10 KB', { metadata: { a: 'x'.repeat(10_240) } }, {}, 'METADATA_TOO_LARGE'],
] satisfies [string, Partial<IssueOrder>, Partial<IssueFacts>, string][])(
  '%s is refused',
  (_name, order, facts, code) => expect(issue(order, facts)).toMatchObject({ ok: false, code }),
);

test('without a customer a license is available; one event tells it', () => {
  const { license, audit, devices, private: hidden } = issued();
  expect(license).toMatchObject({
    ...MADE,
    keyHint: 'ABCD-EFG',
    status: 'available',
    statusRank: 0,
    customerId: null,
    assignedAt: null,
    activationLimit: 3,
    activationCount: 0,
    expiresAt: null,
    graceInherited: true,
    revision: 1,
  });
  expect(audit.map(({ action, from: before, to }) => [action, before, to])).toEqual([
    ['license.created', null, 'available'],
  ]);
  expect(devices).toBe('keep');
  expect(hidden).toEqual({ metadata: {}, internalNote: null });
});

test('with a customer it is assigned at once; two events tell it, without the key', () => {
  const { license, audit } = issued({ customer: CUSTOMER_A, metadata: { order: 1 } });
  expect(license).toMatchObject({
    status: 'assigned',
    statusRank: 1,
    customerId: CUSTOMER_A.id,
    assignedAt: NOW,
  });
  expect(audit.map(({ action, customerId }) => [action, customerId])).toEqual([
    ['license.created', null],
    ['license.assigned', CUSTOMER_A.id],
  ]);
  expect(JSON.stringify(audit)).not.toContain(MADE.key);
  expect(JSON.stringify(license)).not.toContain('order');
});

describe('expiry', () => {
  const thirty = { amount: 30, unit: 'days', from: 'assignment' } as const;
  const used = { ...thirty, from: 'activation' } as const;
  const assigned = { customer: CUSTOMER_A };
  const end = later(30 * DAY);
  test.each([
    ['Lifetime', {}, null, null, null],
    ['from assignment, not assigned yet', {}, thirty, null, thirty],
    ['from assignment, assigned at once', assigned, thirty, end, null],
    ['from activation', assigned, used, null, used],
    ['a date instead', { ...assigned, expiresAt: later(DAY) }, thirty, later(DAY), null],
    ['Lifetime instead', { ...assigned, expiresAt: null }, thirty, null, null],
  ] as const)('%s', (_, order, validity, expiresAt, waiting) => {
    expect(issued(order, from({ validity })).license).toMatchObject({ expiresAt, validity: waiting });
  });

  test('grace is the settings’ default of the day', () => {
    expect(issued({}, { defaultGraceDays: 7 }).license).toMatchObject({ graceDays: 7, graceInherited: true });
  });
});

test('features: the product’s defaults, then the generator’s, unless the order brings its own', () => {
  const definition = (name: string, value: number) =>
    ({ name, label: name, type: 'number', default: value }) as const;
  const facts = from({ features: { b: 20, c: 30 } }, { features: [definition('a', 1), definition('b', 2)] });
  expect(issued({}, facts).license.features).toEqual({ a: 1, b: 20, c: 30 });
  expect(issued({ features: { d: 4 } }, facts).license.features).toEqual({ d: 4 });
});

test('the record copies what decisions need from product and generator', () => {
  const facts = from(
    { activationLimit: -1 },
    { name: 'Other', requireIdentifier: true, offlineAllowed: false },
  );
  expect(issued({}, facts).license).toMatchObject({
    productName: 'Other',
    productStatus: 'active',
    requireIdentifier: true,
    offlineAllowed: false,
    generatorId: 'generator-1',
    activationLimit: -1,
  });
});
