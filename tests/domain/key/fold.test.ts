import { foldKey, keyHint, keyTail } from '@latchkey/domain/key/fold';
import { expect, test } from 'vitest';

test.each([
  ['ABCD-EFGH', 'ABCDEFGH'],
  ['abcd-efgh', 'ABCDEFGH'],
  [' a_b.c d\t-e\n', 'ABCDE'],
  ['a\u00a0b', 'AB'],
  ['A+B/C', 'A+B/C'],
  ['--__..', ''],
  ['123e4567-e89b-42d3-a456-426614174000', '123E4567E89B42D3A456426614174000'],
])('%j is looked up as %j', (key, folded) => {
  expect(foldKey(key)).toBe(folded);
  expect(foldKey(folded)).toBe(folded);
});

test('the hint is the first 8 characters, the typed confirmation the last 4', () => {
  expect(keyHint('ABCD-EFGH-IJKL')).toBe('ABCD-EFG');
  expect(keyTail('ABCD-EFGH-IJKL')).toBe('IJKL');
});
