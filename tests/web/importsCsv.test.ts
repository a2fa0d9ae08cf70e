import { describe, expect, test } from 'vitest';
import { IMPORT_COLUMNS } from '@latchkey/domain/import/columns';
import { matchColumns } from '@latchkey/domain/import/matchColumns';
import { IMPORT_SUBJECTS, MAX_IMPORT_BYTES } from '@latchkey/domain/import/subjects';
import { templateFile } from '../../web/src/imports/csvFile.ts';
import { parseCsv } from '../../web/src/imports/parseCsv.ts';
import { readRows } from '../../web/src/imports/readRows.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function rowsOf(text: string) {
  const read = parseCsv(bytes(text));
  if (!read.ok) throw new Error(read.sentence);
  return read.table;
}
const said = (file: Uint8Array): string | null => {
  const read = parseCsv(file);
  return read.ok ? null : read.sentence;
};

describe('a CSV file', () => {
  test.each([
    ['comma', 'email,name\na@b.cd,Jo\n'],
    ['semicolon', 'email;name\r\na@b.cd;Jo\r\n'],
    ['tab', 'email\tname\na@b.cd\tJo'],
    ['comma', '\uFEFFemail,name\r\na@b.cd,Jo\r\n'],
    ['comma', '"email","name"\n"a@b.cd","Jo"\n'],
    ['comma', 'email,name\ra@b.cd,Jo\r'],
  ])('parted by %s: %j', (separator, text) => {
    const table = rowsOf(text);
    expect(table).toEqual({
      separator,
      headers: ['email', 'name'],
      rows: [{ line: 2, cells: ['a@b.cd', 'Jo'] }],
    });
  });

  test('rows know the line they begin on, over blank lines and cells of several lines', () => {
    const table = rowsOf('email,name\r\na@b.cd,"Jo\r\nDoe"\r\n\r\n,\r\nb@b.cd,"a ""b"""\r\nc@b.cd,\r\n');
    expect(table.rows).toEqual([
      { line: 2, cells: ['a@b.cd', 'Jo\r\nDoe'] },
      { line: 6, cells: ['b@b.cd', 'a "b"'] },
      { line: 7, cells: ['c@b.cd', ''] },
    ]);
  });

  test('in UTF-16, as spreadsheets write "Unicode text", is read too', () => {
    const text = 'email\tname\r\na@b.cd\tJörg';
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    expect(parseCsv(utf16)).toMatchObject({ ok: true, table: { rows: [{ cells: ['a@b.cd', 'Jörg'] }] } });
  });

  test.each([
    ['empty', new Uint8Array(), /is empty/],
    ['only a header', bytes('email,name\n'), /no rows below/],
    ['in an old code page', new Uint8Array([0x65, 0x0a, 0xe4, 0x0a]), /UTF-8/],
    ['a picture', bytes('\u0089PNG\0\0\0'), /UTF-8/],
    ['with an open quote', bytes('email,name\na@b.cd,Jo\nb@b.cd,"Jo\n'), /line 3 is not closed/],
    ['too long', bytes(`email\n${'a@b.cd\n'.repeat(10_001)}`), /more than 10,000 rows/],
    ['too large', new Uint8Array(MAX_IMPORT_BYTES + 1), /larger than 10 MB/],
  ])('%s is refused with a sentence', (_what, file, sentence) => {
    expect(said(file)).toMatch(sentence);
  });

  test('of exactly 10,000 rows is taken', () => {
    expect(rowsOf(`email\n${'a@b.cd\n'.repeat(10_000)}`).rows).toHaveLength(10_000);
  });

  test.each(IMPORT_SUBJECTS)('the template of %s is understood as it is', async (subject) => {
    const table = rowsOf(await templateFile(subject).text());
    const map = matchColumns(subject, table.headers);
    expect(Object.values(map)).toEqual(IMPORT_COLUMNS[subject].map((_, at) => at));
    expect(readRows(subject, table, map, 'UTC')).toMatchObject({ bad: 0, good: [{ line: 2 }, { line: 3 }] });
  });

  test('problems come by line, a row that stands twice among them', () => {
    const table = rowsOf('email,name\na@b.cd,\nno,\nA@B.cd,\nb@b.cd,\n');
    const read = readRows('customers', table, matchColumns('customers', table.headers), 'UTC');
    expect(read.good.map(({ line }) => line)).toEqual([2, 5]);
    expect(read.problems.map(({ line }) => line)).toEqual([3, 4]);
    expect(read.bad).toBe(2);
  });
});
