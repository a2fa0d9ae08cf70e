import type { ReleaseCommand } from '@latchkey/domain/download/decide';
import { decideRelease } from '@latchkey/domain/download/decide';
import type { ReleaseRefusal } from '@latchkey/domain/download/refusals';
import { noSuchRelease } from '@latchkey/domain/download/refusals';
import type { Environment } from '@latchkey/domain/environment';
import { downloadPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { auditWrites, outboxWrite } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { releaseWrites, toRelease } from './records.ts';

/** Carries out a command on a release. A deleted one leaves the order to remove its file behind. */
export async function commandDownload(
  call: Call,
  environment: Environment,
  downloadId: string,
  command: ReleaseCommand,
): Promise<{ ok: true } | ReleaseRefusal> {
  const path = downloadPath(environment, downloadId);
  return withRetry(path, async () => {
    const [snapshot] = await call.store.getAll<never>([path]);
    const release = toRelease(environment, snapshot);
    if (!release) return noSuchRelease();
    const decision = decideRelease(release.record, command, call.actor, call.now);
    if (!decision.ok) return decision;
    if (decision.release === null) {
      const { objectPath } = release.record;
      await call.store.commit([
        { kind: 'delete', path, if: release.version },
        outboxWrite(environment, call, { kind: 'remove-file', path: objectPath }),
        ...auditWrites(environment, call, decision.audit),
      ]);
      return { ok: true };
    }
    await call.store.commit(releaseWrites(call, decision, release));
    return { ok: true };
  });
}
