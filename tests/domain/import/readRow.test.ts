import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMPORT_COLUMNS } from '@latchkey/domain/import/columns';
import { matchColumns } from '@latchkey/domain/import/matchColumns';
import { readRow } from '@latchkey/domain/import/readRow';
import type { ImportSubject } from '@latchkey/domain/import/subjects';
import { IMPORT_SUBJECTS } from '@latchkey/domain/import/subjects';

const endOfDay = (day: string): Date | null => {
  const end = new Date(`${day}T21:59:59.000Z`);
  return Number.isNaN(end.getTime()) || end.toISOString().slice(0, 10) !== day ? null : end;
};

/** Reads one row that is written down by its columns' names, on line 7. */
function read(subject: ImportSubject, cells: Readonly<Record<string, string>>) {
  const headers = Object.keys(cells);
  const map = matchColumns(subject, headers);
  return readRow(subject, map, { line: 7, cells: Object.values(cells) }, endOfDay);
}

function problemsOf(subject: ImportSubject, cells: Readonly<Record<string, string>>): string[] {
  const found = read(subject, cells);
  return found.ok ? [] : found.problems.map(({ sentence }) => sentence);
}

const KEY = 'ACME-7Q2M-X9TK-4HWP';
const LICENSE = { key: KEY, product: 'acme-editor' };

describe('a row of licenses', () => {
  it('says what its cells say, and nothing about those that are empty', () => {
    const cells = { ...LICENSE, email: ' jo@example.com ', name: 'Jo', limit: '3', expires: '2031-12-31' };
    expect(read('licenses', { ...cells, features: '{"export":true}', metadata: '', generator: ' ' })).toEqual(
      {
        ok: true,
        row: {
          line: 7,
          key: KEY,
          product: 'acme-editor',
          email: 'jo@example.com',
          name: 'Jo',
          limit: 3,
          expires: '2031-12-31T21:59:59.000Z',
          features: { export: true },
        },
      },
    );
  });

  it.each([
    ['limit', 'unlimited', -1],
    ['limit', "'-1", -1],
    ['limit', '10000', 10_000],
    ['expires', 'Lifetime', null],
    ['expires', 'never', null],
    ['expires', '2031-01-02T03:04:05Z', '2031-01-02T03:04:05.000Z'],
    ['expires', '2031-01-02 03:04:05 UTC', '2031-01-02T03:04:05.000Z'],
    ['expires', '2031-01-02T03:04:05+02:00', '2031-01-02T01:04:05.000Z'],
    ['metadata', '{}', {}],
    ['reference', "'=order 1", '=order 1'],
  ] as const)('%s %j is %j', (column, cell, value) => {
    expect(read('licenses', { ...LICENSE, [column]: cell })).toMatchObject({
      ok: true,
      row: { [column]: value },
    });
  });

  it.each([
    [{ ...LICENSE, product: '' }, 'Product is needed.'],
    [{ ...LICENSE, key: 'SHORT' }, 'Key is too short; at least 8 characters are needed.'],
    [{ ...LICENSE, key: 'ABCD-EFGH' }, /^Key must have at least 12 letters and digits/],
    [{ ...LICENSE, key: 'A'.repeat(129) }, 'Key is too long; at most 128 characters.'],
    [{ product: 'acme-editor' }, /^Key is needed, or a reference of your own/],
    [{ ...LICENSE, email: 'jo at example' }, 'Customer e-mail is no e-mail address.'],
    [{ ...LICENSE, name: 'Jo' }, /^Customer e-mail is needed where there is a customer name/],
    [{ ...LICENSE, limit: 'three' }, /^Activation limit is no number/],
    [{ ...LICENSE, limit: '0' }, /^Activation limit must be -1/],
    [{ ...LICENSE, limit: '10001' }, /^Activation limit must be -1/],
    [{ ...LICENSE, expires: '31.12.2031' }, /^Expiry date cannot be read; write 2027-12-31/],
    [{ ...LICENSE, expires: '2031-02-30' }, 'Expiry date is no day of the calendar.'],
    [{ ...LICENSE, features: 'export' }, /^Features is no JSON/],
    [{ ...LICENSE, features: '[1]' }, /^Features must be a JSON object/],
    [{ ...LICENSE, metadata: '{"__proto__":1}' }, /^Metadata must be a JSON object/],
    [{ ...LICENSE, metadata: JSON.stringify({ a: 'x'.repeat(10_300) }) }, /^Metadata may hold at most 10 KB/],
    [{ ...LICENSE, reference: 'a\u0007b' }, /^Reference must not contain control characters/],
  ])('%j: %s', (cells, sentence) => {
    const found = problemsOf('licenses', cells);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(sentence);
  });

  it('names every column that is wrong at once', () => {
    const found = read('licenses', { ...LICENSE, limit: 'x', email: 'y', expires: 'z' });
    expect(found.ok ? [] : found.problems.map(({ line, column }) => `${line} ${column}`).toSorted()).toEqual([
      '7 Activation limit',
      '7 Customer e-mail',
      '7 Expiry date',
    ]);
  });
});

describe('a row of assignments', () => {
  it.each([
    [{ key: KEY, email: 'jo@example.com' }, true],
    [{ product: 'acme-editor', reference: '1', email: 'jo@example.com' }, true],
    [{ key: KEY, email: '' }, false],
    [{ email: 'jo@example.com' }, false],
    [{ product: 'acme-editor', email: 'jo@example.com' }, false],
  ])('%j: %s', (cells, ok) => {
    expect(read('assignments', cells).ok).toBe(ok);
  });
});

describe('a row of customers', () => {
  it.each([
    [{ email: 'jo@example.com' }, true],
    [{ email: 'jo@example.com', name: 'Jo' }, true],
    [{ email: 'jo' }, false],
    [{ name: 'Jo' }, false],
  ])('%j: %s', (cells, ok) => {
    expect(read('customers', cells).ok).toBe(ok);
  });
});

describe('whatever is in the cells', () => {
  const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 40 }));

  it('a row is read or refused in sentences that repeat nothing of a key', () => {
    const secret = fc.stringMatching(/^[A-Z0-9]{20}$/);
    fc.assert(
      fc.property(
        fc.constantFrom(...IMPORT_SUBJECTS),
        secret,
        fc.array(anyText, { minLength: 10, maxLength: 10 }),
        (subject, key, texts) => {
          const headers = IMPORT_COLUMNS[subject].map(({ name }) => name);
          const cells = headers.map((name, at) => (name === 'key' ? `${key}\u0000` : (texts[at] ?? '')));
          const found = readRow(subject, matchColumns(subject, headers), { line: 2, cells }, endOfDay);
          if (found.ok) expect(found.row.line).toBe(2);
          else {
            expect(found.problems.length).toBeGreaterThan(0);
            expect(JSON.stringify(found.problems)).not.toContain(key);
            for (const { sentence } of found.problems) expect(sentence).toMatch(/^[A-Z].*\.$/s);
          }
        },
      ),
    );
  });
});

describe('the template of each kind', () => {
  it.each(IMPORT_SUBJECTS)('of %s is read without a problem', (subject) => {
    const columns = IMPORT_COLUMNS[subject];
    for (const at of [0, 1] as const) {
      const cells = Object.fromEntries(columns.map(({ name, examples }) => [name, examples[at]]));
      expect(problemsOf(subject, cells)).toEqual([]);
    }
  });
});
