import type { Activation } from '@latchkey/domain/activation/activation';
import type { License } from '@latchkey/domain/license/license';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import type { OfflineAsked } from '@latchkey/domain/license/offline';
import { decideOffline } from '@latchkey/domain/license/offline';
import { decideCheck } from '@latchkey/domain/license/validation';
import { describe, expect, test } from 'vitest';
import {
  ACTORS,
  aDevice,
  aLicense,
  CUSTOMER_A,
  CUSTOMER_B,
  DAY,
  later,
  NOW,
} from '../../support/builders.ts';

const { customer, viewer } = ACTORS;
const STRANGER = { kind: 'customer', uid: 'uid-b', customerId: CUSTOMER_B.id } as const;

function asked(license: Partial<License> = {}, device: Partial<Activation> | null = null): OfflineAsked {
  const found = device === null ? 'not asked' : aDevice(device);
  return { license: aLicense(license), device: found, offered: true };
}

type Row = readonly [
  code: string,
  license: Partial<License>,
  device: Partial<Activation> | null,
  sentence: RegExp,
];
const REFUSED: readonly Row[] = [
  ['NOT_ASSIGNED', { status: 'available' }, null, /not been assigned/],
  ['INACTIVE', { status: 'inactive' }, null, /^License Inactive/],
  ['INACTIVE', { status: 'inactive' }, { status: 'suspended' }, /^License Inactive/],
  ['SUSPENDED', { status: 'suspended' }, null, /^License Suspended/],
  ['SUSPENDED', { status: 'suspended' }, {}, /^License Suspended/],
  ['EXPIRED', { status: 'expired' }, null, /^License Expired/],
  ['EXPIRED', { status: 'active', expiresAt: NOW }, null, /^License Expired/],
  ['EXPIRED', { status: 'assigned', expiresAt: later(-DAY) }, null, /^License Expired/],
  ['EXPIRED', { expiresAt: later(-7 * DAY), graceDays: 7 }, {}, /^License Expired/],
  ['REVOKED', { status: 'revoked' }, null, /^License Revoked/],
  ['DEVICE_DEACTIVATED', {}, { status: 'deactivated' }, /was removed from the license/],
  ['DEVICE_DEACTIVATED', { deviceEpoch: 1 }, { deviceEpoch: 0 }, /was removed from the license/],
  ['NOT_ACTIVATED', { requireIdentifier: true }, null, /^An identifier is needed/],
];

describe('no file where validate would not say VALID, and the same words for it', () => {
  test.each(REFUSED)('%s: license %j, device %j', (code, license, device, sentence) => {
    const refused = { ok: false, code, reason: expect.stringMatching(sentence) as string };
    expect(decideOffline(asked(license, device), viewer, NOW)).toEqual(refused);
    const owner = { customerId: CUSTOMER_A.id };
    const own = asked({ ...license, ...owner }, device);
    expect(decideOffline(own, customer, NOW)).toEqual(refused);
  });
});

const GRANTED: readonly (readonly [Partial<License>, Partial<Activation> | null])[] = [
  [{}, null],
  [{}, {}],
  [{ status: 'assigned' }, null],
  [{ expiresAt: later(1) }, null],
  [{ expiresAt: later(-DAY), graceDays: 7 }, {}],
  [{ productStatus: 'inactive' }, null],
  [{ requireIdentifier: true }, {}],
  [{ activationLimit: 1, activationCount: 1 }, {}],
  [{}, { status: 'suspended' }],
  [{}, { identifierType: 'domain', identifier: 'shop.example.com' }],
];

describe('a file where it would, and the event that tells of it', () => {
  test.each(GRANTED)('license %j, device %j', (license, device) => {
    const wanted = asked(license, device);
    for (const actor of [viewer, customer]) {
      expect(decideOffline(wanted, actor, NOW)).toMatchObject({
        ok: true,
        license: wanted.license,
        device: wanted.device === 'not asked' ? null : wanted.device,
        audit: [
          {
            action: 'license.offline-file',
            licenseId: wanted.license.id,
            activationId: device === null ? null : 'license-1_device-1',
          },
        ],
      });
    }
  });
});

test.each(LICENSE_STATUSES)('%s: a file exactly when validate says VALID', (status) => {
  for (const expiresAt of [null, later(-DAY), later(DAY)]) {
    for (const device of [null, {}, { status: 'deactivated' }] as const) {
      const wanted = asked({ status, expiresAt }, device);
      const known = wanted.device === 'not asked' ? null : wanted.device;
      const identifier = known && { type: known.identifierType, value: known.identifier };
      const question = {
        action: 'validate',
        product: null,
        identifierType: 'hardware',
        identifier,
        features: [],
      } as const;
      const finding = { where: 'here', license: wanted.license, device: known } as const;
      const code = decideCheck(question, finding, NOW);
      expect(decideOffline(wanted, viewer, NOW).ok).toBe(code === 'VALID');
    }
  }
});

describe('a customer', () => {
  const NOWHERE = { ok: false, code: 'NOT_FOUND', reason: 'There is no such license in this environment.' };
  const NO_DEVICE = { ok: false, code: 'NOT_FOUND', reason: 'There is no such device.' };

  test("gets no file of another's license, whatever its state; its owner does", () => {
    for (const status of LICENSE_STATUSES) {
      expect(decideOffline(asked({ status }), STRANGER, NOW)).toEqual(NOWHERE);
    }
    expect(decideOffline(asked(), customer, NOW).ok).toBe(true);
  });

  test('gets none of a license that has no customer', () => {
    expect(decideOffline(asked({ status: 'available' }), customer, NOW)).toEqual(NOWHERE);
  });

  test('gets none where the product does not allow it; the console does', () => {
    const wanted = asked({ offlineAllowed: false });
    expect(decideOffline(wanted, customer, NOW)).toMatchObject({ ok: false, code: 'OFFLINE_NOT_ALLOWED' });
    expect(decideOffline(wanted, viewer, NOW).ok).toBe(true);
    expect(decideOffline(asked(), customer, NOW).ok).toBe(true);
  });

  test('gets none while the settings keep it to the console; the console does', () => {
    const wanted = { ...asked(), offered: false };
    expect(decideOffline(wanted, customer, NOW)).toMatchObject({ ok: false, code: 'SELF_SERVICE_OFF' });
    expect(decideOffline(wanted, viewer, NOW).ok).toBe(true);
  });

  test('cannot name the device of an earlier owner', () => {
    const wanted = asked({ deviceEpoch: 1 }, { customerId: CUSTOMER_B.id });
    expect(decideOffline(wanted, customer, NOW)).toEqual(NO_DEVICE);
    expect(decideOffline(wanted, viewer, NOW)).toMatchObject({ code: 'DEVICE_DEACTIVATED' });
  });

  test('nor can anybody name the device of another license, or one that does not exist', () => {
    const { license } = asked();
    for (const actor of [customer, viewer]) {
      const other = aDevice({ licenseId: 'license-2' });
      expect(decideOffline({ license, device: other, offered: true }, actor, NOW)).toEqual(NO_DEVICE);
      expect(decideOffline({ license, device: null, offered: true }, actor, NOW)).toEqual(NO_DEVICE);
    }
  });
});
