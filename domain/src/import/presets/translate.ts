import { plainCell } from '../cells.ts';
import { foldHeader, type ColumnMap } from '../matchColumns.ts';
import type { RawRow, RowProblem } from '../readRow.ts';
import type { ImportPreset } from './preset.ts';

/** A file of another system as one of ours: the columns that it stands for first, then what is left of it. */
export interface Translated {
  readonly headers: readonly string[];
  readonly map: ColumnMap;
  readonly rows: readonly RawRow[];
  /** Rows that are not to be brought in. */
  readonly refused: readonly RowProblem[];
}

/** Reads each row of a file of another system into our columns. What its cells say is checked afterwards, as ever. */
export function translate(
  preset: ImportPreset,
  headers: readonly string[],
  rows: readonly RawRow[],
): Translated {
  const folded = headers.map(foldHeader);
  const placeOf = (header: string): number => folded.indexOf(foldHeader(header));
  const found = Object.entries(preset.columns)
    .map(([name, { from, read }]) => ({ name, read, from: from.filter((one) => placeOf(one) >= 0) }))
    .filter(({ from }) => from.length > 0);
  const used = new Set([preset.state, ...found.flatMap(({ from }) => from)].map(placeOf));
  const left = headers.flatMap((_, at) => (used.has(at) ? [] : [at]));

  const refused: RowProblem[] = [];
  const read = ({ line, cells }: RawRow): RawRow => {
    const cell = (header: string): string => plainCell(cells[placeOf(header)] ?? '');
    const why = preset.refuses(cell);
    if (why !== null) refused.push({ line, column: null, sentence: `The row ${why}.` });
    const ours = found.map(({ read: reader, from }) => (reader ?? (() => cell(from[0] ?? '')))(cell));
    return { line, cells: [...ours, ...left.map((at) => cells[at] ?? '')] };
  };
  return {
    headers: [...found.map(({ from }) => from.join(' + ')), ...left.map((at) => headers[at] ?? '')],
    map: Object.fromEntries(found.map(({ name }, at) => [name, at])),
    rows: rows.map(read),
    refused,
  };
}
