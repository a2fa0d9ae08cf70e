import { effectiveExpiresAt, effectiveState, inGrace } from '@latchkey/domain/license/expiry';
import { isDue } from '@latchkey/domain/license/devices';
import { FAR_FUTURE, LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { describe, expect, test } from 'vitest';
import { aLicense, DAY, later, NOW } from '../../support/builders.ts';

const MORTAL = ['assigned', 'active', 'inactive', 'suspended'] as const;

describe.each(MORTAL)('a license stored as %s', (status) => {
  test.each([
    // grace days, milliseconds from the expiry to now, state, in grace
    [0, -1, status, false],
    [0, 0, 'expired', false],
    [0, 1, 'expired', false],
    [7, -1, status, false],
    [7, 0, status, true],
    [7, 1, status, true],
    [7, 7 * DAY - 1, status, true],
    [7, 7 * DAY, 'expired', false],
    [7, 7 * DAY + 1, 'expired', false],
  ] as const)('with %d days of grace, %d ms after its date, is %s', (graceDays, past, state, grace) => {
    const license = aLicense({ status, graceDays, expiresAt: later(-past) });
    expect(effectiveState(license, NOW)).toBe(state);
    expect(inGrace(license, NOW)).toBe(grace);
    expect(isDue(license, NOW)).toBe(state === 'expired');
  });
});

test.each(['available', 'expired', 'revoked'] as const)(
  'time does not end a license that is %s',
  (status) => {
    const license = aLicense({ status, expiresAt: later(-DAY) });
    expect(effectiveState(license, NOW)).toBe(status);
    expect(inGrace(license, NOW)).toBe(false);
    expect(isDue(license, NOW)).toBe(false);
    expect(license.dueAt).toBeNull();
  },
);

test.each(LICENSE_STATUSES)('Lifetime never ends, whatever the grace (%s)', (status) => {
  const license = aLicense({ status, expiresAt: null, graceDays: 30 });
  expect(effectiveExpiresAt(license)).toBeNull();
  expect(effectiveState(license, FAR_FUTURE)).toBe(status);
  expect(license).toMatchObject({ expirySort: FAR_FUTURE, dueAt: null });
});

test('lists sort by the date, the sweep looks for date and grace together', () => {
  const license = aLicense({ expiresAt: NOW, graceDays: 7 });
  expect(license).toMatchObject({ expirySort: NOW, dueAt: later(7 * DAY) });
});
