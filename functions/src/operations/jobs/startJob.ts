import type { Environment } from '@latchkey/domain/environment';
import { jobEvent } from '@latchkey/domain/job/audit';
import type { PreparedJob } from '@latchkey/domain/job/bulk';
import { newJob } from '@latchkey/domain/job/states';
import { jobHiddenPath, jobPagePath, jobPath } from '../../firestore/collections.ts';
import { toStored } from '../../firestore/records.ts';
import type { Write } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';

/** Puts a job down, with its input and the event of its start, in one commit; a runner takes it from there. */
export async function startJob(call: Call, environment: Environment, prepared: PreparedJob): Promise<string> {
  const id = call.newId();
  await call.store.commit(jobWrites(call, environment, id, prepared));
  return id;
}

/** A new job as writes, for a commit that makes the job necessary. */
export function jobWrites(
  call: Call,
  environment: Environment,
  id: string,
  { work, total, pages, allPlanned, cursor = null, hidden }: PreparedJob,
): Write[] {
  const { actor, now } = call;
  const planned = pages.length;
  const job = newJob({ id, environment, work, total, planned, allPlanned, cursor }, actor, now);
  const fresh = { exists: false };
  const inputs = pages.map((data, page): Write => {
    return { kind: 'set', path: jobPagePath(environment, id, page), data, if: fresh };
  });
  return [
    { kind: 'set', path: jobPath(environment, id), data: toStored(job), if: fresh },
    ...inputs,
    ...(hidden
      ? [{ kind: 'set', path: jobHiddenPath(environment, id), data: hidden, if: fresh } as const]
      : []),
    ...auditWrites(environment, call, [jobEvent('job.started', job)]),
  ];
}
