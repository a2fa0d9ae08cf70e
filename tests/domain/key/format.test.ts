import type { KeyFormat } from '@latchkey/domain/key/format';
import { DEFAULT_CHARSET, isCaseSensitive } from '@latchkey/domain/key/format';
import { generateKey } from '@latchkey/domain/key/generate';
import { describe, expect, test } from 'vitest';
import { keystream } from '../../support/keystream.ts';

const chunk = {
  type: 'chunk',
  count: 4,
  size: 5,
  charset: DEFAULT_CHARSET,
  separator: '-',
  prefix: '',
  suffix: '',
} as const;

function custom(pattern: string, charset: string = DEFAULT_CHARSET): KeyFormat {
  return { type: 'custom', pattern, charset };
}

test('the default charset has no look-alikes', () => {
  expect(DEFAULT_CHARSET).toHaveLength(31);
  expect(DEFAULT_CHARSET).not.toMatch(/[0O1IL]/);
});

const SHAPES: readonly (readonly [string, KeyFormat, RegExp])[] = [
  ['UUID v4', { type: 'uuid' }, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
  ['chunks', chunk, /^([A-HJKMNP-Z2-9]{5}-){3}[A-HJKMNP-Z2-9]{5}$/],
  ['chunks with prefix and suffix', { ...chunk, prefix: 'ACME-', suffix: '-EU' }, /^ACME-(\w{5}-){4}EU$/],
  ['chunks without separator', { ...chunk, separator: '' }, /^[A-Z2-9]{20}$/],
  ['one chunk', { ...chunk, count: 1, size: 16, charset: 'ab' }, /^[ab]{16}$/],
  ['digits', custom('####-####'), /^[2-9]{4}-[2-9]{4}$/],
  ['letters', custom('AAAA'), /^[A-HJKMNP-Z]{4}$/],
  ['letters and digits', custom('XXXXXXXX'), /^[A-HJKMNP-Z2-9]{8}$/],
  ['literal text', custom('KEY:##/x'), /^KEY:[2-9]{2}\/x$/],
  ['escapes', custom('\\A\\#\\X\\\\#'), /^A#X\\[2-9]$/],
  ['a backslash at the end', custom('##\\'), /^[2-9]{2}\\$/],
  ['signs in a charset are neither letter nor digit', custom('X#A', 'a1+'), /^[a1]1a$/],
];

describe.each(SHAPES)('%s', (_, format, shape) => {
  test('have this shape', () => {
    const bytes = keystream(7);
    for (let index = 0; index < 200; index++) expect(generateKey(format, bytes)).toMatch(shape);
  });
});

test.each([
  [DEFAULT_CHARSET, false],
  ['abcdefgh', false],
  ['abcABC', true],
  ['aab', false],
  ['0123456789', false],
])('cases matter in the charset %s: %s', (charset, sensitive) => {
  expect(isCaseSensitive({ ...chunk, charset })).toBe(sensitive);
  expect(isCaseSensitive(custom('XXXX', charset))).toBe(sensitive);
});

test('cases never matter in a UUID', () => {
  expect(isCaseSensitive({ type: 'uuid' })).toBe(false);
});
