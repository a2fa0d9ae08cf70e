import type { ApplyImportAnswer } from '@latchkey/domain/wire/console/applyImport';
import { ApplyImportRequest } from '@latchkey/domain/wire/console/applyImport';
import { applyImport as apply } from '../operations/import/applyImport.ts';
import { enqueueJob } from '../queue/jobQueue.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';

/** Imports in earnest what a check has shown. */
export const applyImport = door(
  ApplyImportRequest,
  async ({ environment, jobId, mails }, request, requestId): Promise<ApplyImportAnswer> => {
    const actor = await consolePerson(request, environment, 'bulk.import');
    const outcome = await apply(newCall(actor, requestId), environment, jobId, mails);
    if (outcome.ok) await enqueueJob({ environment, jobId: outcome.jobId });
    return outcome;
  },
);
