import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What the JSON API of Cloud Storage answers to the calls that the product makes, in memory. */
export interface StorageServer {
  /** host:port, as the environment names an emulator. */
  readonly host: string;
  /** What lies there, by path. */
  readonly files: Map<string, Buffer>;
  /** Everything that was asked, in its order. */
  readonly asked: {
    readonly method: string;
    readonly url: URL;
    readonly headers: IncomingMessage['headers'];
  }[];
  close(): Promise<void>;
}

export async function startStorage(): Promise<StorageServer> {
  const files = new Map<string, Buffer>();
  const asked: StorageServer['asked'] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const { method = '', headers } = request;
      const url = new URL(request.url ?? '/', `http://${headers.host ?? ''}`);
      asked.push({ method, url, headers });
      const name = url.searchParams.get('name') ?? '';
      if (url.pathname.startsWith('/upload/') && method === 'POST') {
        return response.writeHead(200, { location: url.href.replace('uploadType', 'upload_id') }).end();
      }
      if (url.pathname.startsWith('/upload/')) {
        files.set(name, body);
        return response.writeHead(200).end('{}');
      }
      const path = decodeURIComponent(url.pathname.split('/o/')[1] ?? '');
      const file = files.get(path);
      if (file === undefined) return response.writeHead(404).end('No such object');
      if (method === 'DELETE') files.delete(path);
      if (method === 'DELETE') return response.writeHead(204).end();
      return response.writeHead(200, { 'content-length': file.length }).end(file);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    host: `127.0.0.1:${address.port}`,
    files,
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
