import type { ImportMode } from '../import/deeds.ts';
import type { ImportSubject } from '../import/subjects.ts';

/**
 * A CSV file, row by row. `check` says what every row would do and changes nothing; `apply` does it, on the
 * very rows that were checked: they lie beside the job of the check.
 */
export interface ImportWork {
  readonly kind: 'import';
  readonly mode: ImportMode;
  readonly subject: ImportSubject;
  readonly fileName: string;
  /** Rows of the file. */
  readonly rows: number;
  /** Of an import in earnest: whether mails leave because of it; a check sends none. */
  readonly mails: boolean;
  /** Of an import in earnest: the job of its check. */
  readonly checkId: string | null;
  /** Of a check: the job that does what was checked, once somebody has asked for it. */
  readonly applyId: string | null;
}
