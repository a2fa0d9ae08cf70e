import type * as z from 'zod';
import { IMPORT_ROW } from '../wire/console/importRows.ts';
import type { ReadCell } from './cells.ts';
import { expiryCell, jsonCell, limitCell, plainCell } from './cells.ts';
import { IMPORT_COLUMNS } from './columns.ts';
import type { ColumnMap, FixedCells } from './matchColumns.ts';
import type { ImportRow } from './rows.ts';
import type { ImportSubject } from './subjects.ts';

/** What is wrong with one row, for whoever has the file open. Never holds what a cell says: it may be a key. */
export interface RowProblem {
  readonly line: number;
  /** The column's title; null = the row as a whole. */
  readonly column: string | null;
  /** What is wrong and what to do. */
  readonly sentence: string;
}

export type RowRead =
  { readonly ok: true; readonly row: ImportRow } | { readonly ok: false; readonly problems: RowProblem[] };

/** A row of a file, and the line that it begins on. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * One line of a file as a row, checked by the schema that the server asks, too.
 * @param fixed what stands in columns that the file does not have
 * @param endOfDay the last second of a day ("2027-12-31") where the person is; null = no such day
 */
export function readRow(
  subject: ImportSubject,
  map: ColumnMap,
  { line, cells }: RawRow,
  endOfDay: (day: string) => Date | null,
  fixed: FixedCells = {},
): RowRead {
  const problems: RowProblem[] = [];
  const raw: Record<string, unknown> = { line };
  for (const { name, title } of IMPORT_COLUMNS[subject]) {
    const at = map[name];
    const text = at == null ? (fixed[name] ?? '').trim() : plainCell(cells[at] ?? '');
    // An empty cell says nothing, which is not the same as an empty text.
    if (text === '') continue;
    const read = readCell(name, text, endOfDay);
    if ('wrong' in read) problems.push({ line, column: title, sentence: `${title} ${read.wrong}.` });
    else raw[name] = read.value;
  }
  const parsed = IMPORT_ROW[subject].safeParse(raw);
  if (parsed.success && problems.length === 0) return { ok: true, row: parsed.data };
  const others = parsed.success ? [] : parsed.error.issues.map((issue) => problemOf(subject, line, issue));
  return { ok: false, problems: firstOfEach([...problems, ...others]) };
}

function readCell(name: string, text: string, endOfDay: (day: string) => Date | null): ReadCell {
  if (name === 'limit') return limitCell(text);
  if (name === 'expires') return expiryCell(text, endOfDay);
  if (name === 'features' || name === 'metadata') return jsonCell(text);
  return { value: text };
}

/** One sentence a column: what follows from it would only confuse. */
function firstOfEach(problems: readonly RowProblem[]): RowProblem[] {
  return problems.filter((one, at) => problems.findIndex(({ column }) => column === one.column) === at);
}

function problemOf(subject: ImportSubject, line: number, issue: z.core.$ZodIssue): RowProblem {
  const column = IMPORT_COLUMNS[subject].find(({ name }) => name === issue.path[0]);
  const title = column?.title ?? null;
  return { line, column: title, sentence: `${title ?? 'The row'} ${saying(issue)}.` };
}

/** The library's sentences begin with what they expect; ours go on after the name of the column. */
function saying(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'invalid_type':
      return 'is needed';
    case 'too_small':
      return `is too short; at least ${issue.minimum} characters are needed`;
    case 'too_big':
      return `is too long; at most ${issue.maximum} characters`;
    case 'invalid_format':
      return issue.format === 'email' ? 'is no e-mail address' : 'is not as it should be';
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_value':
      return 'is not as it should be';
  }
}
