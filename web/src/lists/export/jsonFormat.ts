import type { ExportColumn, ExportFormat } from './exportFormat.ts';

/** One array, a row a line. */
export function jsonFormat<Row>(columns: readonly ExportColumn<Row>[]): ExportFormat<Row> {
  return {
    extension: '.json',
    mime: 'application/json',
    head: '[\n',
    row: (row, now) =>
      JSON.stringify(Object.fromEntries(columns.map(({ title, value }) => [title, value(row, now)]))),
    between: ',\n',
    tail: '\n]\n',
  };
}
