import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId } from '../crypto/random.ts';
import { clientAddress } from './clientAddress.ts';
import { toProblem, toRefusal } from './problem.ts';
import { Refusal } from './refusal.ts';
import type { Answer } from './respond.ts';
import { respond } from './respond.ts';
import type { Call, Route } from './route.ts';

export interface RouterOptions {
  /** Read late, so that a faulty setting is answered and logged like any other error. */
  readonly trustedProxyHops: () => number;
  readonly clock?: () => Date;
}

/** The one wrapper around every door: request id, routing, errors to problem documents. */
export function router(routes: readonly Route[], options: RouterOptions) {
  const byPath = new Map<string, Map<string, Route>>();
  for (const route of routes) {
    const methods = byPath.get(route.path) ?? new Map<string, Route>();
    byPath.set(route.path, methods.set(route.method, route));
  }
  const clock = options.clock ?? (() => new Date());

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = newId();
    let answer: Answer;
    try {
      const route = find(byPath, request);
      const address = clientAddress(request, options.trustedProxyHops());
      const call: Call = { request, requestId, address, now: clock() };
      answer = await route.answer(call);
    } catch (error) {
      if (request.destroyed && !request.complete) return; // Nobody is left to answer.
      answer = problemAnswer(error, requestId);
    }
    respond(request, response, answer, requestId);
  };
}

function problemAnswer(error: unknown, requestId: string): Answer {
  const refusal = toRefusal(error, requestId);
  const body = toProblem(refusal, requestId);
  return {
    status: body.status,
    body,
    headers: { ...refusal.headers, 'content-type': 'application/problem+json' },
  };
}

function find(byPath: ReadonlyMap<string, ReadonlyMap<string, Route>>, request: IncomingMessage): Route {
  const methods = byPath.get(routePath(request.url ?? ''));
  if (methods === undefined)
    throw new Refusal('NO_SUCH_ROUTE', 'The paths of this API are listed at /v1/openapi.json.');
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '');
  const route = methods.get(method);
  if (route !== undefined) return route;
  const allow = [...methods.keys()].flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name])).join(', ');
  throw new Refusal('METHOD_NOT_ALLOWED', `Use ${allow}.`, { headers: { allow } });
}

/**
 * Hosting keeps the whole path (`/v1/validate`); a direct function URL puts the function's name
 * before it, the emulator's also project and region.
 */
export function routePath(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  return path.replace(/^(?:\/[^/]+\/[^/]+)?\/api(?=\/)/, '');
}
