import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** What the host's body parsers go by. */
const BODY_HEADERS = ['content-type', 'content-encoding', 'content-length', 'transfer-encoding'] as const;
export type BodyHeaders = { readonly [name in (typeof BODY_HEADERS)[number]]?: string | undefined };

const setAside = new WeakMap<IncomingMessage, BodyHeaders>();

/**
 * The hosts (Functions Framework, functions emulator) parse bodies before any function runs: JSON
 * they dislike is answered by them, in HTML, and a body of any size is first read into memory. So
 * the fields that announce a body are set aside at the moment Node has read a request's head; the
 * parsers see a request without a body and leave the stream untouched for `readBody`.
 *
 * May be called more than once. Only requests of the API's own paths: callables beside it in the emulator keep their parser.
 */
export function keepBodiesRaw(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    if (setAside.has(request) || !/\/v1\//.test(request.url ?? '')) return;
    const kept: Partial<Record<(typeof BODY_HEADERS)[number], string | undefined>> = {};
    for (const name of BODY_HEADERS) {
      kept[name] = request.headers[name];
      delete request.headers[name];
    }
    setAside.set(request, kept);
  });
}

/** The fields about the body as the client sent them. */
export function bodyHeaders(request: IncomingMessage): BodyHeaders {
  return setAside.get(request) ?? request.headers;
}

/**
 * The body's bytes, or 'too large' as soon as more than `limit` have come; the rest is then
 * discarded by Node unseen. Rejects when the client goes away.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too large'> {
  const { rawBody } = request as { rawBody?: unknown };
  // A host whose parser was quicker (one that announces no request starts) has the bytes already.
  if (Buffer.isBuffer(rawBody)) return Promise.resolve(rawBody.length > limit ? 'too large' : rawBody);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) resolve('too large');
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('the client went away')));
  });
}
