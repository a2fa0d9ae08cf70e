import type { LicenseChanges } from '@latchkey/domain/license/commands';
import type { Decision } from '@latchkey/domain/license/decision';
import type { CustomerRef, LicenseStatus } from '@latchkey/domain/license/license';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { decideCommand } from '@latchkey/domain/license/transitions';
import { describe, expect, test } from 'vitest';
import {
  ACTORS,
  aLicense,
  aStanding,
  CUSTOMER_A,
  CUSTOMER_B,
  DAY,
  later,
  NOW,
} from '../../support/builders.ts';

type Before = NonNullable<Parameters<typeof aLicense>[0]>;

function edit(
  before: Before,
  customer: CustomerRef | undefined,
  changes: LicenseChanges = {},
  revision: number | null = 1,
): Decision {
  const command = { type: 'edit', changes, revision, ...(customer && { customer }) } as const;
  return decideCommand(aStanding(aLicense(before)), command, ACTORS.operator, NOW);
}

const ACTIONS: Partial<Record<LicenseStatus, string>> = {
  available: 'license.assigned',
  assigned: 'license.transferred',
  active: 'license.transferred',
};

describe('an edit that names a customer', () => {
  test.each(LICENSE_STATUSES)('%s: assigns, transfers, or is refused as a whole', (status) => {
    const decision = edit({ status }, CUSTOMER_B, { activationLimit: 7 });
    const action = ACTIONS[status];
    if (action === undefined) {
      expect(decision).toMatchObject({ ok: false });
      return;
    }
    expect(decision).toMatchObject({ ok: true, license: { activationLimit: 7, customerId: CUSTOMER_B.id } });
    expect(decision.ok && decision.audit.map((event) => event.action)).toEqual(['license.edited', action]);
  });

  test('saving a customer on an available license makes it assigned, in one event where nothing else changed', () => {
    const decision = edit({ status: 'available' }, CUSTOMER_A);
    expect(decision).toMatchObject({
      ok: true,
      license: { status: 'assigned', customerId: CUSTOMER_A.id, customerEmail: CUSTOMER_A.email },
      devices: 'keep',
    });
    expect(decision.ok && decision.audit.map(({ action, from, to }) => [action, from, to])).toEqual([
      ['license.assigned', 'available', 'assigned'],
    ]);
  });

  test('another customer cuts off every device, like a transfer', () => {
    const decision = edit({ activationCount: 2, deviceEpoch: 4 }, CUSTOMER_B);
    expect(decision).toMatchObject({
      ok: true,
      devices: 'deactivate',
      license: { status: 'active', activationCount: 0, deviceEpoch: 5 },
    });
  });

  test('the customer who has it already is no change: the devices stay', () => {
    const decision = edit({ activationCount: 2 }, CUSTOMER_A, { activationLimit: 5 });
    expect(decision).toMatchObject({ ok: true, devices: 'keep', license: { activationCount: 2 } });
    expect(decision.ok && decision.audit.map(({ action }) => action)).toEqual(['license.edited']);
  });

  test('a date that has passed may be moved and the license assigned in one save; without the date it is refused', () => {
    const before: Before = { status: 'available', expiresAt: later(-DAY) };
    expect(edit(before, CUSTOMER_A)).toMatchObject({ ok: false, code: 'EXPIRY_PASSED' });
    const decision = edit(before, CUSTOMER_A, { expiresAt: later(DAY) });
    expect(decision).toMatchObject({ ok: true, license: { status: 'assigned', expiresAt: later(DAY) } });
  });

  test('what is refused changes nothing: neither a wrong limit nor an old revision lets the customer through', () => {
    expect(edit({}, CUSTOMER_B, { activationLimit: 0 })).toMatchObject({ code: 'LIMIT_OUT_OF_RANGE' });
    expect(edit({}, CUSTOMER_B, {}, 9)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect(edit({ status: 'available', productStatus: 'inactive' }, CUSTOMER_B)).toMatchObject({
      code: 'PRODUCT_INACTIVE',
    });
  });
});
