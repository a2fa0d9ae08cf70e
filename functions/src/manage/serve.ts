import type { IncomingMessage, ServerResponse } from 'node:http';
import { firebaseAccounts } from '../auth/firebaseAccounts.ts';
import { followAccount } from '../callables/followAccount.ts';
import { nudge } from '../callables/nudge.ts';
import { config } from '../config.ts';
import { signContents } from '../crypto/offlineFile.ts';
import { newId } from '../crypto/random.ts';
import { clientAddress } from '../http/clientAddress.ts';
import type { Limits } from '../http/limits.ts';
import { memoryLimits, noLimits } from '../http/limits.ts';
import { bodyHeaders, readBody } from '../http/rawRequest.ts';
import { enqueueJob } from '../queue/jobQueue.ts';
import { enqueueSending } from '../queue/webhookQueue.ts';
import { sharedTools } from '../tools.ts';
import { problemOf } from './answers.ts';
import { manageApp } from './app.ts';
import { MAX_MANAGE_BODY, tooLarge } from './body.ts';
import type { CountKey } from './keyLimits.ts';
import { keyLimits, noKeyLimits } from './keyLimits.ts';

let counters: Limits | undefined;
let keyCounters: CountKey | undefined;

const app = manageApp({
  tools: sharedTools,
  limits: () => (counters ??= config().rateLimits ? memoryLimits() : noLimits),
  countKey: () => (keyCounters ??= config().rateLimits ? keyLimits() : noKeyLimits),
  around: {
    accounts: () => firebaseAccounts(config().projectId),
    nudge,
    enqueue: enqueueJob,
    send: enqueueSending,
    signOfflineFile: signContents,
    follow: followAccount,
  },
  document: async () => (await import('./document/document.ts')).manageDocument(),
  newRequestId: newId,
  clock: () => new Date(),
});

/** The management API behind the host's request and answer. */
export async function serveManage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await readBody(request, MAX_MANAGE_BODY).catch(() => null);
  if (bytes === null) return; // Nobody is left to answer.
  if (bytes === 'too large') {
    const requestId = newId();
    const { status, headers, body } = problemOf(tooLarge(), requestId);
    // The rest of it is let through unseen: a proxy that cannot get rid of its bytes tells nobody of the answer.
    response.writeHead(status, { ...headers, 'x-request-id': requestId }).end(body);
    return;
  }
  const method = request.method ?? 'GET';
  const bodiless = bytes.length === 0 || method === 'GET' || method === 'HEAD';
  const asked = new Request(`http://localhost${managePath(request.url ?? '')}`, {
    method,
    headers: fieldsOf(request),
    ...(!bodiless && { body: new Uint8Array(bytes) }),
  });
  const address = clientAddress(request, config().trustedProxyHops);
  const answer = await app(asked, { address });
  const text = await answer.text();
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(method === 'HEAD' ? undefined : text);
}

/** Only what the API goes by: whatever else came along reaches nobody. */
function fieldsOf(request: IncomingMessage): Record<string, string> {
  const about = bodyHeaders(request);
  const names = ['authorization', 'idempotency-key', 'if-match'] as const;
  const fields: Record<string, string> = {};
  for (const name of names) {
    const value = request.headers[name];
    if (typeof value === 'string') fields[name] = value;
  }
  for (const name of ['content-type', 'content-encoding'] as const) {
    const value = about[name];
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}

/** A direct function URL puts the function's name before the path, the emulator's also project and region. */
function managePath(url: string): string {
  return url.replace(/^[^?]*?(?=\/v1\/manage(?:[/?]|$))/, '');
}
