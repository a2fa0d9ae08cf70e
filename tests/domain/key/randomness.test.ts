import { randomBytes } from 'node:crypto';
import { checkFormat } from '@latchkey/domain/generator/check';
import type { KeyFormat } from '@latchkey/domain/key/format';
import { DEFAULT_CHARSET } from '@latchkey/domain/key/format';
import { foldKey } from '@latchkey/domain/key/fold';
import { generateKey } from '@latchkey/domain/key/generate';
import { keyBits } from '@latchkey/domain/key/randomness';
import { describe, expect, test } from 'vitest';
import { keystream } from '../../support/keystream.ts';

function chunk(count: number, size: number, charset: string = DEFAULT_CHARSET): KeyFormat {
  return { type: 'chunk', count, size, charset, separator: '-', prefix: '', suffix: '' };
}
function custom(pattern: string, charset: string = DEFAULT_CHARSET): KeyFormat {
  return { type: 'custom', pattern, charset };
}
const HEX = '0123456789ABCDEF';

test.each([
  ['UUID v4', { type: 'uuid' }, 122],
  ['16 hexadecimal digits', chunk(4, 4, HEX), 64],
  ['20 of the default charset', chunk(4, 5), 20 * Math.log2(31)],
  ['a charset that repeats itself', chunk(4, 4, HEX + HEX), 64],
  ['cases that are folded away when looked up', chunk(4, 4, 'abcdefABCDEF0123456789'), 64],
  ['a literal adds nothing', custom('KEY-####'), 4 * Math.log2(8)],
  ['digits, letters, both', custom('#AX'), Math.log2(8) + Math.log2(23) + Math.log2(31)],
] satisfies [string, KeyFormat, number][])('bits of %s', (_, format, bits) => {
  expect(keyBits(format)).toBeCloseTo(bits, 9);
});

describe('a generator is judged by its bits', () => {
  test.each([
    [chunk(1, 59, '01'), 59, 'refused'],
    [chunk(1, 60, '01'), 60, 'warned'],
    [chunk(1, 99, '01'), 99, 'warned'],
    [chunk(1, 100, '01'), 100, 'fine'],
    [chunk(3, 4), 59, 'refused'],
    [chunk(4, 4), 79, 'warned'],
    [{ type: 'uuid' }, 122, 'fine'],
  ] satisfies [KeyFormat, number, string][])('%j: %d bits, %s', (format, bits, judged) => {
    const verdict = checkFormat(format);
    expect(verdict.ok).toBe(judged !== 'refused');
    if (verdict.ok) expect(verdict.bits).toBe(bits);
    if (verdict.ok) expect(verdict.warning === null).toBe(judged === 'fine');
    if (judged !== 'fine') expect(verdict.ok ? verdict.warning : verdict.reason).toContain(`${bits} bits`);
  });
});

describe('a format whose keys could not be sent or would count for less is refused', () => {
  const good = chunk(5, 5) as Extract<KeyFormat, { type: 'chunk' }>;
  test.each([
    ['as it is', good, true],
    ['an empty charset', { ...good, charset: '' }, false],
    ['a separator in the charset', { ...good, charset: `${DEFAULT_CHARSET}-` }, false],
    ['a space in the charset', { ...good, charset: `${DEFAULT_CHARSET} ` }, false],
    ['a letter beyond ASCII in the charset', { ...good, charset: `${DEFAULT_CHARSET}ß` }, false],
    ['more characters than a byte has values', { ...good, charset: charsetOf(300) }, false],
    ['no letter for A', custom('A'.repeat(30), '0123456789'), false],
    ['no digit for #', custom('#'.repeat(30), 'abcdef'), false],
    ['a prefix', { ...good, prefix: 'ACME ' }, true],
    ['a prefix that begins with a space', { ...good, prefix: ' ACME' }, false],
    ['a suffix that ends with a space', { ...good, suffix: 'X ' }, false],
    ['a line break', { ...good, prefix: 'A\nB' }, false],
    ['a prefix beyond ASCII', { ...good, prefix: 'É' }, false],
    ['128 characters', chunk(1, 128), true],
    ['129 characters', chunk(1, 129), false],
    ['no chunk at all', chunk(0, 5), false],
  ] satisfies [string, KeyFormat, boolean][])('%s: %s', (_, format, ok) => {
    expect(checkFormat(format).ok).toBe(ok);
  });
});

function charsetOf(size: number): string {
  return Array.from({ length: size }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
}

describe('characters are drawn without bias', () => {
  // Chi-square at a probability of 1 in 1,000 (tables): degrees of freedom -> bound.
  test.each([
    [DEFAULT_CHARSET, 59.7],
    [HEX, 37.7],
    ['ABCDEFGHIJ', 27.88],
    ['AB', 10.83],
  ])('charset %s', (charset, bound) => {
    const draws = 200_000;
    const key = generateKey(chunk(1, draws, charset), keystream(22));
    const counts = new Map([...charset].map((character) => [character, 0]));
    for (const character of key) counts.set(character, (counts.get(character) ?? 0) + 1);
    const expected = draws / charset.length;
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(charset.length);
    expect(chi).toBeLessThan(bound);
  });

  test('bytes that would favour the first characters are thrown away', () => {
    const draws = [255, 254, 248, 247, 0, 0, 0, 0];
    const key = generateKey({ ...chunk(1, 1), charset: DEFAULT_CHARSET } as KeyFormat, () =>
      Uint8Array.from(draws),
    );
    // 248 = 8 x 31 is the first byte too many; 247 is the last character of the eighth round.
    expect(key).toBe(DEFAULT_CHARSET.at(-1));
  });
});

describe('100,000 keys, not one twice', () => {
  test.each([{ type: 'uuid' } as const, chunk(4, 4), custom('AAAA-####-XXXX-XXXX')])(
    '%j',
    (format) => {
      expect(checkFormat(format).ok).toBe(true);
      const keys = new Set<string>();
      for (let index = 0; index < 100_000; index++) keys.add(foldKey(generateKey(format, randomBytes)));
      expect(keys.size).toBe(100_000);
    },
    30_000,
  );
});

describe('100,000 keys: at every place every character is as likely as it should be', () => {
  const FORMATS = [
    { type: 'uuid' } as const,
    chunk(4, 5),
    custom('AAAA-####-XXXX-XXXX'),
  ] satisfies KeyFormat[];

  test.each(FORMATS)(
    '%j, and these places hold the bits that are declared',
    { timeout: 60_000 },
    (format) => {
      const bytes = keystream(22);
      const places: Map<string, number>[] = [];
      for (let index = 0; index < 100_000; index++) {
        [...generateKey(format, bytes)].forEach((character, at) => {
          const counts = (places[at] ??= new Map<string, number>());
          counts.set(character, (counts.get(character) ?? 0) + 1);
        });
      }
      let bits = 0;
      for (const [at, counts] of places.entries()) {
        const expected = 100_000 / counts.size;
        const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
        // Far beyond the bound of 1 in 1,000 for one place: 36 places are looked at.
        expect(chi, `place ${at}`).toBeLessThan(counts.size + 5 * Math.sqrt(2 * counts.size) + 10);
        bits += Math.log2(counts.size);
      }
      expect(bits).toBeCloseTo(keyBits(format), 9);
    },
  );
});
