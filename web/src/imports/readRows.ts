import type { ColumnMap, FixedCells } from '@latchkey/domain/import/matchColumns';
import type { RowProblem } from '@latchkey/domain/import/readRow';
import { readRow } from '@latchkey/domain/import/readRow';
import { repeatedRows } from '@latchkey/domain/import/repeated';
import type { ImportRow } from '@latchkey/domain/import/rows';
import type { ImportSubject } from '@latchkey/domain/import/subjects';
import { endOfDay } from '../ui/zonedDate.ts';
import type { CsvTable } from './parseCsv.ts';

/** A file as it was understood: rows without a problem, and what is wrong with the others, in their order. */
export interface RowsRead {
  readonly good: readonly ImportRow[];
  readonly problems: readonly RowProblem[];
  /** Rows with a problem; a row may have several. */
  readonly bad: number;
}

/** What is known of a file besides its cells. */
export interface BesideRows {
  /** What stands in every row of columns that the file does not have. */
  readonly fixed?: FixedCells;
  /** Rows that are not to be brought in, whatever they say. */
  readonly refused?: readonly RowProblem[];
}

/** Understands every row of a file. Dates end with the day in the person's time zone, as in forms. */
export function readRows(
  subject: ImportSubject,
  table: CsvTable,
  map: ColumnMap,
  timeZone: string,
  { fixed = {}, refused = [] }: BesideRows = {},
): RowsRead {
  const ends = new Map<string, Date | null>();
  const end = (day: string): Date | null => {
    if (!ends.has(day)) ends.set(day, endOfDay(day, timeZone));
    return ends.get(day) ?? null;
  };
  const rows: ImportRow[] = [];
  const problems: RowProblem[] = [...refused];
  const left = new Set(refused.map(({ line }) => line));
  for (const raw of table.rows) {
    if (left.has(raw.line)) continue;
    const read = readRow(subject, map, raw, end, fixed);
    if (read.ok) rows.push(read.row);
    else problems.push(...read.problems);
  }
  problems.push(...repeatedRows(subject, rows));
  const bad = new Set(problems.map(({ line }) => line));
  return {
    good: rows.filter(({ line }) => !bad.has(line)),
    problems: problems.toSorted((a, b) => a.line - b.line),
    bad: bad.size,
  };
}
