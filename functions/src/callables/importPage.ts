import type { ImportPage } from '@latchkey/domain/import/rows';
import type { ImportPageAnswer } from '@latchkey/domain/wire/console/importPage';
import { ImportPageRequest } from '@latchkey/domain/wire/console/importPage';
import { storeImportPage } from '../operations/import/storePage.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';
import { importJobId } from './importJobId.ts';

/** Takes one page of a file that is going to be checked. */
export const importPage = door(
  ImportPageRequest,
  async ({ environment, draftId, page, content }, request, requestId): Promise<ImportPageAnswer> => {
    const actor = await consolePerson(request, environment, 'bulk.import');
    const stored: ImportPage = { ...content, count: content.rows.length };
    const jobId = importJobId(environment, actor, draftId);
    return storeImportPage(newCall(actor, requestId), environment, jobId, page, stored);
  },
);
