import type { Activation } from '@latchkey/domain/activation/activation';
import type { VerdictCode } from '@latchkey/domain/license/codes';
import type { License } from '@latchkey/domain/license/license';
import type { CheckAction, Question } from '@latchkey/domain/license/validation';
import { decideCheck } from '@latchkey/domain/license/validation';
import { describe, expect, test } from 'vitest';
import { aDevice, aLicense, later, NOW } from '../../support/builders.ts';

/** What makes a rule of contract.md apply, as far as possible without making another one apply. */
interface Cause {
  readonly number: number;
  readonly code: VerdictCode;
  readonly actions: readonly CheckAction[];
  readonly license?: Partial<License>;
  readonly device?: Partial<Activation> | 'none';
  readonly question?: Partial<Question>;
}

const ALL: readonly CheckAction[] = ['validate', 'activate', 'deactivate'];
const USE: readonly CheckAction[] = ['validate', 'activate'];
const domain = { identifierType: 'domain', identifier: { type: 'domain', value: 'a.example' } } as const;
const full = { activationLimit: 1, activationCount: 1 };

const CAUSES: readonly Cause[] = [
  { number: 3, code: 'PRODUCT_MISMATCH', actions: ALL, question: { product: 'other' } },
  { number: 4, code: 'REVOKED', actions: USE, license: { status: 'revoked' } },
  { number: 5, code: 'EXPIRED', actions: USE, license: { expiresAt: later(-1) } },
  { number: 6, code: 'SUSPENDED', actions: USE, license: { status: 'suspended' } },
  { number: 7, code: 'INACTIVE', actions: USE, license: { status: 'inactive' } },
  { number: 8, code: 'NOT_ASSIGNED', actions: USE, license: { status: 'available' } },
  { number: 9, code: 'PRODUCT_INACTIVE', actions: ['activate'], license: { productStatus: 'inactive' } },
  { number: 10, code: 'FEATURE_MISSING', actions: ['validate'], question: { features: ['absent'] } },
  { number: 11, code: 'ALREADY_ACTIVATED', actions: ['activate'], device: { status: 'active' } },
  { number: 12, code: 'LIMIT_EXCEEDED', actions: ['activate'], license: full },
  { number: 13, code: 'DEVICE_DEACTIVATED', actions: ['validate'], device: { status: 'deactivated' } },
  { number: 14, code: 'HARDWARE_MISMATCH', actions: ['validate'], license: full, device: 'none' },
  {
    number: 14,
    code: 'DOMAIN_MISMATCH',
    actions: ['validate'],
    license: full,
    device: 'none',
    question: domain,
  },
  { number: 15, code: 'NOT_ACTIVATED', actions: ['validate', 'deactivate'], device: 'none' },
];

/** Whether both can hold of one license, one device and one question. */
function canMeet(one: Cause, other: Cause): boolean {
  const states = [one, other].map(({ license }) => license?.status);
  if (states[0] && states[1]) return false;
  // A revoked or an available license does not expire, and no device of theirs holds a slot.
  const [a, b] = [one.code, other.code];
  const timeless: readonly VerdictCode[] = ['REVOKED', 'NOT_ASSIGNED'];
  if ((a === 'EXPIRED' && timeless.includes(b)) || (b === 'EXPIRED' && timeless.includes(a))) return false;
  if (one.device !== undefined && other.device !== undefined) {
    const removed = [one.device, other.device].some((device) => device !== 'none');
    if (removed) return false;
  }
  return one.number !== other.number;
}

function decide(action: CheckAction, causes: readonly Cause[]): VerdictCode {
  const license = aLicense(Object.assign({}, ...causes.map((cause) => cause.license)) as Partial<License>);
  const devices = causes.flatMap((cause) => (cause.device === undefined ? [] : [cause.device]));
  const fallback = action === 'activate' ? 'none' : {};
  const device = devices[0] ?? fallback;
  const question: Question = {
    action,
    product: null,
    identifierType: 'hardware',
    identifier: { type: 'hardware', value: 'HW-1' },
    features: [],
    ...(Object.assign({}, ...causes.map((cause) => cause.question)) as Partial<Question>),
  };
  const known = device === 'none' ? null : aDevice(device);
  return decideCheck(question, { where: 'here', license, device: known }, NOW);
}

const ACTIONS = ['validate', 'activate', 'deactivate'] as const;
const SINGLES = ACTIONS.flatMap((action) =>
  CAUSES.filter(({ actions }) => actions.includes(action)).map((cause) => ({ action, cause })),
);
const PAIRS = SINGLES.flatMap(({ action, cause: first }) =>
  SINGLES.filter(({ action: same, cause }) => same === action && cause.number > first.number)
    .filter(({ cause: second }) => canMeet(first, second))
    .map(({ cause: second }) => ({ action, first, second })),
);

describe('each cause alone gives its own code', () => {
  test.each(SINGLES)('$action: $cause.code', ({ action, cause }) => {
    expect(decide(action, [cause])).toBe(cause.code);
  });
});

describe('where two rules apply, the lower number wins', () => {
  test.each(PAIRS)('$action: $first.code before $second.code', ({ action, first, second }) => {
    expect(decide(action, [first, second])).toBe(first.code);
    expect(decide(action, [second, first])).toBe(first.code);
  });

  test('no pair goes missing unseen', () => {
    expect(PAIRS).toHaveLength(72);
  });
});
