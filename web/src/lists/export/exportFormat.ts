import type { JsonValue } from '@latchkey/domain/json';

export type FormatName = 'csv' | 'json';

/** What an export says of a row: its column's title in both kinds of file, and what stands there. */
export interface ExportColumn<Row> {
  readonly title: string;
  readonly value: (row: Row, now: Date) => JsonValue;
  /** As a table's cell says it, where that differs; otherwise the value, objects as JSON. */
  readonly cell?: (row: Row, now: Date) => string | number | null;
}

/** A kind of file that is written row by row: head, rows with `between` among them, tail. */
export interface ExportFormat<Row> {
  readonly extension: `.${FormatName}`;
  readonly mime: `${string}/${string}`;
  readonly head: string;
  /** `now` is the moment of the export: states by the clock are those of that moment. */
  readonly row: (row: Row, now: Date) => string;
  readonly between: string;
  readonly tail: string;
}
