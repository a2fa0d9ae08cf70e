import type { LicenseChanges } from '@latchkey/domain/license/commands';
import type { License } from '@latchkey/domain/license/license';
import { MAX_JSON_BYTES } from '@latchkey/domain/license/edit';
import { decideCommand } from '@latchkey/domain/license/transitions';
import { describe, expect, test } from 'vitest';
import { ACTORS, aStanding, DAY, later, NOW } from '../../support/builders.ts';

function edit(on: Partial<License>, changes: LicenseChanges, revision: number | null = null, grace = 0) {
  const standing = aStanding(on, { defaultGraceDays: grace });
  return decideCommand(standing, { type: 'edit', changes, revision }, ACTORS.operator, NOW);
}
function code(on: Partial<License>, changes: LicenseChanges, revision: number | null = null, grace = 0) {
  const decision = edit(on, changes, revision, grace);
  return decision.ok ? 'accepted' : decision.code;
}

test.each([
  [-2, 'LIMIT_OUT_OF_RANGE'],
  [-1, 'accepted'],
  [0, 'LIMIT_OUT_OF_RANGE'],
  [1, 'accepted'],
  [1.5, 'LIMIT_OUT_OF_RANGE'],
  [10_000, 'accepted'],
  [10_001, 'LIMIT_OUT_OF_RANGE'],
  [Number.NaN, 'LIMIT_OUT_OF_RANGE'],
])('an activation limit of %d: %s', (activationLimit, expected) => {
  expect(code({}, { activationLimit })).toBe(expected);
});

test('lowering the limit below the count keeps the devices', () => {
  const decision = edit({ activationCount: 3 }, { activationLimit: 1 });
  expect(decision).toMatchObject({ devices: 'keep', license: { activationLimit: 1, activationCount: 3 } });
});

test.each([
  [-1, 'GRACE_OUT_OF_RANGE'],
  [0, 'accepted'],
  [30, 'accepted'],
  [31, 'GRACE_OUT_OF_RANGE'],
  [0.5, 'GRACE_OUT_OF_RANGE'],
  [null, 'accepted'],
])('grace of %s days: %s', (graceDays, expected) => {
  expect(code({}, { graceDays })).toBe(expected);
});

test('a grace of its own overrides the settings; none follows them again', () => {
  const own = edit({}, { graceDays: 5 }, null, 7);
  const settings = edit({ graceDays: 5, graceInherited: false }, { graceDays: null }, null, 7);
  expect(own.ok && own.license).toMatchObject({ graceDays: 5, graceInherited: false });
  expect(settings.ok && settings.license).toMatchObject({ graceDays: 7, graceInherited: true });
});

describe('expiry', () => {
  const past = later(-DAY);
  test.each([
    ['a date ahead', {}, { expiresAt: later(1) }, 'accepted'],
    ['now', {}, { expiresAt: NOW }, 'EXPIRY_NOT_FUTURE'],
    ['a date gone', {}, { expiresAt: past }, 'EXPIRY_NOT_FUTURE'],
    ['no date at all', {}, { expiresAt: new Date(Number.NaN) }, 'EXPIRY_NOT_FUTURE'],
    ['Lifetime', { expiresAt: later(1) }, { expiresAt: null }, 'accepted'],
    ['the same date gone, in grace', { expiresAt: past, graceDays: 9 }, { expiresAt: past }, 'accepted'],
    ['expired: another date', { status: 'expired' }, { expiresAt: later(1) }, 'EXPIRED_DATE_LOCKED'],
    ['expired: Lifetime', { status: 'expired' }, { expiresAt: null }, 'EXPIRED_DATE_LOCKED'],
    ['expired: more grace', { status: 'expired' }, { graceDays: 30 }, 'EXPIRED_DATE_LOCKED'],
    ['expired: the same grace', { status: 'expired' }, { graceDays: 0 }, 'accepted'],
    ['expired: the same date', { status: 'expired', expiresAt: past }, { expiresAt: past }, 'accepted'],
    ['expired: the limit', { status: 'expired' }, { activationLimit: 9 }, 'accepted'],
    ['due, not swept: another date', { expiresAt: past }, { expiresAt: later(1) }, 'EXPIRED_DATE_LOCKED'],
    ['due, not swept: features', { expiresAt: past }, { features: { a: 1 } }, 'accepted'],
    ['available, date gone', { status: 'available', expiresAt: past }, { expiresAt: later(1) }, 'accepted'],
  ] satisfies [string, Partial<License>, LicenseChanges, string][])(
    '%s: %s',
    (_name, on, changes, expected) => expect(code(on, changes)).toBe(expected),
  );

  test('a date takes the place of a validity that has not started', () => {
    const validity = { amount: 30, unit: 'days', from: 'activation' } as const;
    const dated = edit({ status: 'assigned', validity }, { expiresAt: later(DAY) });
    const other = edit({ status: 'assigned', validity }, { activationLimit: 1 });
    expect(dated.ok && dated.license).toMatchObject({ expiresAt: later(DAY), validity: null });
    expect(other.ok && other.license).toMatchObject({ expiresAt: null, validity });
  });

  test('an archived product blocks no edit', () => {
    expect(code({ productStatus: 'inactive' }, { activationLimit: 9 })).toBe('accepted');
  });
});

test.each([
  [null, 'accepted'],
  [5, 'accepted'],
  [4, 'CHANGED_MEANWHILE'],
  [6, 'CHANGED_MEANWHILE'],
])('an edit made on revision %s of revision 5: %s', (revision, expected) => {
  expect(code({ revision: 5 }, { activationLimit: 9 }, revision)).toBe(expected);
});

describe('features and metadata hold 10 KB each, counted in UTF-8 bytes', () => {
  const frame = '{"a":""}'.length;
  test.each([
    ['ASCII', 'x', 1],
    ['two bytes', 'é', 2],
    ['three bytes', '漢', 3],
    ['four bytes', '😀', 4],
  ])('%s', (_, character, width) => {
    const fits = Math.floor((MAX_JSON_BYTES - frame) / width);
    const full = { a: character.repeat(fits) + 'x'.repeat(MAX_JSON_BYTES - frame - fits * width) };
    const over = { a: `${full.a}x` };
    expect(new TextEncoder().encode(JSON.stringify(full))).toHaveLength(MAX_JSON_BYTES);
    expect(code({}, { metadata: full })).toBe('accepted');
    expect(code({}, { metadata: over })).toBe('METADATA_TOO_LARGE');
    expect(code({}, { features: full })).toBe('accepted');
    expect(code({}, { features: over })).toBe('FEATURES_TOO_LARGE');
  });
});

test('metadata changes in the private part alone; the audit tells what it was', () => {
  const decision = edit({}, { metadata: { order: 7 } });
  if (!decision.ok) throw new Error(decision.code);
  expect(decision.private.metadata).toEqual({ order: 7 });
  expect(JSON.stringify(decision.license)).not.toContain('order');
  expect(decision.audit[0]?.changes).toEqual({ metadata: { before: {}, after: { order: 7 } } });
});

test('members sent as they are already are not told as changes', () => {
  const on = { activationLimit: 4, features: { a: 1, b: [2] } };
  const decision = edit(on, { activationLimit: 4, features: { b: [2], a: 1 } });
  expect(decision.ok && decision.audit.map(({ changes }) => changes)).toEqual([{}]);
});
