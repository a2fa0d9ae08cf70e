import Papa from 'papaparse';
import { csvCell } from '@latchkey/domain/csv/cell';
import { IMPORT_COLUMNS } from '@latchkey/domain/import/columns';
import type { RowProblem } from '@latchkey/domain/import/readRow';
import type { ImportSubject } from '@latchkey/domain/import/subjects';

/** Without it Excel takes UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A file to start from: every column, and two rows that show what goes into them. */
export function templateFile(subject: ImportSubject): Blob {
  const columns = IMPORT_COLUMNS[subject];
  return csv([
    columns.map(({ name }) => name),
    columns.map(({ examples }) => examples[0]),
    columns.map(({ examples }) => examples[1]),
  ]);
}

/** What is wrong with a file, line by line. */
export function problemsFile(problems: readonly RowProblem[]): Blob {
  return csv([
    ['line', 'column', 'problem'],
    ...problems.map(({ line, column, sentence }) => [String(line), column ?? '', sentence]),
  ]);
}

function csv(rows: readonly (readonly string[])[]): Blob {
  const text = Papa.unparse(
    rows.map((row) => row.map((cell) => csvCell(cell))),
    { newline: '\r\n' },
  );
  return new Blob([`${BYTE_ORDER_MARK}${text}\r\n`], { type: 'text/csv' });
}
