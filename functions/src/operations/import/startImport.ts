import type { Environment } from '@latchkey/domain/environment';
import type { ImportPage } from '@latchkey/domain/import/rows';
import type { ImportSubject } from '@latchkey/domain/import/subjects';
import { MAX_IMPORT_ROWS } from '@latchkey/domain/import/subjects';
import { jobEvent } from '@latchkey/domain/job/audit';
import type { ImportWork } from '@latchkey/domain/job/importWork';
import type { JobRefusal } from '@latchkey/domain/job/refusals';
import { refuseJob } from '@latchkey/domain/job/refusals';
import { newJob } from '@latchkey/domain/job/states';
import { jobPagePath, jobPath } from '../../firestore/collections.ts';
import { toStored } from '../../firestore/records.ts';
import { ConflictError } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { atOnce } from '../jobs/atOnce.ts';

/** A file whose pages have all been sent. */
export interface SentFile {
  readonly jobId: string;
  readonly subject: ImportSubject;
  readonly fileName: string;
  readonly pages: number;
  readonly rows: number;
}

const READ_AT_ONCE = 100;

/** Starts the check of a file: a job that changes nothing. Asked again, it is the same job. */
export async function startImport(
  call: Call,
  environment: Environment,
  file: SentFile,
): Promise<{ ok: true; jobId: string } | JobRefusal> {
  const { jobId, subject, fileName, pages, rows } = file;
  const [known] = await call.store.getAll<object>([jobPath(environment, jobId)], ['status']);
  if (known?.data !== undefined) return { ok: true, jobId };
  const sent = await rowsSent(call, environment, file);
  if (sent !== rows || rows > MAX_IMPORT_ROWS) {
    return refuseJob('IMPORT_INCOMPLETE', 'The file did not arrive as a whole. Choose it again.');
  }
  const work: ImportWork = {
    kind: 'import',
    mode: 'check',
    subject,
    fileName,
    rows,
    mails: false,
    checkId: null,
    applyId: null,
  };
  const fresh = { id: jobId, environment, work, total: rows, planned: pages, allPlanned: true };
  const job = newJob(fresh, call.actor, call.now);
  try {
    await call.store.commit([
      { kind: 'set', path: jobPath(environment, jobId), data: toStored(job), if: { exists: false } },
      ...auditWrites(environment, call, [jobEvent('job.started', job)]),
    ]);
  } catch (error) {
    const [other] = await call.store.getAll<object>([jobPath(environment, jobId)], ['status']);
    if (!(error instanceof ConflictError) || other?.data === undefined) throw error;
  }
  return { ok: true, jobId };
}

/** Rows of the pages that are there; null = one is missing or of another kind. */
async function rowsSent(
  { store }: Call,
  environment: Environment,
  { jobId, subject, pages }: SentFile,
): Promise<number | null> {
  const paths = Array.from({ length: pages }, (_, page) => jobPagePath(environment, jobId, page));
  const parts = Array.from({ length: Math.ceil(pages / READ_AT_ONCE) }, (_, part) =>
    paths.slice(part * READ_AT_ONCE, (part + 1) * READ_AT_ONCE),
  );
  const read = await atOnce(parts, 4, (part) => store.getAll<ImportPage>(part, ['subject', 'count']));
  const found = read.flat().map(({ data }) => data);
  if (found.some((page) => page?.subject !== subject)) return null;
  return found.reduce((sum, page) => sum + (page?.count ?? 0), 0);
}
