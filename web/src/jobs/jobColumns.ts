import type { Job } from '@latchkey/domain/job/job';
import type { ExportColumn } from '../lists/export/exportFormat.ts';
import { jobTitle } from './jobWords.ts';

/** What an export says of a job, in this order. Times are ISO 8601 in UTC. */
export const JOB_COLUMNS: readonly ExportColumn<Job>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'kind', value: ({ work }) => work.kind },
  { title: 'what', value: (job) => jobTitle(job) },
  { title: 'environment', value: ({ environment }) => environment },
  { title: 'status', value: ({ status }) => status },
  { title: 'total', value: ({ progress }) => progress.total },
  { title: 'done', value: ({ progress }) => progress.done },
  { title: 'refused', value: ({ progress }) => progress.refused },
  {
    title: 'startedBy',
    value: ({ createdBy }) => (createdBy.kind === 'person' ? createdBy.name : createdBy.kind),
  },
  { title: 'createdAt', value: ({ createdAt }) => createdAt.toISOString() },
  { title: 'startedAt', value: ({ startedAt }) => startedAt?.toISOString() ?? null },
  { title: 'finishedAt', value: ({ finishedAt }) => finishedAt?.toISOString() ?? null },
  { title: 'problem', value: ({ problem }) => problem },
];
