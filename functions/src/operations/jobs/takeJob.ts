import type { Environment } from '@latchkey/domain/environment';
import { jobEvent } from '@latchkey/domain/job/audit';
import type { Job } from '@latchkey/domain/job/job';
import { GIVEN_UP } from '@latchkey/domain/job/problems';
import { claim, fail, isHopeless } from '@latchkey/domain/job/states';
import { withRetry } from '../../firestore/optimistic.ts';
import { auditWrites, updateJob } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { readJob } from './readJob.ts';

/**
 * Takes the lease of a job that waits or whose runner has fallen silent. Of several that try at once, one
 * commits; the others find it taken. A job that keeps breaking is given up here.
 *
 * @param read what the first step needs; it is read while the lease is being taken
 */
export async function takeJob<T>(
  call: Call,
  environment: Environment,
  jobId: string,
  runner: string,
  read: (job: Job) => Promise<T>,
): Promise<{ readonly job: Job; readonly read: T } | null> {
  return withRetry(jobId, async () => {
    const waiting = await readJob(call.store, environment, jobId);
    const taken = waiting && claim(waiting.record, runner, call.now);
    if (!taken) return null;
    if (!isHopeless(taken, call.now)) {
      const [found] = await Promise.all([read(taken), call.store.commit([updateJob(waiting, taken)])]);
      return { job: taken, read: found };
    }
    const failed = fail(waiting.record, GIVEN_UP, call.now);
    const audit = auditWrites(environment, call, [jobEvent('job.failed', failed)]);
    await call.store.commit([updateJob(waiting, failed), ...audit]);
    return null;
  });
}
