import type { AssignmentImportRow, CustomerImportRow, LicenseImportRow } from '../wire/console/importRows.ts';
import type { ImportSubject } from './subjects.ts';

/** A row of each kind of file, as it passed its schema. */
export interface ImportRows {
  readonly licenses: LicenseImportRow;
  readonly customers: CustomerImportRow;
  readonly assignments: AssignmentImportRow;
}
export type ImportRow = ImportRows[ImportSubject];

/** One page of a file: the input of one page of its job. Rows may hold whole keys, so nobody reads it. */
export type ImportPage = {
  readonly [Subject in ImportSubject]: {
    readonly subject: Subject;
    readonly count: number;
    readonly rows: readonly ImportRows[Subject][];
  };
}[ImportSubject];
