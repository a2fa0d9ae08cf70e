import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldNames, fieldPath } from '@latchkey/functions/firestore/fieldPath';
import { decodeFields, encodeFields } from '@latchkey/functions/firestore/values';
import type { WireFields } from '@latchkey/functions/firestore/values';
import { emulatorStore } from '../support/emulatorStore.ts';

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !/^__.*__$/s.test(text));
const text = fc.string({ unit: 'binary' });
const moment = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
});
const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double(),
  text,
  moment,
);
const { value } = fc.letrec<{ value: unknown; map: Record<string, unknown>; list: unknown[] }>((tie) => ({
  map: fc.dictionary(name, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  list: fc.array(fc.oneof(scalar, tie('map')), { maxLength: 5 }),
  value: fc.oneof({ maxDepth: 3 }, scalar, tie('map'), tie('list')),
}));
const document = fc.dictionary(name, value, { maxKeys: 6, noNullPrototype: true });

test('whatever is stored reads back the same (property)', () => {
  fc.assert(
    fc.property(document, (data) => {
      const wire = JSON.parse(JSON.stringify(encodeFields(data))) as WireFields;
      expect(decodeFields(wire)).toEqual(data);
    }),
  );
});

test('and the same again by way of Firestore (property)', async () => {
  const store = emulatorStore();
  const path = 'environments/values/things/one';
  await fc.assert(
    fc.asyncProperty(document, async (data) => {
      await store.commit([{ kind: 'set', path, data }]);
      expect((await store.getAll([path]))[0]?.data).toEqual(data);
    }),
    { numRuns: 60 },
  );
});

test('field paths take any name apart the way they put it together (property)', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
      expect(fieldNames(fieldPath(...names))).toEqual(names);
    }),
  );
  expect(fieldNames('totals.valid')).toEqual(['totals', 'valid']);
});

describe('what Firestore cannot hold is refused here', () => {
  test.each([
    ['a list in a list', { a: [[1]] }],
    ['an invalid date', { a: new Date(Number.NaN) }],
    ['a class instance', { a: new Map() }],
    ['a function', { a: () => 1 }],
    ['a bigint', { a: 1n }],
    ['undefined in a list', { a: [undefined] }],
    ['an own __proto__', JSON.parse('{"a":{"__proto__":1}}') as object],
    ['a reserved name', { __name__: 1 }],
    ['an empty name', { '': 1 }],
  ])('%s', (_, data) => {
    expect(() => encodeFields(data)).toThrow();
  });

  test('members that are undefined are left out, at every depth', () => {
    expect(decodeFields(encodeFields({ a: undefined, b: { c: undefined, d: 1 } }))).toEqual({ b: { d: 1 } });
  });

  test('a __proto__ that somebody else stored does not become one', () => {
    const wire = JSON.parse(
      '{"__proto__":{"mapValue":{"fields":{"isAdmin":{"booleanValue":true}}}}}',
    ) as WireFields;
    const read = decodeFields(wire);
    expect(read['isAdmin']).toBeUndefined();
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });
});
