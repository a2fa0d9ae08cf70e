import type { Environment } from '@latchkey/domain/environment';
import type { Job } from '@latchkey/domain/job/job';
import { jobPermission } from '@latchkey/domain/job/work';
import { jobPath } from '../../firestore/collections.ts';
import type { Versioned } from '../../firestore/records.ts';
import { toJob } from '../../firestore/records.ts';
import type { Store } from '../../firestore/store.ts';

/** A job as it stands; null = there is none. */
export async function readJob(
  store: Store,
  environment: Environment,
  jobId: string,
): Promise<Versioned<Job> | null> {
  const [snapshot] = await store.getAll<never>([jobPath(environment, jobId)]);
  return toJob(environment)(snapshot);
}

/** Whether it is a job that deletes licenses; false where there is none. */
export async function deletesLicenses(
  store: Store,
  environment: Environment,
  jobId: string,
): Promise<boolean> {
  const found = await readJob(store, environment, jobId);
  return found !== null && jobPermission(found.record.work) === 'licenses.delete';
}
