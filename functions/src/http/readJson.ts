import type { IncomingMessage } from 'node:http';
import { inspectJson } from './inspectJson.ts';
import { isPlainJson } from './mediaType.ts';
import { bodyHeaders, readBody } from './rawRequest.ts';
import { Refusal } from './refusal.ts';

export const MAX_BODY_BYTES = 16 * 1024;

/**
 * The request's JSON object. The cheapest checks come first and nothing is looked up before all of
 * them have passed: size as announced, presence, media type, size as received, UTF-8, JSON, shape.
 * @throws Refusal 400, 413 or 415
 */
export async function readJson(request: IncomingMessage): Promise<object> {
  const headers = bodyHeaders(request);
  if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  if (isAbsent(headers)) throw new Refusal('BAD_REQUEST', 'The request has no body.');
  if (!isPlainJson(headers)) {
    const detail = 'Send the body as application/json in UTF-8, without a content coding.';
    throw new Refusal('UNSUPPORTED_MEDIA_TYPE', detail);
  }
  const bytes = await readBody(request, MAX_BODY_BYTES);
  if (bytes === 'too large') throw tooLarge();
  if (bytes.length === 0) throw new Refusal('BAD_REQUEST', 'The request has no body.');
  const body = parse(bytes);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal('BAD_REQUEST', 'The body must be a JSON object.');
  }
  const errors = inspectJson(body);
  if (errors.length > 0) throw new Refusal('BAD_REQUEST', 'The body holds what is not allowed.', { errors });
  return body;
}

function isAbsent(headers: ReturnType<typeof bodyHeaders>): boolean {
  if (headers['transfer-encoding'] !== undefined) return false;
  return headers['content-length'] === undefined || Number(headers['content-length']) === 0;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function parse(bytes: Buffer): unknown {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw new Refusal('BAD_REQUEST', 'The body is not valid UTF-8.');
  }
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which may hold a key.
    throw new Refusal('BAD_REQUEST', 'The body is not valid JSON.');
  }
}

function tooLarge(): Refusal {
  return new Refusal('PAYLOAD_TOO_LARGE', 'The body may have at most 16 KB.');
}
