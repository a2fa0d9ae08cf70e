import Papa from 'papaparse';
import { csvCell } from '@latchkey/domain/csv/cell';
import type { JsonValue } from '@latchkey/domain/json';
import type { ExportColumn, ExportFormat } from './exportFormat.ts';

const LINE_END = '\r\n';
/** Without it Excel takes UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180, in UTF-8 with a byte order mark, safe to open in a spreadsheet. */
export function csvFormat<Row>(columns: readonly ExportColumn<Row>[]): ExportFormat<Row> {
  return {
    extension: '.csv',
    mime: 'text/csv',
    head: BYTE_ORDER_MARK + line(columns.map(({ title }) => title)),
    row: (row, now) => line(columns.map(({ cell, value }) => cell?.(row, now) ?? plain(value(row, now)))),
    between: '',
    tail: '',
  };
}

function line(cells: readonly (string | number | null)[]): string {
  return Papa.unparse([cells.map((cell) => csvCell(cell))], { newline: LINE_END }) + LINE_END;
}

function plain(value: JsonValue): string | number | null {
  return typeof value === 'string' || typeof value === 'number' || value === null
    ? value
    : JSON.stringify(value);
}
