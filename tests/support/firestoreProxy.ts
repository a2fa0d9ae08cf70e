import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent, createServer, request } from 'node:http';
import type { Socket } from 'node:net';
import { emulatorHost } from './emulatorStore.ts';

/** What one process asked of Firestore, as its requests say. */
export interface Asked {
  roundTrips: number;
  reads: number;
  writes: number;
  queries: number;
}

export interface FirestoreProxy {
  /** host:port, to be given to a process as FIRESTORE_EMULATOR_HOST. */
  readonly host: string;
  readonly asked: Asked;
  reset(): void;
  /** 'refused': connections break at once. 'silent': they are taken and nothing ever answers. */
  fail(how: 'refused' | 'silent'): void;
  recover(): void;
  close(): Promise<void>;
}

/** Stands between a process and the emulator: counts what passes, and can be an outage. */
export async function firestoreProxy(): Promise<FirestoreProxy> {
  const none = { roundTrips: 0, reads: 0, writes: 0, queries: 0 };
  const asked: Asked = { ...none };
  const sockets = new Set<Socket>();
  const agent = new Agent({ keepAlive: true });
  let failure: 'refused' | 'silent' | null = null;

  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    count(asked, incoming.url ?? '', body.toString());
    if (failure === 'silent') return;
    const { method, headers, url: path } = incoming;
    const onward = request(`http://${emulatorHost()}`, { agent, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    onward.end(body);
  };

  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing).catch(() => undefined));
  server.on('connection', (socket) => {
    if (failure === 'refused') return void socket.resetAndDestroy();
    sockets.add(socket.on('close', () => sockets.delete(socket)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');

  return {
    host: `127.0.0.1:${address.port}`,
    asked,
    reset: () => void Object.assign(asked, none),
    fail(how) {
      failure = how;
      if (how === 'refused') for (const socket of sockets) socket.resetAndDestroy();
    },
    recover() {
      failure = null;
    },
    async close() {
      agent.destroy();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function count(asked: Asked, url: string, body: string): void {
  asked.roundTrips++;
  const { documents = [], writes = [] } = JSON.parse(body) as { documents?: unknown[]; writes?: unknown[] };
  asked.reads += documents.length;
  asked.writes += writes.length;
  if (/:run(Aggregation)?Query$/.test(url)) asked.queries++;
}
