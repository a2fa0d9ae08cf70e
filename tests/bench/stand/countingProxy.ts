import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';

export interface WireCounts {
  reads: number;
  writes: number;
  queries: number;
  roundTrips: number;
}

export interface CountingProxy {
  /** host:port to be given out as the emulator's. */
  readonly host: string;
  readonly counts: WireCounts;
  close(): void;
}

/** Stands before the emulator and counts what really crosses the wire, whatever the adapter believes. */
export async function countingProxy(emulatorHost: string): Promise<CountingProxy> {
  const counts: WireCounts = { reads: 0, writes: 0, queries: 0, roundTrips: 0 };
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const body = Buffer.concat(parts);
      count(counts, incoming.url ?? '', body);
      const { method, headers, url } = incoming;
      const onward = request(`http://${emulatorHost}${url}`, { method, headers, agent }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.destroy());
      onward.end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  const close = (): void => {
    server.close();
    server.closeAllConnections();
    agent.destroy();
  };
  return { host: `127.0.0.1:${address.port}`, counts, close };
}

function count(counts: WireCounts, url: string, body: Buffer): void {
  const { documents = [], writes = [] } = JSON.parse(body.toString() || '{}') as {
    documents?: unknown[];
    writes?: unknown[];
  };
  counts.roundTrips++;
  counts.reads += documents.length;
  counts.writes += writes.length;
  if (/:run(Aggregation)?Query$/.test(url)) counts.queries++;
}
