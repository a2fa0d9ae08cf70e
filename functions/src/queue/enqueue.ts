import { config } from '../config.ts';

/** Nobody waits longer than this for the queue: a tick of the clock finds the work as well. */
const PATIENCE = 3_000;

/**
 * Puts a task into the queue of a function, as the deploy list names it; does nothing where there is no queue.
 * The SDK is loaded with the first task, not before.
 * @param deadlineSeconds how long the task may take
 */
export async function enqueue<T extends object>(
  queue: string,
  task: T,
  deadlineSeconds: number,
): Promise<void> {
  if (!config().taskQueue) return;
  await withinPatience(send(queue, task, deadlineSeconds));
}

async function send<T extends object>(queue: string, task: T, deadlineSeconds: number): Promise<void> {
  const [{ getApps, initializeApp }, { getFunctions }] = await Promise.all([
    import('firebase-admin/app'),
    import('firebase-admin/functions'),
  ]);
  const { projectId, region } = config();
  const app = getApps()[0] ?? initializeApp({ projectId });
  await getFunctions(app)
    .taskQueue<T>(`locations/${region}/functions/${queue}`)
    .enqueue(task, { dispatchDeadlineSeconds: deadlineSeconds });
}

async function withinPatience(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the queue does not answer')), PATIENCE);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
