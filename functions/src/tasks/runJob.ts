import { isEnvironment } from '@latchkey/domain/environment';
import { onTaskDispatched } from 'firebase-functions/tasks';
import { REGION } from '../config.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { logError, logInfo } from '../log.ts';
import { runJob as run } from '../operations/jobs/runJob.ts';
import type { JobTask } from '../queue/jobQueue.ts';
import { enqueueJob, TASK_SECONDS } from '../queue/jobQueue.ts';
import { sharedTools } from '../tools.ts';

/** Leaves room before the function's own time limit. */
const BUDGET = (TASK_SECONDS - 60) * 1000;

/**
 * Runs the job that a task names. One that needs longer than a function may take queues itself again; one
 * that breaks is left to the tick of the clock, which waits for its lease.
 */
export const runJob = onTaskDispatched<JobTask>(
  {
    region: REGION,
    secrets: [...SECRETS],
    memory: '512MiB',
    timeoutSeconds: TASK_SECONDS,
    retryConfig: { maxAttempts: 1 },
    rateLimits: { maxConcurrentDispatches: 5 },
  },
  async ({ data: { environment, jobId } }) => {
    if (!isEnvironment(environment)) throw new Error('not an environment');
    const deadline = Date.now() + BUDGET;
    const late = (): boolean => Date.now() > deadline;
    const result = await run(sharedTools(), environment, jobId, {
      clock: () => new Date(),
      until: late,
      report: (error, what) => logError('job broke', error, { environment, jobId, what }),
    });
    logInfo('job run', { environment, jobId, result });
    if (result === 'waiting' && late()) await enqueueJob({ environment, jobId });
  },
);
