import { describe, expect, test } from 'vitest';
import type { AdminCommand, Environments } from '@latchkey/domain/access/admin';
import { decideAdmin, decideInvitation, ownAccess } from '@latchkey/domain/access/admin';
import type { Person } from '@latchkey/domain/access/person';
import { ROLES } from '@latchkey/domain/access/roles';
import { NOW } from '../../support/builders.ts';

function somebody(overrides: Partial<Person> = {}): Person {
  return {
    uid: 'them',
    email: 'them@example.com',
    name: 'Them',
    role: 'operator',
    environments: null,
    customerId: null,
    disabled: false,
    claimsValidAfter: new Date(0),
    createdAt: NOW,
    ...overrides,
  };
}
const owner = somebody({ uid: 'owner', role: 'owner' });

const COMMANDS: readonly AdminCommand[] = [
  { type: 'change-access', role: 'viewer', environments: null },
  { type: 'disable' },
  { type: 'enable' },
  { type: 'remove' },
];

describe.each(COMMANDS)('$type', (command) => {
  test('is decided by an active owner, about anybody else', () => {
    for (const role of ROLES) {
      expect(decideAdmin(command, { actor: owner, target: somebody({ role }) }).ok).toBe(true);
    }
  });
  test.each([
    ['an admin', { role: 'admin' }],
    ['an operator', { role: 'operator' }],
    ['a viewer', { role: 'viewer' }],
    ['a customer', { role: null, customerId: 'c' }],
    ['an owner who was disabled a moment ago', { disabled: true }],
  ] as const)('is refused to %s, whatever their token says', (_, change) => {
    const actor = { ...owner, ...change };
    expect(decideAdmin(command, { actor, target: somebody() })).toMatchObject({ code: 'FORBIDDEN' });
  });
  test('is refused to somebody who no longer exists', () => {
    expect(decideAdmin(command, { actor: null, target: somebody() })).toMatchObject({ code: 'FORBIDDEN' });
  });
  test('is refused about oneself, so that an owner always remains', () => {
    expect(decideAdmin(command, { actor: owner, target: owner })).toMatchObject({ code: 'OWN_ACCESS' });
  });
  test('finds nobody where there is no role: a customer is none of the console', () => {
    const customer = somebody({ role: null, customerId: 'c' });
    for (const target of [null, customer]) {
      expect(decideAdmin(command, { actor: owner, target })).toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

test('each command leaves exactly the access it names', () => {
  const target = somebody({ role: 'admin', environments: ['staging'] });
  const after = (command: AdminCommand) => {
    const decision = decideAdmin(command, { actor: owner, target });
    return decision.ok ? decision.access : decision.code;
  };
  expect(
    after({ type: 'change-access', role: 'viewer', environments: ['development', 'production'] }),
  ).toEqual({
    role: 'viewer',
    environments: ['production', 'development'],
    disabled: false,
  });
  expect(after({ type: 'disable' })).toEqual({ role: 'admin', environments: ['staging'], disabled: true });
  expect(after({ type: 'enable' })).toEqual({ role: 'admin', environments: ['staging'], disabled: false });
  expect(after({ type: 'remove' })).toEqual({ role: null, environments: null, disabled: false });
});

describe('environments', () => {
  const asked = (role: 'owner' | 'admin', environments: Environments) =>
    decideInvitation({ role, environments }, { actor: owner, target: null });
  test.each([
    ['no environment at all', 'admin', [], 'NO_ENVIRONMENT'],
    ['an owner with limits', 'owner', ['staging'], 'OWNER_SEES_ALL'],
    ['an owner of nothing', 'owner', [], 'OWNER_SEES_ALL'],
  ] as const)('%s is refused', (_, role, environments, code) => {
    expect(asked(role, environments)).toMatchObject({ ok: false, code });
  });
  test('all, or each that was chosen once and in the order of the house', () => {
    expect(asked('owner', null)).toMatchObject({ ok: true, access: { environments: null } });
    expect(asked('admin', ['staging', 'production', 'staging'])).toMatchObject({
      access: { environments: ['production', 'staging'] },
    });
  });
});

describe('an invitation', () => {
  const invite = (target: Person | null, actor: Person | null = owner) =>
    decideInvitation({ role: 'viewer', environments: null }, { actor, target });
  test('gives a role to a stranger and to a customer', () => {
    for (const target of [null, somebody({ role: null, customerId: 'c' })]) {
      expect(invite(target)).toMatchObject({ ok: true, access: { role: 'viewer', disabled: false } });
    }
  });
  test('never changes the role of somebody who has one, nor switches an account on by the way', () => {
    expect(invite(somebody())).toMatchObject({ code: 'ALREADY_ADMIN' });
    expect(invite(somebody({ role: null, disabled: true }))).toMatchObject({ code: 'ALREADY_ADMIN' });
  });
  test('is refused to everybody but an active owner', () => {
    for (const actor of [null, { ...owner, role: 'admin' as const }, { ...owner, disabled: true }]) {
      expect(invite(null, actor)).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

test('who asks about their own access is told whom to ask, or whom to raise first', () => {
  expect(ownAccess(true)).toMatchObject({
    code: 'OWN_ACCESS',
    reason: expect.stringContaining('another owner') as string,
  });
  expect(ownAccess(false)).toMatchObject({
    code: 'LAST_OWNER',
    reason: expect.stringContaining('first') as string,
  });
});
