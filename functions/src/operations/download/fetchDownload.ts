import { isLiving, mayFetch } from '@latchkey/domain/download/access';
import { fetchedEvent } from '@latchkey/domain/download/decide';
import type { ReleaseRefusal } from '@latchkey/domain/download/refusals';
import { noSuchRelease, notYours, refuseRelease } from '@latchkey/domain/download/refusals';
import type { Release } from '@latchkey/domain/download/release';
import type { Environment } from '@latchkey/domain/environment';
import { downloadPath, productPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { toProduct } from '../../firestore/records.ts';
import type { Write } from '../../firestore/store.ts';
import { unchanged } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { sourcesUnchanged } from '../catalog/sources.ts';
import { licensesOfProduct } from './entitling.ts';
import { toRelease } from './records.ts';

/** How long a link works (decisions.md, Numbers). */
export const LINK_SECONDS = 15 * 60;

export interface DownloadLink {
  readonly ok: true;
  readonly url: string;
  readonly fileName: string;
  readonly goodUntil: Date;
}

/**
 * A fresh link for one click of a customer. Everything is asked anew: the release, the product's switch and their
 * licenses; the commit that counts the click and puts it on record fails if any of these changed meanwhile, and
 * only then the link leaves. So none outruns a revocation.
 */
export async function fetchDownload(
  call: Call,
  environment: Environment,
  downloadId: string,
  customerId: string,
): Promise<DownloadLink | ReleaseRefusal> {
  const path = downloadPath(environment, downloadId);
  return withRetry(path, async () => {
    const [snapshot] = await call.store.getAll<never>([path]);
    const release = toRelease(environment, snapshot);
    if (!release) return notYours();
    const { productId } = release.record;
    const [[source], licenses] = await Promise.all([
      call.store.getAll<never>([productPath(environment, productId)]),
      licensesOfProduct(call, environment, customerId, productId),
    ]);
    const product = toProduct(environment)(source)?.record ?? null;
    const living = licenses.find(({ data }) => data !== undefined && isLiving(data, call.now));
    if (!living?.data || !mayFetch(release.record, product, [living.data], call.now)) return notYours();
    const link = await linkTo(call, release.record);
    await call.store.commit([
      { kind: 'check', path: living.path, if: unchanged(living) },
      ...sourcesUnchanged([source]),
      counted(path, call.now),
      ...auditWrites(environment, call, [fetchedEvent(release.record, customerId)]),
    ]);
    return link;
  });
}

/** The same for people of the console, of any file that is here: on record, and not counted. */
export async function tryDownload(
  call: Call,
  environment: Environment,
  downloadId: string,
): Promise<DownloadLink | ReleaseRefusal> {
  const [snapshot] = await call.store.getAll<never>([downloadPath(environment, downloadId)]);
  const release = toRelease(environment, snapshot);
  if (!release) return noSuchRelease();
  if (release.record.state === 'uploading') {
    return refuseRelease('UPLOAD_UNFINISHED', 'Its file is not uploaded yet.');
  }
  const link = await linkTo(call, release.record);
  await call.store.commit(auditWrites(environment, call, [fetchedEvent(release.record, null)]));
  return link;
}

async function linkTo(call: Call, { objectPath, fileName }: Release): Promise<DownloadLink> {
  const { now } = call;
  const url = await call.files.link(objectPath, { fileName, seconds: LINK_SECONDS, now });
  return { ok: true, url, fileName, goodUntil: new Date(now.getTime() + LINK_SECONDS * 1000) };
}

/** Added on the server, so that clicks do not wait for each other; the release itself is unchanged by it. */
function counted(path: string, now: Date): Write {
  return { kind: 'update', path, data: { lastDownloadAt: now }, increment: { downloads: 1 } };
}
