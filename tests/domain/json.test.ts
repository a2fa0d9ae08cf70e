import { isJsonObject, ownValue, sameJson } from '@latchkey/domain/json';
import { difference } from '@latchkey/domain/audit/draft';
import { emailDomain, foldEmail } from '@latchkey/domain/customer/customer';
import { isEnvironment } from '@latchkey/domain/environment';
import { expect, test } from 'vitest';
import { NOW } from '../support/builders.ts';

test.each([
  [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
  [{ a: 1 }, { a: '1' }, false],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [[1, 2], [2, 1], false],
  [null, undefined, false],
  [NOW, new Date(NOW), true],
  [NOW, null, false],
  [{}, [], false],
])('%j and %j are the same JSON: %s', (a, b, same) => {
  expect(sameJson(a, b)).toBe(same);
  expect(sameJson(b, a)).toBe(same);
});

test('what differs is told before and after, what stays is left out', () => {
  const before: { a: number; b: number[]; c?: string } = { a: 1, b: [1] };
  expect(difference(before, { a: 2, b: [1], c: 'x' })).toEqual({
    a: { before: 1, after: 2 },
    c: { before: undefined, after: 'x' },
  });
});

test('only own properties of an object have a value', () => {
  expect(ownValue({ a: 1 }, 'a')).toBe(1);
  expect(ownValue({ a: 1 }, 'constructor')).toBeUndefined();
  expect(ownValue({ a: 1 }, '__proto__')).toBeUndefined();
});

test.each([
  [{}, true],
  [[], false],
  [null, false],
  ['x', false],
])('%j is a JSON object: %s', (value, expected) => {
  expect(isJsonObject(value)).toBe(expected);
});

test.each([
  ['production', true],
  ['staging', true],
  ['development', true],
  ['Production', false],
  ['', false],
  ['__proto__', false],
  [null, false],
])('%j is an environment: %s', (value, expected) => {
  expect(isEnvironment(value)).toBe(expected);
});

test('e-mail addresses are compared in lower case, without spaces around', () => {
  expect(foldEmail(' Ada@Example.COM ')).toBe('ada@example.com');
  expect(emailDomain('ada@example.com')).toBe('example.com');
});
