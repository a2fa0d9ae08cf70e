import type { Environment } from '@latchkey/domain/environment';
import type { ImportPage } from '@latchkey/domain/import/rows';
import type { JobRefusal } from '@latchkey/domain/job/refusals';
import { refuseJob } from '@latchkey/domain/job/refusals';
import { jobPagePath, jobPath } from '../../firestore/collections.ts';
import { ConflictError } from '../../firestore/store.ts';
import type { Call } from '../context.ts';

/** Rows may hold whole keys: a file's are forgotten after so long, by the database itself (firestore.indexes.json). */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Puts down one page of a file, before the job of its check is started. Sent again it is the same page; once the
 * job is there, nothing of its input changes any more.
 */
export async function storeImportPage(
  call: Call,
  environment: Environment,
  jobId: string,
  number: number,
  page: ImportPage,
): Promise<{ ok: true } | JobRefusal> {
  const expireAt = new Date(call.now.getTime() + KEPT_MS);
  try {
    await call.store.commit([
      { kind: 'check', path: jobPath(environment, jobId), if: { exists: false } },
      { kind: 'set', path: jobPagePath(environment, jobId, number), data: { ...page, expireAt } },
    ]);
    return { ok: true };
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const [job] = await call.store.getAll<object>([jobPath(environment, jobId)], ['status']);
    if (job?.data === undefined) throw error;
    return refuseJob('IMPORT_STARTED', 'This file is being checked already. Choose the file again.');
  }
}
