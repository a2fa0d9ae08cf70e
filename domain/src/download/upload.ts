import type { Actor } from '../access/actor.ts';
import { mayWriteCatalog } from '../access/catalog.ts';
import type { Product } from '../product/product.ts';
import { acceptRelease, changed, made, releaseEvent, type AcceptedRelease } from './accepted.ts';
import { safeFileName } from './fileName.ts';
import { refuseRelease, type ReleaseRefusal } from './refusals.ts';
import { MAX_FILE_SIZE, withReleaseDerived, type Release } from './release.ts';
import { isVersion } from './version.ts';

/** What a form fills in; the product is chosen once, the file comes by itself. */
export type ReleaseFacts = Pick<Release, 'version' | 'channel' | 'notes'>;

/** A file that is about to be uploaded: its own name, its size in bytes. */
export type AnnouncedFile = Pick<Release, 'fileName' | 'size'>;

/** What really lies in the bucket. */
export interface StoredFile {
  readonly size: number;
  readonly sha256: string;
}

/** A release whose file is still to come. */
export function createRelease(
  placed: Pick<Release, 'id' | 'environment' | 'objectPath'>,
  product: Product | null,
  facts: ReleaseFacts,
  file: AnnouncedFile,
  now: Date,
): AcceptedRelease | ReleaseRefusal {
  const refusal = checkVersion(facts.version) ?? checkSize(file.size);
  if (refusal) return refusal;
  if (product === null) {
    return refuseRelease('PRODUCT_NOT_FOUND', 'There is no such product in this environment.');
  }
  const release = withReleaseDerived({
    ...placed,
    ...facts,
    productId: product.id,
    fileName: safeFileName(file.fileName),
    size: file.size,
    sha256: null,
    state: 'uploading',
    releasedAt: null,
    downloads: 0,
    lastDownloadAt: null,
    createdAt: now,
    updatedAt: now,
    revision: 1,
  });
  const { version, channel, fileName, size } = release;
  const changes = {
    version: made(version),
    channel: made(channel),
    fileName: made(fileName),
    size: made(size),
  };
  return acceptRelease(release, [releaseEvent('download.created', release, { changes })]);
}

/** Another attempt, perhaps with another file; what came before under the old path is forgotten. */
export function reopenUpload(
  release: Release,
  file: AnnouncedFile,
  objectPath: string,
  actor: Actor,
  now: Date,
): AcceptedRelease | ReleaseRefusal {
  if (!mayWriteCatalog(actor)) return refuseRelease('FORBIDDEN', 'Your role does not allow this.');
  if (release.state !== 'uploading') return uploadedAlready();
  const refusal = checkSize(file.size);
  if (refusal) return refusal;
  const next = { fileName: safeFileName(file.fileName), size: file.size, objectPath };
  const after = changed(release, next, now);
  const changes = { fileName: made(after.fileName), size: made(after.size) };
  return acceptRelease(after, [releaseEvent('download.upload-restarted', after, { changes })]);
}

/**
 * The file is here: a draft from now on, with the size and checksum of what is really stored.
 * @param expected checksum that the sender knows, if it does
 */
export function finishUpload(
  release: Release,
  stored: StoredFile | null,
  expected: string | null,
  now: Date,
): AcceptedRelease | ReleaseRefusal {
  if (release.state !== 'uploading') return uploadedAlready();
  if (stored === null || stored.size !== release.size) {
    return refuseRelease(
      'UPLOAD_INCOMPLETE',
      `Of ${release.size} bytes ${stored?.size ?? 0} arrived. Upload the file again.`,
    );
  }
  if (expected !== null && expected.toLowerCase() !== stored.sha256) {
    return refuseRelease('CHECKSUM_MISMATCH', 'The file was changed on its way. Upload it again.');
  }
  const after = changed(release, { state: 'draft', sha256: stored.sha256 }, now);
  const changes = { size: made(after.size), sha256: made(after.sha256) };
  return acceptRelease(after, [releaseEvent('download.uploaded', after, { changes })]);
}

export function checkVersion(version: string): ReleaseRefusal | null {
  if (isVersion(version)) return null;
  return refuseRelease(
    'VERSION_INVALID',
    'A version takes letters, digits and . + _ -, up to 40 characters, and begins with a letter or digit.',
  );
}

function checkSize(size: number): ReleaseRefusal | null {
  if (!Number.isInteger(size) || size < 1) return refuseRelease('FILE_EMPTY', 'The file is empty.');
  return size > MAX_FILE_SIZE ? refuseRelease('FILE_TOO_LARGE', 'A file has 2 GB at most.') : null;
}

function uploadedAlready(): ReleaseRefusal {
  return refuseRelease('ALREADY_UPLOADED', 'Its file is here already. Make a new release for another file.');
}
