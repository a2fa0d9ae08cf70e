/** What a CSV file may bring in. */
export const IMPORT_SUBJECTS = ['licenses', 'customers', 'assignments'] as const;
export type ImportSubject = (typeof IMPORT_SUBJECTS)[number];

/** Rows of one file (decisions.md, Numbers). */
export const MAX_IMPORT_ROWS = 10_000;
/** Bytes of one file: as many rows with features and metadata of ordinary size. */
export const MAX_IMPORT_BYTES = 10 * 1024 * 1024;
/** Rows of one page of the job: about a second of work, so that a person sees it move. */
export const IMPORT_PAGE_ROWS = 100;
/** JSON characters of one page, well below what one document may hold however they are encoded. */
export const IMPORT_PAGE_CHARACTERS = 200_000;
