import type { RequestOptions } from 'node:http';
import { Agent, request as plainRequest } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { failure } from './failures.ts';
import { line } from './line.ts';
import { UnavailableError } from './store.ts';

/** How one request may fail besides an answer: `sent` tells whether Firestore may have seen it. */
export class ConnectionError extends UnavailableError {
  readonly sent: boolean;
  constructor(message: string, sent: boolean) {
    super(message);
    this.sent = sent;
  }
}

export interface Transport {
  /** POSTs JSON to `path` below the API's root and gives back the parsed answer. */
  post(path: string, body: string, deadlineMs: number): Promise<unknown>;
}

export interface TransportOptions {
  /** `host:port` of an emulator; absent = Google's service over TLS. */
  readonly emulatorHost?: string;
  /** Value of the Authorization field. */
  readonly authorization: () => string | Promise<string>;
}

/** Requests under way at once; more of them only make each other late. */
const AT_ONCE = 32;

/**
 * Kept-alive connections straight over node:http. Measured against fetch with 16 requests at a time
 * and 1.5 kB answers: 63 microseconds of CPU per request against 220.
 */
export function httpTransport({ emulatorHost, authorization }: TransportOptions): Transport {
  const target = emulatorHost === undefined ? service() : emulator(emulatorHost);
  const queue = line(AT_ONCE);
  return {
    async post(path, body, deadlineMs) {
      const header = await authorization();
      await queue.enter(deadlineMs);
      let answered = false;
      try {
        return await exchange(target, path, body, header, deadlineMs, () => (answered = true));
      } finally {
        queue.leave(answered);
      }
    },
  };
}

interface Target {
  readonly options: RequestOptions;
  readonly request: typeof plainRequest;
}

const KEEP_ALIVE = { keepAlive: true, maxFreeSockets: 100, scheduling: 'lifo', noDelay: true } as const;

function service(): Target {
  return {
    options: { host: 'firestore.googleapis.com', agent: new TlsAgent(KEEP_ALIVE) },
    request: tlsRequest,
  };
}

function emulator(hostAndPort: string): Target {
  const { hostname, port } = new URL(`http://${hostAndPort}`);
  const host = hostname.replace(/^\[|\]$/g, '');
  return { options: { host, port: port || '80', agent: new Agent(KEEP_ALIVE) }, request: plainRequest };
}

function exchange(
  target: Target,
  path: string,
  body: string,
  authorization: string,
  deadlineMs: number,
  onAnswer: () => void,
) {
  return new Promise<unknown>((resolve, reject) => {
    const headers = {
      authorization,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const outgoing = target.request({ ...target.options, method: 'POST', path, headers });
    const timer = setTimeout(() => {
      reject(new UnavailableError(`no answer from Firestore within ${deadlineMs} ms`));
      outgoing.destroy();
    }, deadlineMs);
    const fail = (error: NodeJS.ErrnoException): void => {
      clearTimeout(timer);
      reject(new ConnectionError(`connection to Firestore: ${error.code ?? 'broken'}`, !isUnsent(error)));
    };
    outgoing.on('error', fail);
    outgoing.on('response', (incoming) => {
      onAnswer();
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', fail);
      incoming.on('end', () => {
        clearTimeout(timer);
        const text = (chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)).toString('utf8');
        try {
          resolve(parseAnswer(incoming.statusCode ?? 0, text));
        } catch (error) {
          reject(error instanceof Error ? error : new UnavailableError('unreadable answer'));
        }
      });
    });
    outgoing.end(body);
  });
}

/** Errors of making a connection; nothing was sent yet. */
function isUnsent(error: NodeJS.ErrnoException): boolean {
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(error.code ?? '');
}

function parseAnswer(httpStatus: number, text: string): unknown {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new UnavailableError(`Firestore answered HTTP ${httpStatus} without JSON`);
  }
  if (httpStatus === 200) return answer;
  // Streaming methods wrap their error in an array.
  const first: unknown = Array.isArray(answer) ? answer[0] : answer;
  const { status = '', message = '' } =
    (first as { error?: { status?: string; message?: string } }).error ?? {};
  throw failure(httpStatus, status, message);
}
