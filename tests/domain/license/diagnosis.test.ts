import type { Activation } from '@latchkey/domain/activation/activation';
import type { VerdictCode } from '@latchkey/domain/license/codes';
import { isOk, VERDICT_CODES } from '@latchkey/domain/license/codes';
import type { Diagnosis, DiagnosisAsked } from '@latchkey/domain/license/diagnosis';
import { diagnose } from '@latchkey/domain/license/diagnosis';
import { diagnosisFacts } from '@latchkey/domain/license/diagnosisFacts';
import { diagnosisWords } from '@latchkey/domain/license/diagnosisWords';
import type { License, LicenseStatus } from '@latchkey/domain/license/license';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { decideCheck } from '@latchkey/domain/license/validation';
import { describe, expect, test } from 'vitest';
import { aDevice, aLicense, DAY, later, NOW } from '../../support/builders.ts';
import { DIAGNOSES, FULL, HW_9, REMOVED } from '../../support/diagnosisRows.ts';

function of(
  license: Partial<License>,
  device: Partial<Activation> | null = null,
  asked: DiagnosisAsked = {},
): Diagnosis {
  return diagnose(aLicense(license), device && aDevice(device), asked, NOW);
}

describe('why, since when and what to do', () => {
  test.each(DIAGNOSES)('$code: license $license, asked $asked', (row) => {
    const found = of(row.license, row.device ?? null, row.asked);
    expect(found.code).toBe(row.code);
    expect(found.valid).toBe(isOk(row.code));
    expect(found.facts.since).toEqual(row.since);
    expect(found.sentence).toMatch(row.says);
    expect(found.advice.console).toMatch(row.console);
    expect(found.advice.customer).toMatch(row.customer);
  });

  test('no code is left out but that of a key without a license', () => {
    const reached = new Set<VerdictCode>(DIAGNOSES.map(({ code }) => code));
    expect(VERDICT_CODES.filter((code) => !reached.has(code))).toEqual(['NOT_FOUND']);
  });
});

const BY_STATE: Record<LicenseStatus, VerdictCode> = {
  available: 'NOT_ASSIGNED',
  assigned: 'VALID',
  active: 'VALID',
  inactive: 'INACTIVE',
  suspended: 'SUSPENDED',
  expired: 'EXPIRED',
  revoked: 'REVOKED',
};

describe.each(LICENSE_STATUSES)('a license that is %s', (status) => {
  test('says so, with its state by the clock and the reason that the customer was given', () => {
    expect(of({ status, publicReason: 'because' })).toMatchObject({
      code: BY_STATE[status],
      facts: { status, publicReason: 'because' },
    });
  });

  test('is diagnosed as software is answered, whatever is asked', () => {
    for (const expiresAt of [null, later(-DAY), later(DAY)]) {
      for (const device of [null, aDevice(), aDevice(REMOVED)]) {
        for (const action of ['validate', 'activate', 'deactivate'] as const) {
          const license = aLicense({ status, expiresAt, ...FULL });
          const identifier = { type: 'hardware', value: 'HW-1' } as const;
          const question = {
            action,
            product: null,
            identifierType: 'hardware',
            identifier,
            features: [],
          } as const;
          const code = decideCheck(question, { where: 'here', license, device }, NOW);
          expect(diagnose(license, device, { action, identifier }, NOW).code).toBe(code);
        }
      }
    }
  });
});

test('the facts name slots, expiry and grace', () => {
  const license = { expiresAt: later(-DAY), graceDays: 7, activationLimit: 2, activationCount: 2 };
  expect(of(license).facts).toEqual({
    status: 'active',
    since: later(-DAY),
    publicReason: null,
    expiresAt: later(-DAY),
    effectiveExpiresAt: later(6 * DAY),
    inGrace: true,
    graceDays: 7,
    slotsUsed: 2,
    slotLimit: 2,
    slotFree: false,
  });
  expect(of({ activationLimit: -1, activationCount: 20_000 }).facts).toMatchObject({
    slotLimit: -1,
    slotFree: true,
  });
});

test('a device is asked about by itself, and never taken for another that was asked about', () => {
  expect(of(FULL, REMOVED).code).toBe('DEVICE_DEACTIVATED');
  expect(of(FULL, {}, HW_9).code).toBe('HARDWARE_MISMATCH');
  expect(of(FULL, {}, { identifier: { type: 'hardware', value: 'HW-1' } }).code).toBe('VALID');
  expect(of(FULL, {}, { identifier: { type: 'domain', value: 'HW-1' } }).code).toBe('DOMAIN_MISMATCH');
});

test.each(VERDICT_CODES)('%s: plain sentences, and the key in none of them', (code) => {
  const license = aLicense();
  for (const identifier of [null, { type: 'hardware', value: 'HW-1' } as const]) {
    const question = {
      action: 'validate',
      product: null,
      identifierType: 'hardware',
      identifier,
      features: [],
    } as const;
    const facts = diagnosisFacts(code, license, null, NOW);
    const words = diagnosisWords(code, { license, environment: 'staging', question, facts });
    for (const text of Object.values(words)) {
      expect(text).toMatch(/^[A-Z][^.!?\n]*\.$/);
      expect(text).not.toContain(license.keyHint);
    }
  }
});
