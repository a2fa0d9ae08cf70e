import type { CancelJobAnswer } from '@latchkey/domain/wire/console/cancelJob';
import { CancelJobRequest } from '@latchkey/domain/wire/console/cancelJob';
import { commandJob } from '../operations/jobs/commandJob.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';

/** Stops a job after the page it is at. What the role has to allow depends on what the job does. */
export const cancelJob = door(
  CancelJobRequest,
  async ({ environment, jobId }, request, requestId): Promise<CancelJobAnswer> => {
    const actor = await consolePerson(request, environment, 'console.read');
    return commandJob(newCall(actor, requestId), environment, jobId, 'cancel');
  },
);
