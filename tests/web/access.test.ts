import { describe, expect, test } from 'vitest';
import { accessOf, claimsOf, judge, personOf } from '../../web/src/session/access.ts';

describe('what a token opens', () => {
  test.each([
    [{ role: 'owner' }, 'console'],
    [{ role: 'viewer' }, 'console'],
    [{ customerId: 'c1' }, 'portal'],
    [{ role: 'admin', customerId: 'c1' }, 'both'],
    [{}, 'none'],
    [{ role: 'root' }, 'none'],
    [{ role: true, customerId: 7 }, 'none'],
    [{ customerId: '' }, 'none'],
  ])('%j: %s', (raw, access) => {
    expect(accessOf(claimsOf(raw))).toBe(access);
  });
});

describe('whether the token still speaks for the person', () => {
  const CLAIMS = { role: 'admin', customerId: null } as const;
  const SIGNED_IN_AT = new Date('2026-11-22T12:00:00Z');
  const stored = { role: 'admin', customerId: null, claimsValidAfter: new Date('2026-11-01T00:00:00Z') };

  test.each([
    ['same as stored', {}, 'current'],
    ['signed in at that very moment', { claimsValidAfter: SIGNED_IN_AT }, 'current'],
    ['demoted', { role: 'viewer' }, 'refresh-token'],
    ['removed', { role: null }, 'refresh-token'],
    ['became a customer too', { customerId: 'c1' }, 'refresh-token'],
    ['signed out everywhere', { claimsValidAfter: new Date('2026-11-22T12:00:01Z') }, 'sign-in-again'],
    ['disabled', { disabled: true }, 'disabled'],
    ['disabled and demoted', { disabled: true, role: null }, 'disabled'],
  ])('%s', (_name, change, verdict) => {
    expect(judge(personOf('u1', { ...stored, ...change }), CLAIMS, SIGNED_IN_AT)).toBe(verdict);
  });
});
