import type { ImportSubject } from '../subjects.ts';

/** The cell of a row below a header of the other system, trimmed; '' where it is empty or there is no such column. */
export type CellOf = (header: string) => string;

/** How one of our columns comes out of a file of another system. */
export interface PresetColumn {
  /** Headers of that system; the column is found where the file has one of them. */
  readonly from: readonly string[];
  /** The cell as our own files would have it; without it the cell of the first header, as it is. */
  readonly read?: (cell: CellOf) => string;
}

/** What a file of another system means here (docs/importing.md says where its columns come from). */
export interface ImportPreset {
  readonly id: string;
  /** "Keygen" */
  readonly name: string;
  readonly subject: ImportSubject;
  /** Headers that no other system's files have together: by these it is recognised. */
  readonly signs: readonly string[];
  /** By the names of our columns. */
  readonly columns: Readonly<Record<string, PresetColumn>>;
  /** Header of the column that says how a license stands there. */
  readonly state: string;
  /** Why a row is not to be brought in, to be said after "The row"; null = it may. */
  readonly refuses: (cell: CellOf) => string | null;
}

/** What systems that pause licenses have in common: an import knows no state, so that row would come back to life. */
export const IS_STOPPED =
  'is stopped there, and would work here: leave it out, or say in the file that it is active';

export function isYes(text: string): boolean {
  return ['1', 'true', 'yes', 't'].includes(text.toLowerCase());
}

export function isNo(text: string): boolean {
  return ['0', 'false', 'no', 'f'].includes(text.toLowerCase());
}

/** `{"order":"1002"}` of what the file has; '' of nothing. */
export function metadataOf(facts: Readonly<Record<string, string>>): string {
  const known = Object.entries(facts).filter(([, text]) => text !== '');
  return known.length === 0 ? '' : JSON.stringify(Object.fromEntries(known));
}
