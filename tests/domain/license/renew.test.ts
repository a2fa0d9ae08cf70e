import type { License } from '@latchkey/domain/license/license';
import type { IssueFacts } from '@latchkey/domain/license/issue';
import { renewLicense } from '@latchkey/domain/license/renew';
import { describe, expect, test } from 'vitest';
import { ACTORS, aGenerator, aProduct, aStanding, DAY, later, NOW } from '../../support/builders.ts';

const MADE = { id: 'license-2', key: 'NEWK-EYS0-0000-0002', keyHash: 'hash-2' };
const YEAR = { amount: 1, unit: 'years', from: 'assignment' } as const;

function renew(
  on: Partial<License> = {},
  expiresAt?: Date | null,
  facts: Partial<IssueFacts> = {},
  actor: keyof typeof ACTORS = 'operator',
) {
  const standing = aStanding(
    { status: 'expired', ...on },
    { private: { metadata: { order: 7 }, internalNote: 'old' } },
  );
  const sources = {
    product: aProduct(),
    generator: aGenerator({ validity: YEAR }),
    defaultGraceDays: 3,
    ...facts,
  };
  return renewLicense(standing, sources, MADE, expiresAt, ACTORS[actor], NOW);
}
function renewed(...given: Parameters<typeof renew>) {
  const decision = renew(...given);
  if (!decision.ok) throw new Error(decision.code);
  return decision;
}

test('a new assigned license for the same customer, product and rules, linked both ways', () => {
  const rules = { activationLimit: 9, features: { a: 1 }, graceDays: 5, graceInherited: false };
  const { old, renewed: fresh, private: hidden } = renewed({ ...rules, activationCount: 2 });
  expect(fresh).toMatchObject({
    ...MADE,
    ...rules,
    status: 'assigned',
    customerId: 'customer-a',
    productId: 'acme-editor',
    activationCount: 0,
    expiresAt: new Date('2027-03-04T05:06:07.000Z'),
    renewedFromId: 'license-1',
    renewedToId: null,
    revision: 1,
  });
  expect(old).toMatchObject({ status: 'expired', renewedToId: 'license-2', activationCount: 2, revision: 2 });
  expect(hidden).toEqual({ metadata: { order: 7 }, internalNote: null });
});

test('a date of its own takes the place of the generator’s validity', () => {
  expect(renewed({}, later(DAY)).renewed.expiresAt).toEqual(later(DAY));
  expect(renewed({}, null).renewed.expiresAt).toBeNull();
});

test('three events: renewed, created, assigned; no key in them', () => {
  const { audit, old } = renewed();
  expect(audit.map(({ action, licenseId }) => [action, licenseId])).toEqual([
    ['license.renewed', 'license-1'],
    ['license.created', 'license-2'],
    ['license.assigned', 'license-2'],
  ]);
  expect(audit[0]?.changes).toEqual({ renewedToId: { before: null, after: 'license-2' } });
  for (const key of [MADE.key, old.key]) expect(JSON.stringify(audit)).not.toContain(key);
});

test('one that no sweep has reached is expired on the way, and a fourth event says so', () => {
  const { old, audit } = renewed({ status: 'suspended', expiresAt: later(-DAY) });
  expect(old).toMatchObject({ status: 'expired', statusRank: 5, statusChangedAt: NOW, dueAt: null });
  expect(audit[0]).toMatchObject({ action: 'license.expired', from: 'suspended', to: 'expired' });
  expect(audit).toHaveLength(4);
});

describe('refused', () => {
  test.each([
    ['not expired', renew({ status: 'active' }), 'CANNOT_RENEW'],
    ['revoked', renew({ status: 'revoked' }), 'CANNOT_RENEW'],
    ['renewed before', renew({ renewedToId: 'license-3' }), 'ALREADY_RENEWED'],
    ['by a viewer', renew({}, undefined, {}, 'viewer'), 'FORBIDDEN'],
    ['to a date gone', renew({}, later(-1)), 'EXPIRY_NOT_FUTURE'],
    [
      'of an archived product',
      renew({}, null, { product: aProduct({ status: 'inactive' }) }),
      'PRODUCT_INACTIVE',
    ],
    ['without its generator', renew({}, null, { generator: null }), 'GENERATOR_NOT_FOUND'],
    ['without a customer', renew({ customerId: null }), 'NOT_FOUND'],
  ] as const)('%s', (_, decision, code) => {
    expect(decision).toMatchObject({ ok: false, code });
  });
});

test('where the generator sets no time, an end or Lifetime has to be chosen', () => {
  const lifetime = { generator: aGenerator({ validity: null }) };
  expect(renew({}, undefined, lifetime)).toMatchObject({ ok: false, code: 'RENEWAL_DATE_NEEDED' });
  expect(renewed({}, null, lifetime).renewed.expiresAt).toBeNull();
});
