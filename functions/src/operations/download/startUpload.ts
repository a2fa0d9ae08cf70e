import type { AcceptedRelease } from '@latchkey/domain/download/accepted';
import type { ReleaseRefusal } from '@latchkey/domain/download/refusals';
import { noSuchRelease } from '@latchkey/domain/download/refusals';
import type { AnnouncedFile, ReleaseFacts } from '@latchkey/domain/download/upload';
import { createRelease, reopenUpload as reopened } from '@latchkey/domain/download/upload';
import type { Environment } from '@latchkey/domain/environment';
import { downloadPath, productPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { toProduct } from '../../firestore/records.ts';
import { outboxWrite } from '../../firestore/writes.ts';
import { sourcesUnchanged } from '../catalog/sources.ts';
import type { Call } from '../context.ts';
import { newObjectPath, releaseWrites, toRelease } from './records.ts';

/** Where the file goes: good for one PUT of exactly this file. */
export interface OpenUpload {
  readonly ok: true;
  readonly downloadId: string;
  readonly uploadUrl: string;
}

/** A new release of a product, waiting for its file. */
export async function createDownload(
  call: Call,
  environment: Environment,
  asked: { readonly productId: string; readonly facts: ReleaseFacts; readonly file: AnnouncedFile },
  origin: string | null,
): Promise<OpenUpload | ReleaseRefusal> {
  const id = call.newId();
  const objectPath = newObjectPath(call, environment);
  const open = uploadOnce(call, origin);
  return withRetry(id, async () => {
    const [source] = await call.store.getAll<never>([productPath(environment, asked.productId)]);
    const product = toProduct(environment)(source)?.record ?? null;
    const placed = { id, environment, objectPath };
    const decision = createRelease(placed, product, asked.facts, asked.file, call.now);
    if (!decision.ok) return decision;
    const uploadUrl = await open(decision);
    // The product is still there: its deletion is refused from now on.
    await call.store.commit([...sourcesUnchanged([source]), ...releaseWrites(call, decision, null)]);
    return { ok: true, downloadId: id, uploadUrl };
  });
}

/** Another attempt for a release whose file never arrived; what came of the last one is thrown away. */
export async function reopenUpload(
  call: Call,
  environment: Environment,
  downloadId: string,
  file: AnnouncedFile,
  origin: string | null,
): Promise<OpenUpload | ReleaseRefusal> {
  const path = downloadPath(environment, downloadId);
  const objectPath = newObjectPath(call, environment);
  const open = uploadOnce(call, origin);
  return withRetry(path, async () => {
    const [snapshot] = await call.store.getAll<never>([path]);
    const release = toRelease(environment, snapshot);
    if (!release) return noSuchRelease();
    const decision = reopened(release.record, file, objectPath, call.actor, call.now);
    if (!decision.ok) return decision;
    const uploadUrl = await open(decision);
    const abandoned = { kind: 'remove-file', path: release.record.objectPath } as const;
    await call.store.commit([
      ...releaseWrites(call, decision, release),
      outboxWrite(environment, call, abandoned),
    ]);
    return { ok: true, downloadId, uploadUrl };
  });
}

/** One address however often the commit has to be tried; before the commit, so that no release lacks one. */
function uploadOnce(call: Call, origin: string | null): (accepted: AcceptedRelease) => Promise<string> {
  let address: Promise<string> | undefined;
  return ({ release: { objectPath, size } }) =>
    (address ??= call.files.openUpload(objectPath, { size, origin }));
}
