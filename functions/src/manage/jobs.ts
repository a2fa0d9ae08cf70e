import type { Job } from '@latchkey/domain/job/job';
import { recordId } from '@latchkey/domain/wire/console/fields';
import { listOf } from '@latchkey/domain/wire/manage/common';
import { JobRowView, ListJobs, ListRows, ManagedJob } from '@latchkey/domain/wire/manage/others';
import * as z from 'zod';
import { commandJob } from '../operations/jobs/commandJob.ts';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { readRecord } from '../operations/manage/listRecords.ts';
import { readReport } from '../operations/manage/readReport.ts';
import { cursorText, textCursor, wrongCursor } from './cursor.ts';
import { iso } from './present.ts';
import { equals, pageReply, READ } from './records.ts';
import type { Decided } from './refusal.ts';
import { notFound } from './refusal.ts';
import type { Asked, ManageRoute, Reply } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ jobId: recordId });
const at = '/jobs/{jobId}';
const tag = 'jobs';

function view(job: Job): ManagedJob {
  const { id, environment, work, status, progress, cancelAsked, problem } = job;
  const { total, done, refused } = progress;
  return {
    id,
    environment,
    kind: work.kind,
    status,
    progress: { total, done, refused },
    createdAt: job.createdAt.toISOString(),
    startedAt: iso(job.startedAt),
    updatedAt: job.updatedAt.toISOString(),
    finishedAt: iso(job.finishedAt),
    cancelAsked,
    problem,
  };
}

/** A key that is limited to products sees the jobs that it has started, and no others. */
async function ownJob({ call, environment, apiKey }: Asked, id: string): Promise<Job> {
  const job = await readRecord<Job>(call.store, environment, 'jobs', id);
  const { createdBy } = job ?? {};
  const own = createdBy?.kind === 'api-key' && createdBy.keyId === apiKey.id;
  if (!job || (apiKey.productIds !== null && !own)) throw notFound('job');
  return job;
}

/** The list by its filters; exported for the test that holds it against the indexes. */
export function jobList({ status }: Pick<z.output<typeof ListJobs>, 'status'>): RecordList {
  return { collection: 'jobs', by: 'createdAt', where: equals({ status }) };
}

async function command(asked: Asked, jobId: string, type: 'cancel' | 'retry'): Promise<Reply | Decided> {
  await ownJob(asked, jobId);
  const { call, environment, around } = asked;
  const outcome = await commandJob(call, environment, jobId, type);
  if (!outcome.ok) return outcome;
  if (type === 'retry') await around.enqueue({ environment, jobId });
  return { body: view(await ownJob(asked, jobId)) };
}

export const JOB_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...READ,
      path: '/jobs',
      id: 'listJobs',
      tag,
      scope: 'everything',
      summary: 'List jobs',
      description: 'The newest first.',
      query: ListJobs,
      answer: listOf(ManagedJob),
    },
    (asked) => pageReply(asked, jobList(asked.query), view),
  ),
  route(
    {
      ...READ,
      path: at,
      id: 'getJob',
      tag,
      scope: 'products',
      summary: 'How a job is getting on',
      description: 'A key that is limited to products sees the jobs that it has started.',
      params,
      answer: ManagedJob,
      refuses: [404],
    },
    async (asked) => ({ body: view(await ownJob(asked, asked.params.jobId)) }),
  ),
  route(
    {
      ...READ,
      path: `${at}/rows`,
      id: 'listJobRows',
      tag,
      scope: 'products',
      summary: 'What came of each row of a job',
      description: 'Page by page as the job finishes them; `next` is null where no finished page follows.',
      params,
      query: ListRows,
      answer: listOf(JobRowView),
      refuses: [404],
    },
    async (asked) => {
      const { call, environment, params: place, query } = asked;
      const job = await ownJob(asked, place.jobId);
      const text = query.cursor === undefined ? '0' : cursorText(query.cursor);
      if (!/^\d{1,6}$/.test(text)) throw wrongCursor();
      const number = Number(text);
      const report = await readReport(call.store, environment, place.jobId, number);
      const items = (report?.rows ?? []).map(({ line = null, ...row }) => ({ line, ...row }));
      const next = number + 1 < job.page ? textCursor(String(number + 1)) : null;
      return { body: { items, next } };
    },
  ),
  ...(['cancel', 'retry'] as const).map((type) =>
    route(
      {
        method: 'post',
        path: `${at}/${type}`,
        id: `${type}Job`,
        tag,
        scope: 'products',
        permission: 'console.read',
        summary: type === 'cancel' ? 'Stop a job after the page it is at' : 'Let a stopped job go on',
        description: 'The key needs what the job does: deleting licenses, say.',
        params,
        answer: ManagedJob,
        refuses: [404, 409],
      },
      (asked) => command(asked, asked.params.jobId, type),
    ),
  ),
];
