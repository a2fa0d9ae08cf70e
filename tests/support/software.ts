import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The parsed body; empty when it is not a JSON object. */
  readonly body: Readonly<Record<string, unknown>> & {
    readonly code?: string;
    readonly license?: {
      readonly id: string;
      readonly status: string;
      readonly activationCount: number;
      readonly activationLimit: number;
    } | null;
    readonly activation?: { readonly id: string; readonly status: string } | null;
  };
}

export type Door = 'validate' | 'activate' | 'deactivate';

/** Enough connections for everybody to be in the process at once. */
const agent = new Agent({ keepAlive: true, maxSockets: 250 });

/** Asks as shipped software does. */
export function ask(url: string, door: Door, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return send(`${url}/v1/${door}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

export interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Any request; a connection that the other side closed between two requests is opened again. */
export async function send(url: string, sent: Sent): Promise<Answer> {
  try {
    return await once(url, sent);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') return once(url, sent);
    throw error;
  }
}

function once(url: string, { method, headers, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const outgoing = request(url, { agent, method, headers: { ...length, ...headers } }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(parts).toString();
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, body: parsed(text) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function parsed(text: string): Answer['body'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Answer['body']) : {};
  } catch {
    return {};
  }
}

/** How often each code came; what is no decision shows as its status. */
export function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const name = status === 200 ? String(body.code) : `HTTP ${status} ${body.code ?? ''}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** `count` answers, all asked for at once. */
export function atOnce<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => make(index)));
}

/** The same, with `width` under way at a time. */
export async function inTurns<T>(
  count: number,
  width: number,
  make: (index: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      results[index] = await make(index);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
