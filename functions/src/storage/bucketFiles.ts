import { createHash } from 'node:crypto';
import { attachment } from '@latchkey/domain/download/fileName';
import type { StoredFile } from '@latchkey/domain/download/upload';
import { signedUrl } from '../crypto/signedUrl.ts';
import { UnavailableError } from '../firestore/store.ts';
import type { Files } from '../operations/download/files.ts';
import { filePlace, type FilePlace } from './place.ts';

/** Whatever a file is, browsers are told nothing that they would open. */
const CONTENT_TYPE = 'application/octet-stream';
/** For everything but reading a file through. */
const DEADLINE = 20_000;

/**
 * Files in a Cloud Storage bucket, over its JSON API: the five calls that are needed here do not earn the cold
 * start of the whole client library.
 */
export function bucketFiles(placeOf: () => FilePlace = () => filePlace(process.env)): Files {
  let place: FilePlace | undefined;
  const where = (): FilePlace => (place ??= placeOf());

  return {
    async openUpload(path, { size, origin }) {
      const { bucket } = where();
      // Nothing that is there already can be overwritten by an address that was kept.
      const query = new URLSearchParams({ uploadType: 'resumable', name: path, ifGenerationMatch: '0' });
      const answer = await ask(
        where(),
        `/upload/storage/v1/b/${encodeURIComponent(bucket)}/o?${query.toString()}`,
        {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-upload-content-type': CONTENT_TYPE,
            'x-upload-content-length': String(size),
            // The service lets this page's origin in, for this upload; the bucket needs no CORS setting.
            ...(origin !== null && { origin }),
          },
          body: JSON.stringify({ name: path, contentType: CONTENT_TYPE, cacheControl: 'private, no-store' }),
        },
      );
      const session = answer.headers.get('location');
      if (!answer.ok || session === null) throw unexpected('opening an upload', answer);
      return session;
    },

    async examine(path) {
      const answer = await ask(where(), `${objectOf(where(), path)}?alt=media`, { whole: true });
      if (answer.status === 404) return null;
      if (!answer.ok || answer.body === null) throw unexpected('reading a file', answer);
      return measured(answer.body);
    },

    async remove(path) {
      const answer = await ask(where(), objectOf(where(), path), { method: 'DELETE' });
      if (!answer.ok && answer.status !== 404) throw unexpected('removing a file', answer);
    },

    link(path, { fileName, seconds, now }) {
      const { signer, bucket, links: origin } = where();
      const target = { origin, bucket, object: path, expiresIn: seconds, disposition: attachment(fileName) };
      return signedUrl(signer, target, now);
    },
  };
}

function objectOf({ bucket }: FilePlace, path: string): string {
  return `/storage/v1/b/${encodeURIComponent(bucket)}/o/${encodeURIComponent(path)}`;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The answer is as long as a file; it may take as long as the function lives. */
  readonly whole?: boolean;
}

async function ask({ api, authorization }: FilePlace, path: string, asked: Asked): Promise<Response> {
  const { method = 'GET', headers = {}, body, whole = false } = asked;
  try {
    return await fetch(`${api}${path}`, {
      method,
      headers: { ...headers, authorization: await authorization() },
      ...(body !== undefined && { body }),
      ...(!whole && { signal: AbortSignal.timeout(DEADLINE) }),
    });
  } catch (cause) {
    // Neither path nor address: both are nobody's business in a log.
    throw new UnavailableError('the file storage did not answer', { cause });
  }
}

/** Chunk by chunk: a file may be larger than the memory. */
async function measured(body: ReadableStream<Uint8Array>): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of body) {
    hash.update(chunk);
    size += chunk.byteLength;
  }
  return { size, sha256: hash.digest('hex') };
}

function unexpected(what: string, { status }: Response): Error {
  const text = `${what}: the file storage answered ${status}`;
  return status === 429 || status >= 500 ? new UnavailableError(text) : new Error(text);
}
