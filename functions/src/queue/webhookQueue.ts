import type { Environment } from '@latchkey/domain/environment';
import { logError } from '../log.ts';
import { enqueue } from './enqueue.ts';

/** The function behind the queue (tasks/sendWebhooks.ts), as the deploy list names it. */
const QUEUE = 'sendWebhooks';
/** How long one task may take; ticks of the clock go on with what is left. */
export const SENDING_SECONDS = 120;

/** What a task says: whose deliveries shall leave. */
export interface SendingTask {
  readonly environment: Environment;
}

/** Has deliveries that are due leave at once, without anybody waiting for their receivers. Never fails. */
export async function enqueueSending(task: SendingTask): Promise<void> {
  try {
    await enqueue(QUEUE, task, SENDING_SECONDS);
  } catch (error) {
    logError('sending was not queued', error, { ...task });
  }
}
