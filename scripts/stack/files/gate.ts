import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { checkSignedUrl, type Issuer, type LinkVerdict } from './checkSignedUrl.ts';

/** Stands before the Storage emulator, which serves a signed link without looking at its signature. */
export interface GateOptions {
  readonly port: number;
  /** host:port of the Storage emulator. */
  readonly storage: string;
  readonly issuer: Issuer;
  readonly clock?: () => Date;
}

const REFUSALS: Readonly<Record<Exclude<LinkVerdict, 'good'>, readonly [status: number, code: string]>> = {
  unsigned: [403, 'AccessDenied'],
  forged: [403, 'SignatureDoesNotMatch'],
  early: [403, 'RequestTimeTooSkewed'],
  expired: [400, 'ExpiredToken'],
};

/** Lets through whoever has a link that is signed by the stack's own account and not yet expired; nobody else. */
export async function startFileGate(options: GateOptions): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => response.destroy());
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    port: address.port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(
  { storage, issuer, clock = () => new Date() }: GateOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
  // A link for GET is one for HEAD as well.
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '');
  const verdict = checkSignedUrl(method, url, issuer, clock());
  if (verdict !== 'good') return refuse(response, ...REFUSALS[verdict]);
  const [, bucket = '', ...object] = url.pathname.split('/');
  const path = encodeURIComponent(object.map(decodeURIComponent).join('/'));
  const found = await fetch(`http://${storage}/storage/v1/b/${bucket}/o/${path}?alt=media`, {
    headers: { authorization: 'Bearer owner' },
  });
  if (!found.ok || found.body === null) return refuse(response, 404, 'NoSuchKey');
  const disposition = url.searchParams.get('response-content-disposition');
  const length = found.headers.get('content-length');
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    ...(length !== null && { 'content-length': length }),
    ...(disposition !== null && { 'content-disposition': disposition }),
  });
  if (request.method !== 'HEAD') {
    for await (const chunk of found.body) {
      if (!response.write(chunk)) await once(response, 'drain');
    }
  }
  response.end();
}

/** As the service says it. */
function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, {
    'content-type': 'application/xml; charset=UTF-8',
    'cache-control': 'no-store',
  });
  response.end(`<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code></Error>`);
}
