import type { Claims, Person } from '@latchkey/domain/access/person';
import { consoleRole, customerIdentity } from '@latchkey/domain/access/person';
import { describe, expect, test } from 'vitest';
import { later, NOW } from '../../support/builders.ts';

const person: Person = {
  uid: 'uid-1',
  email: 'ada@example.com',
  name: null,
  role: 'admin',
  environments: null,
  customerId: 'customer-a',
  disabled: false,
  claimsValidAfter: NOW,
  createdAt: NOW,
};
const claims: Claims = { role: 'admin', customerId: 'customer-a', authTime: NOW };

/** Each row differs in one fact from the first, which has both identities. */
const ROWS: readonly (readonly [string, Partial<Person>, Partial<Claims>, string | null, string | null])[] = [
  ['signed in', {}, {}, 'admin', 'customer-a'],
  ['signed in a moment after claims changed', {}, { authTime: later(1) }, 'admin', 'customer-a'],
  ['signed in before claims changed', {}, { authTime: later(-1) }, null, null],
  ['disabled', { disabled: true }, {}, null, null],
  ['demoted, with the old token', { role: 'viewer' }, {}, null, 'customer-a'],
  ['demoted, with a new token', { role: 'viewer' }, { role: 'viewer' }, 'viewer', 'customer-a'],
  ['no longer of the console, with the old token', { role: null }, {}, null, 'customer-a'],
  ['promoted, with the old token', { role: 'owner' }, {}, null, 'customer-a'],
  ['a forged role without record', { role: null }, { role: 'owner' }, null, 'customer-a'],
  ['a token without role', {}, { role: null }, null, 'customer-a'],
  ['limited to this environment', { environments: ['production'] }, {}, 'admin', 'customer-a'],
  ['limited to two others', { environments: ['staging', 'development'] }, {}, null, 'customer-a'],
  ['limited to none', { environments: [] }, {}, null, 'customer-a'],
  ['no customer', { customerId: null }, {}, 'admin', null],
  ['neither record nor token of a customer', { customerId: null }, { customerId: null }, 'admin', null],
  ['a token of another customer', {}, { customerId: 'customer-b' }, 'admin', null],
  ['a token of no customer', {}, { customerId: null }, 'admin', null],
];

describe.each(ROWS)('%s', (_, ofPerson, ofClaims, role, customer) => {
  test(`acts in production as ${role ?? 'nobody'} and as ${customer ?? 'no customer'}`, () => {
    expect(consoleRole({ ...person, ...ofPerson }, { ...claims, ...ofClaims }, 'production')).toBe(role);
    expect(customerIdentity({ ...person, ...ofPerson }, { ...claims, ...ofClaims })).toBe(customer);
  });
});
