import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { MailSink } from './mailSink.ts';
import { htmlPage, listPage, mailPage, notFoundPage } from './viewerPages.ts';

/** Pages of ours: no script at all. The mail itself is shown in a frame that may do nothing. */
const OURS = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'";
const MAIL = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups";

/** Shows what arrived at the sink: `/`, `/mail/3`, `/mail/3/html`, and `/mails.json` for programs. */
export async function startViewer(sink: MailSink, port: number): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://viewer');
    const [, , number, part] = pathname.split('/');
    const one = sink.arrived().find((mail) => String(mail.number) === number);
    if (pathname === '/') return send(response, 200, listPage(sink.arrived()), OURS);
    if (pathname === '/mails.json')
      return send(response, 200, JSON.stringify(sink.arrived()), OURS, 'application/json');
    if (!pathname.startsWith('/mail/') || one === undefined) return send(response, 404, notFoundPage(), OURS);
    if (part === 'html') return send(response, 200, htmlPage(one), MAIL);
    return send(response, 200, mailPage(one), OURS);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  policy: string,
  type = 'text/html',
): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
