import * as z from 'zod';
import { recordId } from '../console/fields.ts';
import { ImportPageContent, MAX_IMPORT_PAGES } from '../console/importPage.ts';
import { StartImportRequest } from '../console/startImport.ts';

/** Chosen by the caller for one file, as long as it is being sent. */
export const ImportPlace = z.strictObject({ importId: recordId });
export const ImportPagePlace = ImportPlace.extend({
  page: z
    .string()
    .regex(/^(0|[1-9]\d{0,3})$/, { error: 'is not the number of a page' })
    .refine((text) => Number(text) < MAX_IMPORT_PAGES, { error: `is below ${MAX_IMPORT_PAGES}` })
    .transform(Number),
});
export const SendImportPage = ImportPageContent;
export const CheckImport = StartImportRequest.omit({ environment: true, draftId: true });
export const ApplyImport = z.strictObject({ mails: z.boolean().default(true) });
