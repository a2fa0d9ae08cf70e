import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { listPage, notFoundPage } from './receiverPages.ts';

/** With this secret the demo endpoint signs, so that the receiver can check it. It opens nothing anywhere else. */
export const DEMO_SECRET = 'whsec_bGF0Y2hrZXktZGVtby1yZWNlaXZlci1zZWNyZXQtMDE=';
/** Where the endpoint of the demo data leads. */
export const DEMO_PATH = '/latchkey';

/** A message that arrived. */
export interface Received {
  readonly at: Date;
  readonly path: string;
  readonly id: string;
  readonly type: string;
  readonly body: string;
  /** How often this id has come to this path by now. */
  readonly times: number;
  /** null = signed with a secret that this receiver does not know. */
  readonly verified: true | null;
  readonly answered: number;
}

/** Nobody reads more than this on a screen; what came first is forgotten first. */
const KEPT = 300;
/** Paths that answer as a receiver in trouble would, to see what happens then. */
const TROUBLE: Readonly<Record<string, number>> = { '/fail': 500, '/busy': 503, '/gone': 410 };

/** A receiver of webhooks as anybody would write one, which shows what it has got: `/`, and `/received.json`. */
export async function startReceiver(
  port: number,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const received: Received[] = [];
  const seen = new Map<string, number>();

  async function take(request: IncomingMessage, path: string): Promise<number> {
    const body = await text(request);
    const id = headerOf(request, 'webhook-id');
    const name = `${path} ${id}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    const answered = TROUBLE[path] ?? 200;
    const verified = isVerified(request, id, body) || null;
    received.unshift({ at: new Date(), path, id, type: typeOf(body), body, times, verified, answered });
    received.splice(KEPT);
    return answered;
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://receiver');
    if (request.method === 'POST') {
      void take(request, pathname).then((status) =>
        send(response, status, JSON.stringify({ received: status === 200 }), 'application/json', {
          ...(status === 503 && { 'retry-after': '120' }),
        }),
      );
      return;
    }
    if (pathname === '/received.json')
      return send(response, 200, JSON.stringify(received), 'application/json');
    if (pathname === '/') return send(response, 200, listPage(received));
    send(response, 404, notFoundPage());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The whole of what a receiver has to check: Standard Webhooks in ten lines. */
function isVerified(request: IncomingMessage, id: string, body: string): boolean {
  const time = headerOf(request, 'webhook-timestamp');
  if (Math.abs(Date.now() / 1000 - Number(time)) > 300) return false;
  const key = Buffer.from(DEMO_SECRET.slice('whsec_'.length), 'base64');
  const wanted = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest();
  return headerOf(request, 'webhook-signature')
    .split(' ')
    .map((signature) => Buffer.from(signature.slice('v1,'.length), 'base64'))
    .some((given) => given.length === wanted.length && timingSafeEqual(given, wanted));
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function typeOf(body: string): string {
  try {
    const { type } = JSON.parse(body) as { type?: unknown };
    return typeof type === 'string' ? type : '(no type)';
  } catch {
    return '(no JSON)';
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'text/html',
  more: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...more,
  });
  response.end(body);
}
