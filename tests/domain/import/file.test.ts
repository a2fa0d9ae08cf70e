import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchColumns, missingColumns, unusedHeaders } from '@latchkey/domain/import/matchColumns';
import { importPages } from '@latchkey/domain/import/pages';
import { repeatedRows } from '@latchkey/domain/import/repeated';
import { IMPORT_PAGE_CHARACTERS, IMPORT_PAGE_ROWS } from '@latchkey/domain/import/subjects';

describe('columns are found by their headers', () => {
  it.each([
    [['key', 'product'], { key: 0, product: 1 }],
    [['License Key', 'Product ID', 'Customer E-Mail'], { key: 0, product: 1, email: 2 }],
    [['PRODUCT_NAME', 'serial-number', 'seats'], { product: 0, key: 1, limit: 2 }],
    // Our own names before those of other systems, wherever they stand.
    [['id', 'reference', 'product'], { reference: 1, product: 2, key: null }],
    [['nothing', 'like', 'it'], { key: null, product: null, email: null }],
    [['email', 'E-mail'], { email: 0 }],
  ])('%j', (headers, expected) => {
    expect(matchColumns('licenses', headers)).toMatchObject(expected);
  });

  it('says what is missing and what is left out', () => {
    const headers = ['serial', 'colour', ''];
    const map = matchColumns('licenses', headers);
    expect(missingColumns('licenses', map)).toEqual(['Product']);
    expect(unusedHeaders(headers, map)).toEqual(['colour']);
  });

  it('no column of a file serves twice', () => {
    const header = fc.constantFrom(
      'key',
      'license',
      'order',
      'id',
      'customer',
      'owner',
      'email',
      'product',
      'app',
    );
    fc.assert(
      fc.property(fc.array(header), (headers) => {
        const used = Object.values(matchColumns('licenses', headers)).filter((at) => at !== null);
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });
});

describe('what may stand in a file only once', () => {
  const KEY = 'ACME-7Q2M-X9TK-4HWP';
  it.each([
    ['licenses', { key: KEY }, { key: KEY.toLowerCase().replaceAll('-', ' ') }, 'Key'],
    ['licenses', { reference: 'r1' }, { reference: 'r1' }, 'Reference'],
    ['licenses', { reference: 'r1' }, { reference: 'R1' }, null],
    ['licenses', { key: KEY }, { key: `${KEY}2` }, null],
    ['customers', { email: 'Jo@example.com' }, { email: 'jo@example.com' }, 'E-mail'],
    ['assignments', { product: 'a', reference: '1' }, { product: 'a', reference: '1' }, 'Reference'],
    ['assignments', { product: 'a', reference: '1' }, { product: 'b', reference: '1' }, null],
    ['assignments', { key: KEY }, { key: KEY }, 'Key'],
  ] as const)('%s: %j and %j', (subject, one, other, column) => {
    const base = { product: 'a', email: 'jo@example.com' };
    const rows = [
      { ...base, ...one, line: 2 },
      { ...base, ...other, line: 5 },
    ];
    const found = repeatedRows(subject, rows);
    expect(found.map(({ line, column: where }) => [line, where])).toEqual(
      column === null ? [] : [[5, column]],
    );
    if (column !== null) expect(found[0]?.sentence).toContain('line 2');
  });
});

describe('the pages of a file', () => {
  it('hold every row once, in order, and are never too large', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 25_000 }), { maxLength: 400 });
    fc.assert(
      fc.property(sizes, (lengths) => {
        const rows = lengths.map((length, at) => ({
          line: at + 2,
          email: 'a@b.cd',
          name: 'x'.repeat(length),
        }));
        const pages = importPages(rows);
        expect(pages.flat()).toEqual(rows);
        for (const page of pages) {
          expect(page.length).toBeGreaterThan(0);
          expect(page.length).toBeLessThanOrEqual(IMPORT_PAGE_ROWS);
          const size = page.reduce((sum, row) => sum + JSON.stringify(row).length, 0);
          expect(page.length === 1 || size <= IMPORT_PAGE_CHARACTERS).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });
});
