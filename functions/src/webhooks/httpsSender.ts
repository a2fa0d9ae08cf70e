import type { IncomingMessage, RequestOptions } from 'node:http';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { checkWebhookUrl } from '@latchkey/domain/webhook/url';
import { webhookSignature } from '../crypto/webhookSignature.ts';
import type { SentMessage, WebhookMessage, WebhookSender } from '../operations/webhook/sender.ts';
import { failureWords } from './failureWords.ts';
import type { Resolve } from './publicAddress.ts';
import { ClosedAddress, publicAddress, systemResolve } from './publicAddress.ts';
import type { ReadAnswer } from './readAnswer.ts';
import { readAnswer } from './readAnswer.ts';

export interface SenderOptions {
  /** The one origin on this machine that may be called; null in every deployment. */
  readonly localOrigin: string | null;
  readonly resolve?: Resolve;
}

/**
 * Sends to https addresses of the open internet and nowhere else. The name is resolved once, judged, and the
 * connection goes to that very address, with the name for the certificate; redirects are not followed.
 */
export function httpsSender({ localOrigin, resolve = systemResolve }: SenderOptions): WebhookSender {
  return {
    localOrigin,
    async send(message) {
      const { deadlineMs } = message;
      const headers = headersOf(message);
      const start = performance.now();
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), deadlineMs);
      const base = { requestHeaders: headers, took: () => Math.round(performance.now() - start) };
      try {
        const target = targetOf(message.url, localOrigin);
        const isLocal = target.origin === localOrigin;
        const host = isLocal
          ? target.hostname
          : await inTime(publicAddress(target.hostname, resolve), controller.signal);
        return outcome(base, await exchange(target, host, message.body, headers, controller.signal));
      } catch (error) {
        const late = controller.signal.aborted;
        const seconds = deadlineMs / 1000;
        const problem = late ? `There was no answer within ${seconds} seconds.` : failureWords(error);
        return outcome(base, { status: null, headers: {}, text: '', cut: false }, problem);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function headersOf({ id, at, body, secrets }: WebhookMessage): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Latchkey-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': secrets.map((secret) => webhookSignature(secret, id, seconds, body)).join(' '),
  };
}

/** The rules may be stricter than on the day on which the address was entered. */
function targetOf(url: string, localOrigin: string | null): URL {
  const checked = checkWebhookUrl(url, localOrigin);
  if (!checked.ok) throw new ClosedAddress(checked.problem);
  return new URL(checked.url);
}

function exchange(
  target: URL,
  host: string,
  body: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<ReadAnswer> {
  const isHttps = target.protocol === 'https:';
  const name = target.hostname.replace(/^\[|\]$/g, '');
  const options: RequestOptions & { servername?: string } = {
    method: 'POST',
    host,
    port: target.port === '' ? (isHttps ? 443 : 80) : Number(target.port),
    path: `${target.pathname}${target.search}`,
    headers: { ...headers, host: target.host },
    signal,
    // A connection of its own each time: none is left open to an address that was right once.
    agent: isHttps ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
    ...(isHttps && name !== host && { servername: name }),
  };
  return new Promise((resolve, reject) => {
    const take = (response: IncomingMessage): void => void readAnswer(response).then(resolve, reject);
    const request = isHttps ? httpsRequest(options, take) : httpRequest(options, take);
    request.on('error', reject);
    request.end(body);
  });
}

function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('too late')), { once: true });
    work.then(resolve, reject);
  });
}

function outcome(
  base: { readonly requestHeaders: Record<string, string>; readonly took: () => number },
  answer: ReadAnswer,
  problem: string | null = null,
): SentMessage {
  return {
    requestHeaders: base.requestHeaders,
    tookMs: base.took(),
    status: answer.status,
    responseHeaders: answer.headers,
    responseBody: answer.text,
    responseCut: answer.cut,
    problem,
  };
}
