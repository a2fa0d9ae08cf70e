import { normaliseIdentifier } from '@latchkey/domain/activation/identifier';
import type { Activation } from '@latchkey/domain/activation/activation';
import type { VerdictCode } from '@latchkey/domain/license/codes';
import { VERDICT_CODES } from '@latchkey/domain/license/codes';
import type { License } from '@latchkey/domain/license/license';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import type { CheckAction, Question } from '@latchkey/domain/license/validation';
import { decideCheck } from '@latchkey/domain/license/validation';
import { describe, expect, test } from 'vitest';
import { aDevice, aLicense, DAY, later, NOW } from '../../support/builders.ts';

/** A question about HW-1, or about whatever the row says. */
function ask(action: CheckAction, question: Partial<Question> = {}): Question {
  const identifier = { type: 'hardware', value: 'HW-1' } as const;
  return { action, product: null, identifierType: 'hardware', identifier, features: [], ...question };
}

function code(
  question: Question,
  license: Partial<License> = {},
  device: Partial<Activation> | null = null,
): VerdictCode {
  const known = device && aDevice(device);
  return decideCheck(question, { where: 'here', license: aLicense(license), device: known }, NOW);
}

const FULL = { activationLimit: 1, activationCount: 1 };
const DOMAIN = { identifierType: 'domain', identifier: { type: 'domain', value: 'a.example' } } as const;
const REMOVED = { status: 'deactivated' } as const;

type Row = [VerdictCode, Partial<License>, Partial<Activation> | null, Partial<Question>?];

const BY_ACTION: Record<CheckAction, readonly Row[]> = {
  validate: [
    ['PRODUCT_MISMATCH', {}, {}, { product: 'other' }],
    ['REVOKED', { status: 'revoked' }, {}],
    ['EXPIRED', { status: 'expired' }, {}],
    ['EXPIRED', { expiresAt: NOW }, {}],
    ['SUSPENDED', { status: 'suspended' }, {}],
    ['INACTIVE', { status: 'inactive' }, {}],
    ['NOT_ASSIGNED', { status: 'available' }, null],
    ['FEATURE_MISSING', {}, {}, { features: ['x'] }],
    ['DEVICE_DEACTIVATED', {}, REMOVED],
    ['HARDWARE_MISMATCH', FULL, null],
    ['DOMAIN_MISMATCH', FULL, null, DOMAIN],
    ['NOT_ACTIVATED', {}, null],
    ['NOT_ACTIVATED', { status: 'assigned' }, null],
    ['NOT_ACTIVATED', { requireIdentifier: true }, null, { identifier: null }],
    ['VALID', {}, {}],
    ['VALID', {}, null, { identifier: null }],
    ['VALID', { status: 'assigned' }, null, { identifier: null }],
    ['VALID', { productStatus: 'inactive' }, {}],
    ['VALID', FULL, {}],
    ['VALID', { activationLimit: 1, activationCount: 3 }, {}],
    ['VALID', { requireIdentifier: true }, {}],
    ['VALID', {}, {}, { product: 'acme-editor' }],
  ],
  activate: [
    ['PRODUCT_MISMATCH', {}, {}, { product: 'other' }],
    ['REVOKED', { status: 'revoked' }, null],
    ['EXPIRED', { status: 'expired' }, null],
    ['EXPIRED', { expiresAt: NOW }, {}],
    ['SUSPENDED', { status: 'suspended' }, null],
    ['INACTIVE', { status: 'inactive' }, null],
    ['NOT_ASSIGNED', { status: 'available' }, null],
    ['PRODUCT_INACTIVE', { productStatus: 'inactive' }, null],
    ['ALREADY_ACTIVATED', {}, {}],
    ['ALREADY_ACTIVATED', FULL, {}],
    ['LIMIT_EXCEEDED', FULL, null],
    ['LIMIT_EXCEEDED', FULL, REMOVED],
    ['LIMIT_EXCEEDED', { activationLimit: 1, activationCount: 3 }, null],
    ['ACTIVATED', {}, null],
    ['ACTIVATED', {}, REMOVED],
    ['ACTIVATED', { status: 'assigned' }, null],
    ['ACTIVATED', { activationLimit: -1, activationCount: 20_000 }, null],
  ],
  deactivate: [
    ['PRODUCT_MISMATCH', {}, {}, { product: 'other' }],
    ['NOT_ACTIVATED', {}, null],
    ['NOT_ACTIVATED', {}, REMOVED],
    ['NOT_ACTIVATED', { status: 'revoked' }, {}],
    ['NOT_ACTIVATED', { status: 'available' }, null],
    ['DEACTIVATED', {}, {}],
    ['DEACTIVATED', FULL, {}],
    ['DEACTIVATED', { status: 'suspended' }, { status: 'suspended' }],
    ['DEACTIVATED', { status: 'suspended' }, {}],
    ['DEACTIVATED', { status: 'inactive' }, {}],
    ['DEACTIVATED', { status: 'expired' }, {}],
    ['DEACTIVATED', { status: 'expired' }, { status: 'suspended' }],
    ['DEACTIVATED', { productStatus: 'inactive' }, {}],
  ],
};

const ACTIONS = ['validate', 'activate', 'deactivate'] as const;

describe.each(ACTIONS)('%s', (action) => {
  test.each(BY_ACTION[action])(
    '%s: license %j, device %j, question %j',
    (expected, license, device, question) => {
      expect(code(ask(action, question), license, device)).toBe(expected);
    },
  );

  test('an unknown key and one of another environment say nothing about a license', () => {
    expect(decideCheck(ask(action), { where: 'nowhere' }, NOW)).toBe('NOT_FOUND');
    expect(decideCheck(ask(action), { where: 'elsewhere' }, NOW)).toBe('ENVIRONMENT_MISMATCH');
  });

  test('every license, device and question gets an answer', () => {
    for (const status of LICENSE_STATUSES) {
      for (const device of [null, {}, REMOVED, { status: 'suspended' } as const]) {
        for (const identifier of [null, { type: 'hardware', value: 'HW-1' } as const]) {
          expect(VERDICT_CODES).toContain(code(ask(action, { identifier }), { status }, device));
        }
      }
    }
  });
});

test('every code of the contract is reached', () => {
  const reached = ACTIONS.flatMap((action) => BY_ACTION[action].map(([expected]) => expected));
  expect(new Set([...reached, 'NOT_FOUND', 'ENVIRONMENT_MISMATCH'])).toEqual(new Set(VERDICT_CODES));
});

describe('devices', () => {
  test('one still marked suspended under an active license counts as active', () => {
    expect(code(ask('validate'), {}, { status: 'suspended' })).toBe('VALID');
    expect(code(ask('activate'), {}, { status: 'suspended' })).toBe('ALREADY_ACTIVATED');
    expect(code(ask('deactivate'), {}, { status: 'suspended' })).toBe('DEACTIVATED');
  });

  test('one of an earlier owner counts as removed, before it was marked so', () => {
    expect(code(ask('validate'), { deviceEpoch: 1 }, { deviceEpoch: 0 })).toBe('DEVICE_DEACTIVATED');
    expect(code(ask('activate'), { deviceEpoch: 1 }, { deviceEpoch: 0 })).toBe('ACTIVATED');
    expect(code(ask('deactivate'), { deviceEpoch: 1 }, { deviceEpoch: 0 })).toBe('NOT_ACTIVATED');
    expect(code(ask('validate'), { deviceEpoch: 1 }, { deviceEpoch: 1 })).toBe('VALID');
  });

  test('a domain in any spelling is one and the same', () => {
    const spelled = normaliseIdentifier('domain', 'HTTPS://www.A.example:8443/path');
    expect(spelled).toBe(DOMAIN.identifier.value);
  });
});

test.each([
  [0, -1, 'VALID', 'ACTIVATED'],
  [0, 0, 'EXPIRED', 'EXPIRED'],
  [0, 1, 'EXPIRED', 'EXPIRED'],
  [7, 7 * DAY - 1, 'VALID', 'ACTIVATED'],
  [7, 7 * DAY, 'EXPIRED', 'EXPIRED'],
  [7, 7 * DAY + 1, 'EXPIRED', 'EXPIRED'],
] as const)(
  'no sweep: %d days of grace, %d ms past the date: %s, %s',
  (graceDays, past, validate, activate) => {
    const license = { graceDays, expiresAt: later(-past) };
    expect(code(ask('validate'), license, {})).toBe(validate);
    expect(code(ask('activate'), license, null)).toBe(activate);
    expect(code(ask('deactivate'), license, {})).toBe('DEACTIVATED');
  },
);
