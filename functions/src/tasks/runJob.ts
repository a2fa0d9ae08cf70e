import { isEnvironment } from '@latchkey/domain/environment';
import { setTimeout as pause } from 'node:timers/promises';
import { HttpsError } from 'firebase-functions/https';
import { onTaskDispatched } from 'firebase-functions/tasks';
import { REGION } from '../config.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { logError } from '../log.ts';
import { runJobWhenFree } from '../operations/jobs/runJobWhenFree.ts';
import type { JobTask } from '../queue/jobQueue.ts';
import { enqueueJob, TASK_SECONDS } from '../queue/jobQueue.ts';
import { logRun } from '../runLog.ts';
import { sharedTools } from '../tools.ts';

/** Leaves room before the function's own time limit. */
const BUDGET = (TASK_SECONDS - 60) * 1000;

/**
 * Runs the job that a task names. One that needs longer than a function may take queues itself again. Where it
 * breaks, or the process dies, the queue brings the task once more within seconds, for as long as it takes a
 * job to be given up; should the queue lose it, the clock's tick finds the job.
 */
export const runJob = onTaskDispatched<JobTask>(
  {
    region: REGION,
    secrets: [...SECRETS],
    memory: '512MiB',
    timeoutSeconds: TASK_SECONDS,
    retryConfig: { maxAttempts: 100, minBackoffSeconds: 1, maxBackoffSeconds: 5 },
    rateLimits: { maxConcurrentDispatches: 5 },
  },
  async ({ data: { environment, jobId } }) => {
    if (!isEnvironment(environment)) throw new Error('not an environment');
    const deadline = Date.now() + BUDGET;
    const late = (): boolean => Date.now() > deadline;
    const result = await runJobWhenFree(sharedTools(), environment, jobId, {
      clock: () => new Date(),
      until: late,
      pause,
      report: (error, what) => logError('job broke', error, { environment, jobId, what }),
    });
    await logRun(environment, 'job run', { jobId, result });
    if (result !== 'waiting') return;
    if (!late()) throw new HttpsError('unavailable', 'The job broke off; the next try goes on with it.');
    await enqueueJob({ environment, jobId });
  },
);
