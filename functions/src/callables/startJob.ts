import type { AskedBulk } from '@latchkey/domain/job/bulk';
import { prepareBulk } from '@latchkey/domain/job/bulk';
import { confirmedNumber } from '@latchkey/domain/job/work';
import type { LicenseSelectionInput, StartJobAnswer } from '@latchkey/domain/wire/console/startJob';
import { StartJobRequest } from '@latchkey/domain/wire/console/startJob';
import { startJob as start } from '../operations/jobs/startJob.ts';
import { enqueueJob } from '../queue/jobQueue.ts';
import { newCall } from '../tools.ts';
import { consolePerson, freshConsolePerson } from './caller.ts';
import { door } from './door.ts';

/** Starts a job and answers at once; nobody has to wait for it on an open page. */
export const startJob = door(
  StartJobRequest,
  async ({ environment, work }, request, requestId): Promise<StartJobAnswer> => {
    const caller =
      work.command.type === 'delete'
        ? await freshConsolePerson(request, environment, 'licenses.delete')
        : ({ ok: true, actor: await consolePerson(request, environment, 'licenses.write') } as const);
    if (!caller.ok) return caller;
    const prepared = prepareBulk({
      command: work.command,
      selection: selectionOf(work.selection),
      confirmed: work.confirmation === undefined ? null : confirmedNumber(work.confirmation),
    });
    if (!prepared.ok) return prepared;
    const jobId = await start(newCall(caller.actor, requestId), environment, prepared);
    await enqueueJob({ environment, jobId });
    return { ok: true, jobId };
  },
);

function selectionOf(input: LicenseSelectionInput): AskedBulk['selection'] {
  if (input.by === 'ids') return input;
  const { search = null, status = null, productId = null, createdSince } = input.filter;
  const since = createdSince === undefined ? null : new Date(createdSince);
  return { by: 'filter', filter: { search, status, productId, createdSince: since } };
}
