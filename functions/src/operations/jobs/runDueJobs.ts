import type { Environment } from '@latchkey/domain/environment';
import { envPath } from '../../firestore/collections.ts';
import type { Tools } from '../context.ts';
import type { JobSurroundings } from './runJob.ts';
import { runJob } from './runJob.ts';

const AT_MOST = 20;

/** Runs what waits, or was left by a runner that fell silent, the longest waiting first. */
export async function runDueJobs(
  tools: Tools,
  environment: Environment,
  around: JobSurroundings,
): Promise<{ jobs: number; ended: number }> {
  const due = await tools.store.query<object>({
    parent: envPath(environment),
    collection: 'jobs',
    where: [['dueAt', '<=', around.clock()]],
    orderBy: [['dueAt', 'asc']],
    limit: AT_MOST,
    select: [],
  });
  let jobs = 0;
  let ended = 0;
  for (const { id } of due) {
    if (around.until()) break;
    const result = await runJob(tools, environment, id, around);
    if (result !== 'elsewhere') jobs += 1;
    if (result === 'ended') ended += 1;
  }
  return { jobs, ended };
}
