import type { Environment } from '@latchkey/domain/environment';
import type { ImportWork } from '@latchkey/domain/job/importWork';
import type { JobRefusal } from '@latchkey/domain/job/refusals';
import { refuseJob } from '@latchkey/domain/job/refusals';
import { withRetry } from '../../firestore/optimistic.ts';
import { updateJob } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { readJob } from '../jobs/readJob.ts';
import { jobWrites } from '../jobs/startJob.ts';

/** Does what was checked, on the very rows of the check. However often it is asked for, it is one job. */
export async function applyImport(
  call: Call,
  environment: Environment,
  checkId: string,
  mails: boolean,
): Promise<{ ok: true; jobId: string } | JobRefusal> {
  return withRetry(checkId, async () => {
    const found = await readJob(call.store, environment, checkId);
    const check = found?.record.work;
    if (!found || check?.kind !== 'import' || check.mode !== 'check') {
      return refuseJob('NOT_FOUND', 'There is no such check of a file in this environment.');
    }
    if (check.applyId !== null) return { ok: true, jobId: check.applyId };
    if (found.record.status !== 'done') {
      return refuseJob(
        'CHECK_NOT_DONE',
        'The check has not come to its end. Wait for it, or choose the file again.',
      );
    }
    const jobId = call.newId();
    const work: ImportWork = { ...check, mode: 'apply', mails, checkId, applyId: null };
    const prepared = { work, total: check.rows, pages: [], allPlanned: false, hidden: null };
    await call.store.commit([
      updateJob(found, { ...found.record, work: { ...check, applyId: jobId } }),
      ...jobWrites(call, environment, jobId, prepared),
    ]);
    return { ok: true, jobId };
  });
}
