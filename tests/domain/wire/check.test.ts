import { ActivateRequest, DeactivateRequest, ValidateRequest } from '@latchkey/domain/wire/check';
import { describe, expect, test } from 'vitest';
import { BROKEN_TEXTS, NOT_TEXT, PROTOTYPE_NAMES, withMember } from '../../support/hostile.ts';

const SCHEMAS = { validate: ValidateRequest, activate: ActivateRequest, deactivate: DeactivateRequest };
type Door = keyof typeof SCHEMAS;
const DOORS = Object.keys(SCHEMAS) as Door[];
const BODY = { key: 'ABCD-EFGH', identifier: 'HW-1' };

function accepts(door: Door, body: unknown): boolean {
  return SCHEMAS[door].safeParse(body).success;
}
/** Where the schema found fault, as paths. */
function faults(door: Door, body: unknown): string[] {
  const result = SCHEMAS[door].safeParse(body);
  return result.success ? [] : [...new Set(result.error.issues.map(({ path }) => path.join('.')))];
}

/** contract.md's table: field, doors that take it, shortest and longest text. */
const TEXTS: readonly (readonly [string, readonly Door[], number, number])[] = [
  ['key', DOORS, 8, 128],
  ['identifier', DOORS, 1, 255],
  ['product', DOORS, 1, 128],
  ['label', ['activate'], 0, 100],
  ['appVersion', ['validate', 'activate'], 0, 64],
  ['nonce', DOORS, 0, 128],
];

describe.each(TEXTS)('%s', (field, doors, min, max) => {
  describe.each(doors)('of %s', (door) => {
    test.each([min - 1, min, max, max + 1].filter((length) => length >= 0))(
      'with %d characters',
      (length) => {
        const fits = length >= min && length <= max;
        expect(accepts(door, { ...BODY, [field]: 'x'.repeat(length) })).toBe(fits);
      },
    );

    test.each(NOT_TEXT.map((value) => ({ value })))('is text, not $value', ({ value }) => {
      expect(faults(door, { ...BODY, [field]: value })).toEqual([field]);
    });

    test.each(BROKEN_TEXTS)('has no %s', (_, text) => {
      expect(faults(door, { ...BODY, [field]: text })).toEqual([field]);
    });

    test('may hold letters of any script', () => {
      expect(accepts(door, { ...BODY, [field]: 'Büro-漢字-😀😀' })).toBe(true);
    });
  });

  test.each(DOORS.filter((door) => !doors.includes(door)))('is unknown to %s', (door) => {
    expect(accepts(door, { ...BODY, [field]: 'x'.repeat(max) })).toBe(false);
  });
});

describe('trimming', () => {
  test('a key is measured after it', () => {
    expect(ValidateRequest.parse({ key: `  ${'x'.repeat(128)}\n` }).key).toBe('x'.repeat(128));
    expect(accepts('validate', { key: ' 1234567 ' })).toBe(false);
  });

  test('so is a hardware ID, and a domain after all that is taken off it', () => {
    const long = `https://www.${'a.'.repeat(126)}com:8080/${'p'.repeat(5_000)}`;
    expect(accepts('validate', { ...BODY, identifier: ` ${'x'.repeat(255)} ` })).toBe(true);
    expect(accepts('validate', { ...BODY, identifierType: 'domain', identifier: long })).toBe(true);
    expect(accepts('validate', { ...BODY, identifier: long })).toBe(false);
  });

  test.each(['', ' ', 'exa mple', 'https://', '/x'])('%j is no domain', (identifier) => {
    expect(faults('activate', { ...BODY, identifierType: 'domain', identifier })).toEqual(['identifier']);
  });
});

describe('choices', () => {
  const rows = [
    ['environment', ['production', 'staging', 'development']],
    ['identifierType', ['hardware', 'domain']],
  ] as const;
  test.each(rows)('%s is one of %j', (field, values) => {
    for (const door of DOORS) {
      for (const value of values) expect(accepts(door, { ...BODY, [field]: value })).toBe(true);
      for (const value of ['', 'Production', 'HARDWARE', '__proto__', ' domain', ...NOT_TEXT]) {
        expect(faults(door, { ...BODY, [field]: value })).toEqual([field]);
      }
    }
  });

  test.each(DOORS)('%s asks of production and of hardware unless it says so', (door) => {
    expect(SCHEMAS[door].parse(BODY)).toEqual({
      ...BODY,
      environment: 'production',
      identifierType: 'hardware',
    });
  });
});

test.each([
  ['validate', { key: BODY.key }, true],
  ['activate', { key: BODY.key }, false],
  ['deactivate', { key: BODY.key }, false],
  ['validate', { identifier: 'HW-1' }, false],
  ['validate', {}, false],
] as const)('%s with %j alone: %s', (door, body, ok) => {
  expect(accepts(door, body)).toBe(ok);
});

describe('features', () => {
  test.each([
    ['none', [], true],
    ['50', Array(50).fill('x'), true],
    ['51', Array(51).fill('x'), false],
    ['repeats', ['a', 'a'], true],
    ['names that objects have anyway', ['constructor', '__proto__'], true],
    ['an empty name', [''], true],
    ['a very long name', ['x'.repeat(10_000)], true],
    ['a number', [1], false],
    ['null in it', [null], false],
    ['a control character', ['a\u0000'], false],
    ['half a character', ['\ud83d'], false],
    ['text', 'export', false],
    ['null', null, false],
    ['an object', { 0: 'a', length: 1 }, false],
  ])('%s: %#', (_, features, ok) => {
    expect(accepts('validate', { ...BODY, features })).toBe(ok);
  });

  test.each(['activate', 'deactivate'] as const)('are unknown to %s', (door) => {
    expect(accepts(door, { ...BODY, features: [] })).toBe(false);
  });
});

describe.each(DOORS)('%s takes nothing else', (door) => {
  const names = [...PROTOTYPE_NAMES, 'status', 'customerId', 'activationLimit', 'Key', 'key ', ''];
  test.each(names)('an own member %j', (name) => {
    for (const value of [{ isAdmin: true }, 'x', null]) {
      expect(accepts(door, withMember(BODY, name, value))).toBe(false);
    }
    expect(accepts(door, withMember(BODY, 'nonce', 'x'))).toBe(true);
  });

  test('a body that is no object', () => {
    for (const body of [null, undefined, 'text', 1, true, [], [BODY]])
      expect(accepts(door, body)).toBe(false);
  });
});
