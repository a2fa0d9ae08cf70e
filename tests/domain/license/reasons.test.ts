import { namedMissingFeatures } from '@latchkey/domain/license/features';
import type { VerdictCode, VerdictContext } from '@latchkey/domain/license/codes';
import { isOk, VERDICT_CODES, verdictSentence } from '@latchkey/domain/license/codes';
import { describe, expect, test } from 'vitest';

const CONTEXT: VerdictContext = {
  environment: 'production',
  identifierType: 'hardware',
  identifierGiven: true,
  activationLimit: 3,
  missingFeatures: ['export', 'seats'],
  inGrace: false,
};

/** The quoted words of contract.md's table. */
const QUOTED: Partial<Record<VerdictCode, string>> = {
  REVOKED: 'License Revoked',
  EXPIRED: 'License Expired',
  SUSPENDED: 'License Suspended',
  INACTIVE: 'License Inactive',
  LIMIT_EXCEEDED: 'Limit Exceeded',
};

const CONTEXTS: readonly VerdictContext[] = [
  CONTEXT,
  { ...CONTEXT, identifierType: 'domain', inGrace: true },
  { ...CONTEXT, identifierGiven: false, activationLimit: 1 },
];

describe.each(VERDICT_CODES)('the reason of %s', (code) => {
  test.each(CONTEXTS)('is one plain sentence that begins with the quoted words (%#)', (context) => {
    const sentence = verdictSentence(code, context);
    expect(sentence).toMatch(/^[A-Z][^.!?\n]*\.$/);
    expect(sentence.startsWith(QUOTED[code] ?? '')).toBe(true);
  });
});

test('INACTIVE says it in the words of the contract', () => {
  expect(verdictSentence('INACTIVE', CONTEXT)).toBe('License Inactive: the seller has paused this license.');
});

test('a missing identifier is named as what is needed', () => {
  expect(verdictSentence('NOT_ACTIVATED', { ...CONTEXT, identifierGiven: false })).toMatch(
    /identifier is needed/i,
  );
});

test('names of features are cut short, and never in the middle of a character', () => {
  const sentence = verdictSentence('FEATURE_MISSING', { ...CONTEXT, missingFeatures: ['😀'.repeat(50)] });
  expect(sentence).toContain(`${'😀'.repeat(40)}…`);
  expect(sentence.isWellFormed()).toBe(true);
});

test('these codes are good news', () => {
  expect(VERDICT_CODES.filter(isOk)).toEqual(['ALREADY_ACTIVATED', 'VALID', 'ACTIVATED', 'DEACTIVATED']);
});

test('a feature that the license has no name for is not repeated: it could be anything', () => {
  const asked = ['beta', 'DEMO-ACTI-VE00-0001'];
  expect(namedMissingFeatures({ beta: false }, asked)).toEqual(['beta']);
  const sentence = verdictSentence('FEATURE_MISSING', { ...CONTEXT, missingFeatures: [] });
  expect(sentence).toBe('This license does not include everything that was asked for.');
});
