import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const TESTS = join(import.meta.dirname, '..');
const ROW = /^\| *(?<line>\d+) *\| (?<demand>[^|]+) \| (?<shown>.+) \|$/;

interface Demand {
  readonly line: number;
  /** Files under tests/, each with a piece of the title of a test in it; empty = the whole file. */
  readonly shown: readonly { readonly file: string; readonly title: string }[];
}

/** tests/checklist.md, row by row. Titles stand there without backticks, which end a piece of code. */
const DEMANDS: readonly Demand[] = readFileSync(join(TESTS, 'checklist.md'), 'utf8')
  .split('\n')
  .flatMap((text): Demand[] => {
    const { line, shown } = ROW.exec(text)?.groups ?? {};
    if (line === undefined || shown === undefined) return [];
    const pieces = [...shown.matchAll(/`([^`]+)`/g)].map(([, piece = '']) => {
      const [file = '', ...title] = piece.split(': ');
      return { file, title: title.join(': ') };
    });
    return [{ line: Number(line), shown: pieces }];
  });

describe('the list of demands', () => {
  test('has every line once, in order', () => {
    expect(DEMANDS.length).toBeGreaterThanOrEqual(200);
    expect(DEMANDS.map(({ line }) => line)).toEqual(DEMANDS.map((_, index) => index + 1));
  });

  test.each(DEMANDS)('line $line is shown by tests that exist', ({ shown }) => {
    expect(shown).not.toEqual([]);
    for (const { file, title } of shown) {
      expect(existsSync(join(TESTS, file)), file).toBe(true);
      expect(readFileSync(join(TESTS, file), 'utf8'), file).toContain(title);
    }
  });
});
