import type { Activation } from '@latchkey/domain/activation/activation';
import type { VerdictCode } from '@latchkey/domain/license/codes';
import { VERDICT_CODES } from '@latchkey/domain/license/codes';
import type { DiagnosisAsked } from '@latchkey/domain/license/diagnosis';
import { diagnose } from '@latchkey/domain/license/diagnosis';
import { explainCode } from '@latchkey/domain/license/explainCode';
import type { License } from '@latchkey/domain/license/license';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { pastedCode } from '@latchkey/domain/license/pastedCode';
import { remedyOf } from '@latchkey/domain/license/remedy';
import { allowedCommands } from '@latchkey/domain/license/transitions';
import { PROBLEM_CODES } from '@latchkey/domain/wire/problemCodes';
import { describe, expect, test } from 'vitest';
import { ACTORS, aDevice, aLicense, DAY, later, NOW } from '../../support/builders.ts';

type Before = NonNullable<Parameters<typeof aLicense>[0]>;
const FULL: Before = { activationLimit: 1, activationCount: 1 };
const USED = aDevice();
const LEFT = aDevice({ id: 'left', identifier: 'HW-LEFT', status: 'deactivated' });

function explain(
  code: Parameters<typeof explainCode>[0],
  license: Before,
  devices: readonly Activation[] = [],
  asked: DiagnosisAsked = {},
) {
  return explainCode(code, aLicense(license), devices, asked, NOW);
}

describe('a code that the license gives now is found, whatever question leads to it', () => {
  const rows: readonly (readonly [VerdictCode, Before, readonly Activation[], DiagnosisAsked])[] = [
    ['REVOKED', { status: 'revoked' }, [], {}],
    ['EXPIRED', { expiresAt: later(-DAY) }, [], {}],
    ['SUSPENDED', { status: 'suspended' }, [], {}],
    ['INACTIVE', { status: 'inactive' }, [], {}],
    ['NOT_ASSIGNED', { status: 'available' }, [], {}],
    ['PRODUCT_INACTIVE', { productStatus: 'inactive' }, [], {}],
    ['FEATURE_MISSING', {}, [], { features: ['export'] }],
    ['LIMIT_EXCEEDED', FULL, [USED], {}],
    ['HARDWARE_MISMATCH', FULL, [USED], {}],
    ['DOMAIN_MISMATCH', FULL, [USED], {}],
    ['NOT_ACTIVATED', { activationLimit: 3, activationCount: 1 }, [USED], {}],
    ['ALREADY_ACTIVATED', { activationCount: 1 }, [USED], {}],
    ['DEVICE_DEACTIVATED', {}, [LEFT], {}],
    ['PRODUCT_MISMATCH', {}, [], { product: 'another' }],
    ['ENVIRONMENT_MISMATCH', {}, [], { environment: 'staging' }],
    ['VALID', {}, [], {}],
    ['ACTIVATED', {}, [], {}],
    ['DEACTIVATED', { activationCount: 1 }, [USED], {}],
  ];
  test.each(rows)('%s', (code, license, devices, asked) => {
    const explanation = explain(code, license, devices, asked);
    expect(explanation).toMatchObject({ now: true, diagnosis: { code } });
    expect(explanation.sentence).toBe(explanation.diagnosis?.sentence);
  });

  test('with a device named it is about that device alone', () => {
    const asked = { identifier: { type: 'hardware', value: 'HW-1' } } as const;
    expect(explain('DEVICE_DEACTIVATED', {}, [USED, LEFT], asked).now).toBe(false);
    const left = { identifier: { type: 'hardware', value: 'HW-LEFT' } } as const;
    expect(explain('DEVICE_DEACTIVATED', {}, [USED, LEFT], left).now).toBe(true);
  });
});

describe('a code that it does not give says what must have been different', () => {
  test.each([
    ['NOT_FOUND', /another key.*/, /TEST-KEY/],
    ['ENVIRONMENT_MISMATCH', /another environment than production/, /ask in production/],
    ['PRODUCT_MISMATCH', /another product than Acme Editor/, /acme-editor/],
    ['FEATURE_MISSING', /It has seats\./, /name/],
    ['REVOKED', /never answers REVOKED any more/, /check again/],
    ['LIMIT_EXCEEDED', /never answers LIMIT_EXCEEDED any more/, /check again/],
  ] as const)('%s', (code, sentence, advice) => {
    const explanation = explain(code, { features: { seats: 5, export: false } });
    expect(explanation).toMatchObject({ now: false, diagnosis: null });
    expect(explanation.sentence).toMatch(sentence);
    expect(explanation.advice).toMatch(advice);
    expect(explanation.customer).toMatch(/\.$/);
  });

  test.each(PROBLEM_CODES)('%s is about the request, not the license', (code) => {
    const explanation = explain(code, {});
    expect(explanation.sentence).toContain('says nothing about this license');
    expect(explanation.advice).not.toBe('');
    expect(explanation.customer).not.toBe('');
  });
});

describe('what people paste', () => {
  test.each([...VERDICT_CODES, ...PROBLEM_CODES])('%s alone, and inside JSON', (code) => {
    expect(pastedCode(code)).toBe(code);
    expect(pastedCode(`  ${code.toLowerCase()}\n`)).toBe(code);
    expect(pastedCode(`{"ok":false,"code":"${code}","license":null}`)).toBe(code);
    expect(pastedCode(`Error: ${code} (403)`)).toBe(code);
  });

  test.each(
    LICENSE_STATUSES.flatMap((status) => (status === 'assigned' || status === 'active' ? [] : [status])),
  )('the sentence that software shows for a license that is %s', (status) => {
    const { code, reason } = diagnose(aLicense({ status }), null, {}, NOW);
    expect(pastedCode(`Acme Editor: ${reason}`)).toBe(code);
  });

  test.each(['', 'it does not work', '42'])('%j is no code', (text) => {
    expect(pastedCode(text)).toBeNull();
  });
});

describe('what can be done about it', () => {
  const problems: readonly [string, Partial<License> & Before, DiagnosisAsked][] = [
    ['expired', { expiresAt: later(-DAY) }, {}],
    ['suspended', { status: 'suspended' }, {}],
    ['inactive', { status: 'inactive' }, {}],
    ['available', { status: 'available' }, {}],
    ['available with a date', { status: 'available', expiresAt: later(-DAY) }, {}],
    ['full', FULL, { action: 'activate' }],
    ['without the feature', {}, { features: ['export'] }],
    ['in grace', { expiresAt: later(-DAY), graceDays: 5 }, {}],
  ];
  test.each(problems)('%s: the button is a command that is open', (_name, before, asked) => {
    const license = aLicense(before);
    const remedy = remedyOf(diagnose(license, null, asked, NOW), license);
    const option = allowedCommands(license, ACTORS.admin, NOW).find(
      ({ command }) => command === remedy?.command,
    );
    expect(option).toMatchObject({ refusal: null });
  });

  test.each([
    ['valid', {}],
    ['revoked', { status: 'revoked' }],
    ['renewed already', { expiresAt: later(-DAY), renewedToId: 'license-2' }],
  ] as const)('%s: there is no button', (_name, before) => {
    const license = aLicense(before);
    expect(remedyOf(diagnose(license, null, {}, NOW), license)).toBeNull();
  });
});
