import type { Environment } from '@latchkey/domain/environment';
import type { JobReport } from '@latchkey/domain/job/job';
import { jobReportPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';

/** What came of one page of a job; null = that page is not finished, or there is none. */
export async function readReport(
  store: Store,
  environment: Environment,
  jobId: string,
  page: number,
): Promise<JobReport | null> {
  const [report] = await store.getAll<JobReport>([jobReportPath(environment, jobId, page)]);
  return report?.data ?? null;
}
