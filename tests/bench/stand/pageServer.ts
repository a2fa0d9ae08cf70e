import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { BuiltPage } from './builtPages.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const SLOT = '<script id="latchkey-config" type="application/json">null</script>';

export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a built page as a host does, every unknown path being the page itself; both sides by the same server. */
export async function servePage({ folder }: BuiltPage, config: object): Promise<PageServer> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  if (!html.includes(SLOT)) throw new Error('the page has no slot for its config');
  const page = html.replace(SLOT, () => SLOT.replace('null', () => JSON.stringify(config)));
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
    const type = TYPES[extname(path)];
    if (type === undefined || path === '/index.html') {
      response.setHeader('content-type', TYPES['.html'] ?? '').end(page);
      return;
    }
    readFile(join(folder, path)).then(
      (body) => response.setHeader('content-type', type).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
