import type { Actor } from '@latchkey/domain/access/actor';
import { keyHolds } from '@latchkey/domain/access/apiPermissions';
import { may } from '@latchkey/domain/access/roles';
import type { Environment } from '@latchkey/domain/environment';
import { jobEvent } from '@latchkey/domain/job/audit';
import type { Job } from '@latchkey/domain/job/job';
import type { JobRefusal } from '@latchkey/domain/job/refusals';
import { refuseJob } from '@latchkey/domain/job/refusals';
import { cancel, retry } from '@latchkey/domain/job/states';
import { jobPermission } from '@latchkey/domain/job/work';
import { withRetry } from '../../firestore/optimistic.ts';
import { auditWrites, updateJob } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { readJob } from './readJob.ts';

/**
 * Cancels a job, or lets one that stopped go on in the caller's name. Whoever does either must be allowed
 * what the job does.
 */
export async function commandJob(
  call: Call,
  environment: Environment,
  jobId: string,
  command: 'cancel' | 'retry',
): Promise<{ ok: true } | JobRefusal> {
  return withRetry(jobId, async () => {
    const found = await readJob(call.store, environment, jobId);
    if (!found) return refuseJob('NOT_FOUND', 'There is no such job in this environment.');
    if (!mayCommand(call.actor, found.record)) {
      return refuseJob('FORBIDDEN', 'Your role does not allow what this job does.');
    }
    const decision = decide(command, found.record, call);
    if (!decision.ok) return decision;
    const audit = jobEvent(eventOf(command, decision.job), decision.job);
    await call.store.commit([updateJob(found, decision.job), ...auditWrites(environment, call, [audit])]);
    return { ok: true };
  });
}

function decide(command: 'cancel' | 'retry', job: Job, { actor, now }: Call) {
  switch (command) {
    case 'cancel':
      return cancel(job, now);
    case 'retry':
      return retry(job, actor, now);
  }
}

/** A job nobody had begun is cancelled at once; one that runs is asked to stop. */
function eventOf(command: 'cancel' | 'retry', after: Job) {
  if (command === 'retry') return 'job.retried';
  return after.status === 'cancelled' ? 'job.cancelled' : 'job.cancel-asked';
}

function mayCommand(actor: Actor, job: Job): boolean {
  const permission = jobPermission(job.work);
  if (actor.kind === 'api-key') return keyHolds(actor.permissions, permission);
  return actor.kind === 'person' && may(actor.role, permission);
}
