import type { Environment } from '@latchkey/domain/environment';
import type { Job } from '@latchkey/domain/job/job';
import { LEASE_MS } from '@latchkey/domain/job/states';
import { envPath } from '../../firestore/collections.ts';
import type { Tools } from '../context.ts';
import { runJob } from './runJob.ts';
import type { PatientSurroundings } from './runJobWhenFree.ts';

const AT_MOST = 20;

/**
 * Runs what waits, or was left by a runner that fell silent, the longest waiting first. Of those that somebody
 * has, the leases are waited out once: one that is not renewed by then was left just now.
 */
export async function runDueJobs(
  tools: Tools,
  environment: Environment,
  around: PatientSurroundings,
): Promise<{ jobs: number; ended: number }> {
  const now = around.clock();
  const lapsing = new Date(now.getTime() + LEASE_MS);
  const found = await tools.store.query<Pick<Job, 'dueAt'>>({
    parent: envPath(environment),
    collection: 'jobs',
    where: [['dueAt', '<=', lapsing]],
    orderBy: [['dueAt', 'asc']],
    limit: AT_MOST,
    select: ['dueAt'],
  });
  const leases = found.map(({ id, data }) => ({ id, until: data?.dueAt ?? now }));
  const outcome = { jobs: 0, ended: 0 };
  const run = async (ids: readonly { readonly id: string }[]): Promise<void> => {
    for (const { id } of ids) {
      if (around.until()) break;
      const result = await runJob(tools, environment, id, around);
      if (result !== 'elsewhere') outcome.jobs += 1;
      if (result === 'ended') outcome.ended += 1;
    }
  };
  await run(leases.filter(({ until }) => until <= now));
  const held = leases.filter(({ until }) => until > now);
  const last = held.at(-1);
  if (last === undefined || around.until()) return outcome;
  await around.pause(Math.max(0, last.until.getTime() - around.clock().getTime()));
  await run(held);
  return outcome;
}
