import type { ExportRow } from './exportRow.ts';

export type FormatName = 'csv' | 'json';

/** A kind of file that is written row by row: head, rows with `between` among them, tail. */
export interface ExportFormat {
  readonly extension: `.${FormatName}`;
  readonly mime: `${string}/${string}`;
  readonly head: string;
  readonly row: (row: ExportRow) => string;
  readonly between: string;
  readonly tail: string;
}
