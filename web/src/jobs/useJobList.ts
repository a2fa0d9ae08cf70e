import type { Job } from '@latchkey/domain/job/job';
import { useList, type List } from '../lists/useList.ts';
import { useEnvironment } from '../session/environment.ts';
import { jobFilterOf, jobsQuery, jobUrlOf, readJob, type JobFilter } from './jobQuery.ts';

/** The jobs of the environment, newest first. */
export function useJobList(): List<Job, JobFilter> {
  const environment = useEnvironment();
  return useList<Job, JobFilter>({
    noun: { one: 'job', many: 'jobs' },
    filterOf: jobFilterOf,
    urlOf: jobUrlOf,
    query: (filter) => jobsQuery(environment.current, filter),
    read: (id, data) => readJob(environment.current)(id, data),
  });
}
