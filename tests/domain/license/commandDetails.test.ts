import type { LicenseCommand } from '@latchkey/domain/license/commands';
import type { License } from '@latchkey/domain/license/license';
import { decideCommand } from '@latchkey/domain/license/transitions';
import { describe, expect, test } from 'vitest';
import { ACTORS, aStanding, CUSTOMER_A, CUSTOMER_B, DAY, later, NOW } from '../../support/builders.ts';

function decide(on: Partial<License>, command: LicenseCommand, actor: keyof typeof ACTORS = 'admin') {
  return decideCommand(aStanding(on), command, ACTORS[actor], NOW);
}
function code(on: Partial<License>, command: LicenseCommand, actor: keyof typeof ACTORS = 'admin') {
  const decision = decide(on, command, actor);
  return decision.ok ? 'accepted' : decision.code;
}

describe('reasons', () => {
  test.each([
    ['suspend', null, 'REASON_REQUIRED'],
    ['suspend', '', 'REASON_REQUIRED'],
    ['suspend', ' \n', 'REASON_REQUIRED'],
    ['suspend', 'x', 'accepted'],
    ['revoke', null, 'REASON_REQUIRED'],
    ['revoke', ' ', 'REASON_REQUIRED'],
    ['revoke', 'x', 'accepted'],
    ['inactivate', null, 'accepted'],
    ['inactivate', '', 'accepted'],
  ] as const)('%s with the public reason %j: %s', (type, publicReason, expected) => {
    expect(code({}, { type, publicReason, note: 'internal' })).toBe(expected);
  });

  test('an empty public reason is stored as none', () => {
    const decision = decide({}, { type: 'inactivate', publicReason: ' ', note: '' });
    expect(decision.ok && decision.license?.publicReason).toBeNull();
    expect(decision.ok && decision.private.internalNote).toBeNull();
  });
});

describe('assign', () => {
  const command: LicenseCommand = { type: 'assign', customer: CUSTOMER_B };

  test.each([
    ['an archived product', { productStatus: 'inactive' }, 'PRODUCT_INACTIVE'],
    ['a fixed date now', { expiresAt: NOW }, 'EXPIRY_PASSED'],
    ['a fixed date gone, within grace', { expiresAt: later(-1), graceDays: 30 }, 'EXPIRY_PASSED'],
    ['a fixed date ahead', { expiresAt: later(1) }, 'accepted'],
    ['Lifetime', {}, 'accepted'],
  ] as const)('of an available license with %s: %s', (_, on, expected) => {
    expect(code({ status: 'available', ...on }, command)).toBe(expected);
  });

  test('an available license past its date may be edited, and then assigned', () => {
    const past = { status: 'available', expiresAt: later(-DAY) } as const;
    const edited = decide(past, { type: 'edit', changes: { expiresAt: later(DAY) }, revision: 1 });
    expect(edited.ok && edited.license && code(edited.license, command)).toBe('accepted');
  });

  test('a validity from assignment starts, and the audit tells from when', () => {
    const validity = { amount: 1, unit: 'months', from: 'assignment' } as const;
    const decision = decide({ status: 'available', validity }, command);
    const end = new Date('2026-04-04T05:06:07.000Z');
    if (!decision.ok) throw new Error(decision.code);
    expect(decision.license).toMatchObject({ expiresAt: end, validity: null, expirySort: end, dueAt: end });
    expect(decision.audit[0]?.changes).toMatchObject({ expiresAt: { before: null, after: end } });
  });

  test('a validity from first activation waits', () => {
    const validity = { amount: 1, unit: 'months', from: 'activation' } as const;
    const decision = decide({ status: 'available', validity }, command);
    expect(decision.ok && decision.license).toMatchObject({ expiresAt: null, validity, dueAt: null });
  });
});

describe('transfer', () => {
  test('to the customer who has it already is refused', () => {
    expect(code({}, { type: 'transfer', customer: CUSTOMER_A })).toBe('SAME_CUSTOMER');
  });

  test.each(['assigned', 'active'] as const)('keeps a license %s, and its expiry', (status) => {
    const decision = decide({ status, expiresAt: later(DAY) }, { type: 'transfer', customer: CUSTOMER_B });
    expect(decision.ok && decision.license).toMatchObject({ status, expiresAt: later(DAY) });
  });
});

describe('delete', () => {
  test.each([
    ['0001', 'accepted'],
    [' 0001 ', 'accepted'],
    ['', 'CONFIRMATION_MISMATCH'],
    ['0002', 'CONFIRMATION_MISMATCH'],
    ['TEST-KEYS-0000-0001', 'CONFIRMATION_MISMATCH'],
  ])('confirmed by %j: %s', (confirmation, expected) => {
    expect(code({}, { type: 'delete', confirmation })).toBe(expected);
  });

  test('the case of the typed characters does not matter', () => {
    expect(code({ key: 'abcd-efgh' }, { type: 'delete', confirmation: 'EFGH' })).toBe('accepted');
  });
});

describe('a license that is due, which no sweep has reached, is treated as expired', () => {
  const due = { status: 'active', expiresAt: later(-1) } as const;
  const why = { publicReason: 'x', note: null };
  test.each([
    [{ type: 'suspend', ...why }, 'CANNOT_SUSPEND'],
    [{ type: 'inactivate', ...why }, 'CANNOT_INACTIVATE'],
    [{ type: 'transfer', customer: CUSTOMER_B }, 'CANNOT_TRANSFER'],
    [{ type: 'revoke', ...why }, 'accepted'],
    [{ type: 'edit', changes: { activationLimit: 1 }, revision: null }, 'accepted'],
  ] as const)('%j: %s', (command, expected) => {
    expect(code(due, command)).toBe(expected);
    expect(code({ ...due, status: 'expired' }, command)).toBe(expected);
  });

  test('a paused or suspended one is not lifted any more', () => {
    expect(code({ ...due, status: 'inactive' }, { type: 'reactivate' })).toBe('CANNOT_REACTIVATE');
    expect(code({ ...due, status: 'suspended' }, { type: 'unsuspend' })).toBe('CANNOT_UNSUSPEND');
  });

  test('time expires it only when it is due, grace included', () => {
    expect(code({ ...due, expiresAt: later(1) }, { type: 'expire' }, 'clock')).toBe('NOT_DUE');
    expect(code({ ...due, graceDays: 1 }, { type: 'expire' }, 'clock')).toBe('NOT_DUE');
    expect(code({ ...due, expiresAt: null }, { type: 'expire' }, 'clock')).toBe('NOT_DUE');
    expect(code(due, { type: 'expire' }, 'clock')).toBe('accepted');
  });
});
