import { reconcileDevice } from '@latchkey/domain/activation/fanOut';
import { effectiveDeviceStatus, takesSlot } from '@latchkey/domain/activation/activation';
import { activateDevice, deactivateDevice, needsLastSeen } from '@latchkey/domain/license/devices';
import { describe, expect, test } from 'vitest';
import { aDevice, aLicense, CUSTOMER_B, DAY, HOUR, later, NOW } from '../../support/builders.ts';

const asked = {
  id: 'license-1_device-1',
  identifier: { type: 'hardware', value: 'HW-1' },
  label: null,
  appVersion: null,
} as const;

describe('activating', () => {
  test('the first device makes an assigned license active; two events tell it', () => {
    const before = aLicense({ status: 'assigned' });
    const { license, device, audit } = activateDevice(before, null, asked, NOW);
    expect(license).toMatchObject({
      status: 'active',
      statusRank: 2,
      statusChangedAt: NOW,
      activationCount: 1,
      activatedAt: NOW,
      revision: before.revision,
    });
    expect(device).toMatchObject({
      status: 'active',
      activatedAt: NOW,
      lastSeenAt: null,
      customerId: 'customer-a',
    });
    expect(audit.map(({ action, from, to }) => [action, from, to])).toEqual([
      ['license.activated', 'assigned', 'active'],
      ['activation.created', null, null],
    ]);
  });

  test('a further device takes a slot and leaves the state alone', () => {
    const before = aLicense({ activationCount: 1 });
    const { license, audit } = activateDevice(before, null, asked, NOW);
    expect(license).toEqual({ ...before, activationCount: 2, updatedAt: NOW });
    expect(audit.map(({ action }) => action)).toEqual(['activation.created']);
  });

  test('the first activation starts a validity that waits for it, and the audit tells from when', () => {
    const validity = { amount: 30, unit: 'days', from: 'activation' } as const;
    const before = aLicense({ status: 'assigned', validity, graceDays: 2 });
    const { license, audit } = activateDevice(before, null, asked, NOW);
    const end = later(30 * DAY);
    expect(license).toMatchObject({
      expiresAt: end,
      validity: null,
      expirySort: end,
      dueAt: later(32 * DAY),
    });
    expect(audit[0]?.changes).toEqual({
      expiresAt: { before: null, after: end },
      validity: { before: validity, after: null },
    });
  });

  test('a removed device reuses its record, its label too, unless a new one is given', () => {
    const known = aDevice({ status: 'deactivated', label: 'Laptop', deactivatedAt: NOW, lastSeenAt: NOW });
    const again = activateDevice(aLicense(), known, asked, NOW).device;
    const renamed = activateDevice(aLicense(), known, { ...asked, label: 'Desk' }, NOW).device;
    expect(again).toMatchObject({ id: known.id, label: 'Laptop', deactivatedAt: null, lastSeenAt: null });
    expect(renamed.label).toBe('Desk');
  });

  test('after a transfer the device belongs to the new owner, without the label of the old one', () => {
    const known = aDevice({ label: 'Laptop of Ada', customerId: 'customer-a' });
    const license = aLicense({ customerId: CUSTOMER_B.id, deviceEpoch: 1 });
    const { device } = activateDevice(license, known, asked, NOW);
    expect(device).toMatchObject({ customerId: CUSTOMER_B.id, label: null, deviceEpoch: 1 });
  });

  test('audit names the device by id alone', () => {
    const { audit } = activateDevice(aLicense({ status: 'assigned' }), null, asked, NOW);
    expect(JSON.stringify(audit)).not.toContain('HW-1');
  });
});

describe('deactivating', () => {
  test('frees the slot and keeps the state, even when it was the last device', () => {
    const before = aLicense({ activationCount: 1 });
    const { license, device, audit } = deactivateDevice(before, aDevice(), NOW);
    expect(license).toEqual({ ...before, activationCount: 0, updatedAt: NOW });
    expect(device).toMatchObject({ status: 'deactivated', deactivatedAt: NOW });
    expect(audit.map(({ action }) => action)).toEqual(['activation.deactivated']);
  });
});

test.each([
  [null, true],
  [later(-HOUR + 1), false],
  [later(-HOUR), true],
  [later(-HOUR - 1), true],
  [later(1), false],
])('last seen at %s is written again: %s', (lastSeenAt, expected) => {
  expect(needsLastSeen(aDevice({ lastSeenAt }), NOW)).toBe(expected);
});

/** stored license state, stored device status -> what the device is worth, what is written to it */
const WORTH = [
  ['available', 'active', 'deactivated', null],
  ['assigned', 'active', 'active', null],
  ['active', 'active', 'active', null],
  ['active', 'suspended', 'active', 'active'],
  ['inactive', 'active', 'suspended', 'suspended'],
  ['inactive', 'suspended', 'suspended', null],
  ['suspended', 'active', 'suspended', 'suspended'],
  ['suspended', 'suspended', 'suspended', null],
  ['expired', 'active', 'active', null],
  ['expired', 'suspended', 'suspended', null],
  ['revoked', 'active', 'deactivated', 'deactivated'],
  ['revoked', 'suspended', 'deactivated', 'deactivated'],
  ['active', 'deactivated', 'deactivated', null],
  ['suspended', 'deactivated', 'deactivated', null],
  ['revoked', 'deactivated', 'deactivated', null],
] as const;

describe.each(WORTH)('under a license %s, a device marked %s', (status, marked, worth, written) => {
  const license = aLicense({ status });
  const device = aDevice({ status: marked });

  test(`is ${worth}`, () => {
    expect(effectiveDeviceStatus(license, device)).toBe(worth);
    expect(takesSlot(license, device)).toBe(worth !== 'deactivated');
  });

  test('is brought in line, and then left alone', () => {
    const change = reconcileDevice(license, device, NOW);
    expect(change?.status ?? null).toBe(written);
    if (change) expect(reconcileDevice(license, { ...device, ...change }, later(DAY))).toBeNull();
  });
});

describe('a device from before a transfer', () => {
  const license = aLicense({ deviceEpoch: 2 });

  test.each(['active', 'suspended', 'deactivated'] as const)(
    'marked %s: cut off from its owner, once',
    (status) => {
      const device = aDevice({
        status,
        deviceEpoch: 1,
        deactivatedAt: status === 'deactivated' ? later(-DAY) : null,
      });
      expect(effectiveDeviceStatus(license, device)).toBe('deactivated');
      const change = reconcileDevice(license, device, NOW);
      expect(change).toEqual({
        status: 'deactivated',
        deactivatedAt: device.deactivatedAt ?? NOW,
        customerId: null,
        customerName: null,
        customerEmail: null,
      });
      expect(reconcileDevice(license, { ...device, ...change }, later(DAY))).toBeNull();
    },
  );
});
