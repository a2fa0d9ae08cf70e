import type { Environment } from '@latchkey/domain/environment';
import type { Tools } from '../context.ts';
import { readJob } from './readJob.ts';
import type { JobSurroundings, RunResult } from './runJob.ts';
import { runJob } from './runJob.ts';

export interface PatientSurroundings extends JobSurroundings {
  readonly pause: (ms: number) => Promise<void>;
}

/**
 * Runs a job, and where somebody else has it, waits until the lease that is seen has lapsed: one that was
 * renewed by then belongs to a runner that is alive, every other was left by a dead one.
 */
export async function runJobWhenFree(
  tools: Tools,
  environment: Environment,
  jobId: string,
  around: PatientSurroundings,
): Promise<RunResult> {
  const first = await runJob(tools, environment, jobId, around);
  if (first !== 'elsewhere') return first;
  const found = await readJob(tools.store, environment, jobId);
  const dueAt = found?.record.dueAt ?? null;
  if (dueAt === null) return 'elsewhere';
  await around.pause(Math.max(0, dueAt.getTime() - around.clock().getTime()));
  return runJob(tools, environment, jobId, around);
}
