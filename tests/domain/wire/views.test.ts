import { ActivationAnswer, LicenseAnswer } from '@latchkey/domain/wire/answer';
import { activationAnswer, licenseAnswer } from '@latchkey/domain/wire/views';
import { expect, test } from 'vitest';
import { aDevice, aLicense, CUSTOMER_A, DAY, later, NOW } from '../../support/builders.ts';

test('a license is shown by the clock, without key and personal data', () => {
  const license = aLicense({ expiresAt: later(-DAY), graceDays: 7, features: { a: 1 }, activationCount: 1 });
  const answer = licenseAnswer(license, NOW);
  expect(answer).toEqual({
    id: 'license-1',
    product: { id: 'acme-editor', name: 'Acme Editor' },
    environment: 'production',
    status: 'active',
    expiresAt: '2026-03-03T05:06:07.000Z',
    effectiveExpiresAt: '2026-03-10T05:06:07.000Z',
    inGrace: true,
    activationLimit: 3,
    activationCount: 1,
    features: { a: 1 },
  });
  for (const secret of [license.key, license.keyHint, CUSTOMER_A.email, CUSTOMER_A.id]) {
    expect(JSON.stringify(answer)).not.toContain(secret);
  }
  expect(LicenseAnswer.safeParse(answer).success).toBe(true);
});

test('a due license is shown as expired before any sweep', () => {
  const answer = licenseAnswer(aLicense({ expiresAt: later(-1) }), NOW);
  expect(answer).toMatchObject({ status: 'expired', inGrace: false });
});

test('Lifetime is shown as no date', () => {
  expect(licenseAnswer(aLicense(), NOW)).toMatchObject({ expiresAt: null, effectiveExpiresAt: null });
});

test('a device is shown as what it is worth now', () => {
  const answer = activationAnswer(
    aLicense({ status: 'suspended' }),
    aDevice({ label: 'Laptop', lastSeenAt: NOW }),
  );
  expect(answer).toEqual({
    id: 'license-1_device-1',
    identifier: 'HW-1',
    identifierType: 'hardware',
    status: 'suspended',
    label: 'Laptop',
    activatedAt: '2026-02-23T05:06:07.000Z',
    lastSeenAt: '2026-03-04T05:06:07.000Z',
  });
  expect(ActivationAnswer.safeParse(answer).success).toBe(true);
});

test('after a transfer the earlier owner’s name of the device is not shown', () => {
  const device = aDevice({ label: 'Laptop of Ada' });
  expect(activationAnswer(aLicense({ deviceEpoch: 1 }), device)).toMatchObject({
    status: 'deactivated',
    label: null,
  });
  expect(activationAnswer(aLicense({ deviceEpoch: 0 }), device).label).toBe('Laptop of Ada');
});
