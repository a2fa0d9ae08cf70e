import {
  afterSelfDeactivation,
  MAX_DEACTIVATIONS,
  selfServiceAllowance,
} from '@latchkey/domain/activation/selfService';
import { transfer } from '@latchkey/domain/license/ownership';
import { describe, expect, test } from 'vitest';
import { aLicense, aStanding, CUSTOMER_B, DAY, later, NOW, SECOND } from '../../support/builders.ts';

const TWO_IN_30 = { deactivationLimit: 2, deactivationDays: 30 };

function allowance(daysAgo: readonly number[], rules: Parameters<typeof selfServiceAllowance>[1]) {
  const selfDeactivations = daysAgo.map((days) => later(-days * DAY));
  return selfServiceAllowance({ selfDeactivations }, rules, NOW);
}

describe('a customer takes so many devices off a license within so many days', () => {
  test.each([
    ['none so far', [], 0, null],
    ['one of two', [3], 1, null],
    ['both used: the older one has to be forgotten first', [3, 10], 2, 20],
    ['told in any order', [10, 3], 2, 20],
    ['an old one does not count', [3, 31], 1, null],
    ['a limit that was lowered afterwards: until only one counts', [1, 2, 3, 4], 4, 28],
  ] as const)('%s', (_name, daysAgo, used, inDays) => {
    const possibleAt = inDays === null ? null : later(inDays * DAY);
    expect(allowance(daysAgo, TWO_IN_30)).toEqual({ limit: 2, days: 30, used, possibleAt });
  });

  test('at the moment that was named it is possible, a second earlier it is not', () => {
    const license = { selfDeactivations: [later(-3 * DAY), later(-10 * DAY)] };
    const { possibleAt } = selfServiceAllowance(license, TWO_IN_30, NOW);
    if (possibleAt === null) throw new Error('both are used');
    expect(selfServiceAllowance(license, TWO_IN_30, later(-SECOND, possibleAt)).possibleAt).not.toBeNull();
    expect(selfServiceAllowance(license, TWO_IN_30, possibleAt).possibleAt).toBeNull();
  });

  test('without a limit it is always possible', () => {
    const rules = { deactivationLimit: null, deactivationDays: 30 };
    expect(allowance([0, 0, 0, 0], rules)).toMatchObject({ limit: null, possibleAt: null });
  });
});

test('what is kept never grows beyond what can count, and the newest comes first', () => {
  let kept: readonly Date[] = [later(-366 * DAY)];
  for (let i = 1; i <= MAX_DEACTIVATIONS + 5; i += 1) {
    kept = afterSelfDeactivation({ selfDeactivations: kept }, later(i * SECOND));
  }
  expect(kept).toHaveLength(MAX_DEACTIVATIONS);
  expect(kept[0]).toEqual(later((MAX_DEACTIVATIONS + 5) * SECOND));
});

test('a new owner starts anew', () => {
  const license = aLicense({ selfDeactivations: [later(-DAY)] });
  const decision = transfer(aStanding(license), { type: 'transfer', customer: CUSTOMER_B }, NOW);
  expect(decision).toMatchObject({ ok: true, license: { customerId: CUSTOMER_B.id, selfDeactivations: [] } });
});
