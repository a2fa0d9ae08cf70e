import type { GenerateLicensesAnswer } from '@latchkey/domain/wire/console/generateLicenses';
import { GenerateLicensesRequest } from '@latchkey/domain/wire/console/generateLicenses';
import { generateLicenses as generate } from '../operations/catalog/generateLicenses.ts';
import { enqueueJob } from '../queue/jobQueue.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';

/** Generate: up to 100 licenses at once, more as a job. Asked again with the same key, nothing is made twice. */
export const generateLicenses = door(
  GenerateLicensesRequest,
  async (input, request, requestId): Promise<GenerateLicensesAnswer> => {
    const { environment, generatorId, quantity, requestKey } = input;
    const actor = await consolePerson(request, environment, 'generators.run');
    const asked = { generatorId, quantity, request: `${environment}:${actor.uid}:${requestKey}` };
    const outcome = await generate(newCall(actor, requestId), environment, asked);
    if (outcome.ok && outcome.jobId !== null) await enqueueJob({ environment, jobId: outcome.jobId });
    return outcome;
  },
);
