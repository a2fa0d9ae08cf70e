import type { Environment } from '@latchkey/domain/environment';
import type { RetryJobAnswer } from '@latchkey/domain/wire/console/retryJob';
import { RetryJobRequest } from '@latchkey/domain/wire/console/retryJob';
import type { CallableRequest } from 'firebase-functions/https';
import { commandJob } from '../operations/jobs/commandJob.ts';
import { deletesLicenses } from '../operations/jobs/readJob.ts';
import { enqueueJob } from '../queue/jobQueue.ts';
import { newCall, sharedTools } from '../tools.ts';
import { consolePerson, freshConsolePerson } from './caller.ts';
import { door } from './door.ts';

/** A job that failed or was cancelled goes on where it stopped, in the caller's name. */
export const retryJob = door(
  RetryJobRequest,
  async ({ environment, jobId }, request, requestId): Promise<RetryJobAnswer> => {
    const caller = await callerFor(request, environment, jobId);
    if (!caller.ok) return caller;
    const retried = await commandJob(newCall(caller.actor, requestId), environment, jobId, 'retry');
    if (retried.ok) await enqueueJob({ environment, jobId });
    return retried;
  },
);

/** Going on deleting asks for a fresh sign-in, as deleting does. */
async function callerFor(request: CallableRequest, environment: Environment, jobId: string) {
  const actor = await consolePerson(request, environment, 'console.read');
  const deletes = await deletesLicenses(sharedTools().store, environment, jobId);
  return deletes ? freshConsolePerson(request, environment, 'console.read') : ({ ok: true, actor } as const);
}
