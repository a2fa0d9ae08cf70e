import { inspectJson } from '../http/inspectJson.ts';
import { isPlainJson } from '../http/mediaType.ts';
import { ManageRefusal } from './refusal.ts';

/** Room for the ids of 1,000 licenses, metadata and features. */
export const MAX_MANAGE_BODY = 128 * 1024;

export interface ReadBody {
  readonly text: string;
  readonly value: unknown;
}

/**
 * The request's JSON object; null where the operation takes none and none came.
 * @throws ManageRefusal 400, 413 or 415
 */
export async function bodyOf(request: Request, takesOne: boolean): Promise<ReadBody | null> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > MAX_MANAGE_BODY) throw tooLarge();
  if (bytes.length === 0) {
    if (takesOne) throw new ManageRefusal('BAD_REQUEST', 'The request has no body.');
    return null;
  }
  const field = (name: string): string | undefined => request.headers.get(name) ?? undefined;
  if (
    !isPlainJson({ 'content-type': field('content-type'), 'content-encoding': field('content-encoding') })
  ) {
    throw new ManageRefusal(
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the body as application/json in UTF-8, without a content coding.',
    );
  }
  const text = textOf(bytes);
  const value = jsonOf(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ManageRefusal('BAD_REQUEST', 'The body must be a JSON object.');
  }
  const errors = inspectJson(value);
  if (errors.length > 0) {
    throw new ManageRefusal('BAD_REQUEST', 'The body holds what is not allowed.', { errors });
  }
  return { text, value };
}

export function tooLarge(): ManageRefusal {
  return new ManageRefusal('PAYLOAD_TOO_LARGE', 'The body may have at most 128 KB.');
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function textOf(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new ManageRefusal('BAD_REQUEST', 'The body is not valid UTF-8.');
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which may hold a key.
    throw new ManageRefusal('BAD_REQUEST', 'The body is not valid JSON.');
  }
}
