import type { Environment } from '@latchkey/domain/environment';
import { config } from '../config.ts';
import { logError } from '../log.ts';

/** The function behind the queue (tasks/runJob.ts), as the deploy list names it. */
const QUEUE = 'runJob';
/** Nobody waits longer than this for the queue: the clock's tick finds the job as well. */
const PATIENCE = 3_000;

/** What a task says: which job shall go on. */
export interface JobTask {
  readonly environment: Environment;
  readonly jobId: string;
}

/** How long one task may take; the queue gives up on it then. */
export const TASK_SECONDS = 540;

/**
 * Has a job run at once. The job itself is stored already; should the queue be out, the next tick takes it,
 * so this never fails. The SDK is loaded when the first job is started, not before.
 */
export async function enqueueJob(task: JobTask): Promise<void> {
  if (!config().taskQueue) return;
  try {
    await withinPatience(send(task));
  } catch (error) {
    logError('job was not queued', error, { ...task });
  }
}

async function send(task: JobTask): Promise<void> {
  const [{ getApps, initializeApp }, { getFunctions }] = await Promise.all([
    import('firebase-admin/app'),
    import('firebase-admin/functions'),
  ]);
  const { projectId, region } = config();
  const app = getApps()[0] ?? initializeApp({ projectId });
  const queue = getFunctions(app).taskQueue<JobTask>(`locations/${region}/functions/${QUEUE}`);
  await queue.enqueue(task, { dispatchDeadlineSeconds: TASK_SECONDS });
}

async function withinPatience(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the queue does not answer')), PATIENCE);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
