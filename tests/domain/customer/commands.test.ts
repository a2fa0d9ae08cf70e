import type { CustomerCommand } from '@latchkey/domain/customer/commands';
import { decideCustomer, INVITATION_PAUSE, signedIn } from '@latchkey/domain/customer/commands';
import { createCustomer } from '@latchkey/domain/customer/create';
import type { Customer, CustomerStatus } from '@latchkey/domain/customer/customer';
import { describe, expect, test } from 'vitest';
import { DAY, later, NOW } from '../../support/builders.ts';

function aCustomer(change: Partial<Customer> = {}): Customer {
  const asked = { id: 'c1', environment: 'production', email: 'ada@example.com', name: 'Ada' } as const;
  return { ...createCustomer(asked, null, later(-30 * DAY)).customer, ...change };
}
const came = { status: 'active', firstSignInAt: later(-9 * DAY), lastSignInAt: later(-DAY) } as const;

/** What each command makes of each status: the status afterwards, or the refusal's code. */
const TABLE: readonly (readonly [CustomerCommand['type'], CustomerStatus, string])[] = [
  ['disable', 'invited', 'disabled'],
  ['disable', 'active', 'disabled'],
  ['disable', 'disabled', 'ALREADY_DISABLED'],
  ['enable', 'invited', 'NOT_DISABLED'],
  ['enable', 'active', 'NOT_DISABLED'],
  ['enable', 'disabled', 'active'],
  ['invite', 'invited', 'invited'],
  ['invite', 'active', 'active'],
  ['invite', 'disabled', 'CUSTOMER_DISABLED'],
  ['rename', 'disabled', 'disabled'],
  ['delete', 'active', 'gone'],
];
const COMMANDS: Record<CustomerCommand['type'], CustomerCommand> = {
  rename: { type: 'rename', name: 'Ada Lovelace' },
  invite: { type: 'invite' },
  disable: { type: 'disable' },
  enable: { type: 'enable' },
  delete: { type: 'delete', confirmation: ' ADA@example.com ' },
};

test.each(TABLE)('%s of one who is %s: %s', (name, status, expected) => {
  const decision = decideCustomer(aCustomer({ ...came, status }), COMMANDS[name], NOW);
  const outcome = decision.ok ? (decision.customer?.status ?? 'gone') : decision.code;
  expect(outcome).toBe(expected);
  if (decision.ok) expect(decision.audit.map(({ customerId }) => customerId)).toEqual(['c1']);
});

test('who never came is invited again, not active, once a ban is lifted', () => {
  const never = aCustomer({ status: 'disabled' });
  expect(decideCustomer(never, { type: 'enable' }, NOW)).toMatchObject({ customer: { status: 'invited' } });
});

describe('a new name', () => {
  test('is found by searches and sorts at once; the audit does not repeat it', () => {
    const decision = decideCustomer(aCustomer(), { type: 'rename', name: '  Émile Zola ' }, NOW);
    expect(decision).toMatchObject({ ok: true, customer: { name: 'Émile Zola', nameUp: 'emile zola' } });
    expect(decision).toHaveProperty('customer.search.ZOL', true);
    expect(JSON.stringify(decision.ok && decision.audit)).not.toContain('Zola');
  });
  test.each([[''], ['   '], [null]])('%j is no name, and no name comes last both ways', (name) => {
    const decision = decideCustomer(aCustomer(), { type: 'rename', name }, NOW);
    expect(decision).toMatchObject({ ok: true, customer: { name: null, nameDown: null } });
    expect(decision.ok && (decision.customer?.nameUp ?? '') > 'zzzz').toBe(true);
  });
  test('that is the old one changes nothing', () => {
    expect(decideCustomer(aCustomer(), { type: 'rename', name: 'Ada ' }, NOW)).toMatchObject({
      code: 'SAME_NAME',
    });
  });
});

test('mails to one address come a minute apart at least', () => {
  const mailed = aCustomer({ invitedAt: later(1 - INVITATION_PAUSE) });
  expect(decideCustomer(mailed, { type: 'invite' }, NOW)).toMatchObject({ code: 'INVITED_JUST_NOW' });
  const before = aCustomer({ invitedAt: later(-INVITATION_PAUSE) });
  expect(decideCustomer(before, { type: 'invite' }, NOW)).toMatchObject({ customer: { invitedAt: NOW } });
});

test('nobody is deleted by a mistyped address', () => {
  const asked = { type: 'delete', confirmation: 'ada@example.org' } as const;
  expect(decideCustomer(aCustomer(), asked, NOW)).toMatchObject({ code: 'CONFIRMATION_MISMATCH' });
});

describe('signing in', () => {
  test('for the first time makes an invited customer active, and is an event', () => {
    const noted = signedIn(aCustomer(), NOW);
    expect(noted?.customer).toMatchObject({ status: 'active', firstSignInAt: NOW, lastSignInAt: NOW });
    expect(noted?.audit.map(({ action }) => action)).toEqual(['customer.joined']);
  });
  test('again moves the last time alone, and is none', () => {
    const noted = signedIn(aCustomer(came), NOW);
    expect(noted?.customer).toMatchObject({ firstSignInAt: came.firstSignInAt, lastSignInAt: NOW });
    expect(noted?.audit).toEqual([]);
  });
  test('that is known already changes nothing', () => {
    expect(signedIn(aCustomer({ ...came, lastSignInAt: NOW }), NOW)).toBeNull();
    expect(signedIn(aCustomer({ ...came, lastSignInAt: NOW }), later(-DAY))).toBeNull();
  });
});

test('who is known elsewhere is the same person here: no second invitation, and disabled stays disabled', () => {
  const elsewhere = aCustomer({ ...came, status: 'disabled', environment: 'staging' });
  const asked = { id: 'c1', environment: 'production', email: 'Ada@Example.com', name: 'Somebody' } as const;
  const created = createCustomer(asked, elsewhere, NOW);
  expect(created.invite).toBe(false);
  expect(created.customer).toMatchObject({
    ...came,
    status: 'disabled',
    name: 'Ada',
    email: 'ada@example.com',
  });
});
