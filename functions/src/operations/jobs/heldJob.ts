import type { AuditDraft } from '@latchkey/domain/audit/event';
import type { Job } from '@latchkey/domain/job/job';
import { holds } from '@latchkey/domain/job/states';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Versioned } from '../../firestore/records.ts';
import type { Write } from '../../firestore/store.ts';
import { auditWrites, updateJob } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { readJob } from './readJob.ts';

export interface JobChange {
  readonly job: Job;
  readonly writes?: readonly Write[];
  readonly audit?: readonly AuditDraft[];
}

/**
 * Changes a job that a runner holds, with what belongs to the change, in one commit. Gives the job as it is
 * then, or null when the runner holds it no longer: somebody else went on after its lease had lapsed.
 *
 * @param known the job as it was read a moment ago; should it have changed since, it is read again
 */
export async function changeHeld(
  call: Call,
  { environment, id }: Pick<Job, 'environment' | 'id'>,
  runner: string,
  change: (current: Job) => JobChange,
  known?: Versioned<Job> | null,
): Promise<Job | null> {
  let first = known;
  return withRetry(id, async () => {
    const held = first ?? (await readJob(call.store, environment, id));
    first = null;
    if (!held || !holds(held.record, runner)) return null;
    const { job, writes = [], audit = [] } = change(held.record);
    await call.store.commit([updateJob(held, job), ...writes, ...auditWrites(environment, call, audit)]);
    return job;
  });
}
