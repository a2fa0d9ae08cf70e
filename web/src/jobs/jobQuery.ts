import type { Environment } from '@latchkey/domain/environment';
import { JOB_STATUSES, type Job, type JobReport, type JobStatus } from '@latchkey/domain/job/job';
import { JOB_KINDS, type JobKind } from '@latchkey/domain/job/work';
import type { QueryDescription, RawDoc } from '../firebase/description.ts';
import type { ListQuery, SearchQuery } from '../lists/listPlan.ts';
import { oneOf, type UrlQuery } from '../lists/listUrl.ts';

export interface JobFilter {
  /** null = all. */
  readonly status: JobStatus | null;
  /** What the jobs do; null = all. */
  readonly kind: JobKind | null;
}

export function jobFilterOf(query: UrlQuery): JobFilter {
  return { status: oneOf(JOB_STATUSES, query.status), kind: oneOf(JOB_KINDS, query.kind) };
}

export function jobUrlOf({ status, kind }: JobFilter): Record<string, string> {
  return { ...(status !== null && { status }), ...(kind !== null && { kind }) };
}

export function jobsPath(environment: Environment): string {
  return `environments/${environment}/jobs`;
}

/** The jobs of an environment, newest first. */
export function jobsQuery(environment: Environment, { status, kind }: JobFilter): ListQuery {
  return {
    collection: jobsPath(environment),
    where: [
      ...(status === null ? [] : [['status', '==', status] as const]),
      ...(kind === null ? [] : [['work.kind', '==', kind] as const]),
    ],
    orderBy: [
      ['createdAt', 'desc'],
      ['__name__', 'desc'],
    ],
  };
}

/** For the figures above the list: how many are in one of these states. */
export function jobsInState(environment: Environment, states: readonly JobStatus[]): SearchQuery {
  return { collection: jobsPath(environment), where: [['status', 'in', states]] };
}

/** The report of a job, page by page in the order of its rows; `refused`: only pages that refuse something. */
export function reportQuery(
  environment: Environment,
  jobId: string,
  { refused, limit, after }: { readonly refused: boolean; readonly limit: number; readonly after?: number },
): QueryDescription {
  return {
    collection: `${jobsPath(environment)}/${jobId}/reports`,
    where: refused ? [['refused', '>', 0]] : [],
    orderBy: refused
      ? [
          ['page', 'asc'],
          ['refused', 'asc'],
        ]
      : [['page', 'asc']],
    limit,
    ...(after !== undefined && { startAfter: refused ? [after, Number.MAX_SAFE_INTEGER] : [after] }),
  };
}

export function readJob(environment: Environment) {
  return (id: string, data: RawDoc['data']): Job => ({ ...data, id, environment }) as unknown as Job;
}

export function readReport(_id: string, data: RawDoc['data']): JobReport {
  return data as unknown as JobReport;
}
