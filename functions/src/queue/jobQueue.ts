import type { Environment } from '@latchkey/domain/environment';
import { logError } from '../log.ts';
import { enqueue } from './enqueue.ts';

/** The function behind the queue (tasks/runJob.ts), as the deploy list names it. */
const QUEUE = 'runJob';

/** What a task says: which job shall go on. */
export interface JobTask {
  readonly environment: Environment;
  readonly jobId: string;
}

/** How long one task may take; the queue gives up on it then. */
export const TASK_SECONDS = 540;

/**
 * Has a job run at once. The job itself is stored already; should the queue be out, the next tick takes it,
 * so this never fails.
 */
export async function enqueueJob(task: JobTask): Promise<void> {
  try {
    await enqueue(QUEUE, task, TASK_SECONDS);
  } catch (error) {
    logError('job was not queued', error, { ...task });
  }
}
