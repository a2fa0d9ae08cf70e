import type { ReleaseRefusal } from '@latchkey/domain/download/refusals';
import { noSuchRelease, refuseRelease } from '@latchkey/domain/download/refusals';
import { finishUpload as finished } from '@latchkey/domain/download/upload';
import type { Environment } from '@latchkey/domain/environment';
import { downloadPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Call } from '../context.ts';
import { releaseWrites, toRelease } from './records.ts';

/**
 * Looks at the file that was uploaded: reads it through, so that size and checksum are those of what is stored
 * and not what somebody said. A draft afterwards; nothing can be put in the file's place any more.
 */
export async function finishUpload(
  call: Call,
  environment: Environment,
  downloadId: string,
  expected: string | null,
): Promise<{ ok: true; size: number; sha256: string } | ReleaseRefusal> {
  const path = downloadPath(environment, downloadId);
  const read = async () => toRelease(environment, (await call.store.getAll<never>([path]))[0]);
  const first = await read();
  if (!first) return noSuchRelease();
  const { state, objectPath } = first.record;
  // Of a file that is in use nothing needs to be read.
  const stored = state === 'uploading' ? await call.files.examine(objectPath) : null;
  return withRetry(path, async () => {
    const release = await read();
    if (!release) return noSuchRelease();
    if (release.record.objectPath !== objectPath) {
      return refuseRelease('CHANGED_MEANWHILE', 'Somebody began another upload meanwhile.');
    }
    const decision = finished(release.record, stored, expected, call.now);
    if (!decision.ok) return decision;
    await call.store.commit(releaseWrites(call, decision, release));
    const { size, sha256 } = decision.release;
    return { ok: true, size, sha256: sha256 ?? '' };
  });
}
