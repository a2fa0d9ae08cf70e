import type { StartImportAnswer } from '@latchkey/domain/wire/console/startImport';
import { StartImportRequest } from '@latchkey/domain/wire/console/startImport';
import { startImport as start } from '../operations/import/startImport.ts';
import { enqueueJob } from '../queue/jobQueue.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';
import { importJobId } from './importJobId.ts';

/** Starts the check of a file whose pages have been sent, and answers at once. */
export const startImport = door(
  StartImportRequest,
  async ({ environment, draftId, ...file }, request, requestId): Promise<StartImportAnswer> => {
    const actor = await consolePerson(request, environment, 'bulk.import');
    const jobId = importJobId(environment, actor, draftId);
    const outcome = await start(newCall(actor, requestId), environment, { ...file, jobId });
    if (outcome.ok) await enqueueJob({ environment, jobId });
    return outcome;
  },
);
