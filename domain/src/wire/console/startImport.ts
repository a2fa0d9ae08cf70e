import * as z from 'zod';
import { IMPORT_SUBJECTS } from '../../import/subjects.ts';
import { trimmedText } from '../text.ts';
import { environment, recordId } from './fields.ts';
import { MAX_IMPORT_PAGES } from './importPage.ts';
import { rowCount } from './importRows.ts';
import { outcome } from './outcome.ts';

/** All pages were sent: the check may begin. */
export const StartImportRequest = z.strictObject({
  environment,
  draftId: recordId,
  subject: z.enum(IMPORT_SUBJECTS),
  fileName: trimmedText(255, 1),
  pages: z.int().min(1).max(MAX_IMPORT_PAGES),
  rows: rowCount,
});
export type StartImportRequest = z.infer<typeof StartImportRequest>;

export const StartImportAnswer = outcome({ jobId: z.string() });
export type StartImportAnswer = z.infer<typeof StartImportAnswer>;
