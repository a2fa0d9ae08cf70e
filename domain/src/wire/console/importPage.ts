import * as z from 'zod';
import { IMPORT_PAGE_CHARACTERS, IMPORT_PAGE_ROWS } from '../../import/subjects.ts';
import { environment, recordId } from './fields.ts';
import { AssignmentImportRow, CustomerImportRow, LicenseImportRow } from './importRows.ts';
import { outcome } from './outcome.ts';

/** More than the browser puts on a page, as a single row may be larger than a page should be. */
const MOST_CHARACTERS = IMPORT_PAGE_CHARACTERS + 50_000;
/** Pages of a file; rows with features and metadata of the greatest size still fit. */
export const MAX_IMPORT_PAGES = 1_000;

const pageOf = <Subject extends string, Row extends z.ZodType>(subject: Subject, row: Row) =>
  z.strictObject({ subject: z.literal(subject), rows: z.array(row).min(1).max(IMPORT_PAGE_ROWS) });

/** Rows of one kind, as many as a page holds. */
export const ImportPageContent = z
  .discriminatedUnion('subject', [
    pageOf('licenses', LicenseImportRow),
    pageOf('customers', CustomerImportRow),
    pageOf('assignments', AssignmentImportRow),
  ])
  .refine((content) => JSON.stringify(content).length <= MOST_CHARACTERS, {
    error: 'is too large for one page',
  });

/** One page of a file, sent before its check is started. Rows may hold whole keys: they are never shown again. */
export const ImportPageRequest = z.strictObject({
  environment,
  /** Random, chosen by the browser for one file. */
  draftId: recordId,
  page: z
    .int()
    .min(0)
    .max(MAX_IMPORT_PAGES - 1),
  content: ImportPageContent,
});
export type ImportPageRequest = z.infer<typeof ImportPageRequest>;

export const ImportPageAnswer = outcome({});
export type ImportPageAnswer = z.infer<typeof ImportPageAnswer>;
