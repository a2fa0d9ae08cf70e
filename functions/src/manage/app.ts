import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Actor } from '@latchkey/domain/access/actor';
import type { ApiKey } from '@latchkey/domain/apiKey/apiKey';
import { toRefusal } from '../http/problem.ts';
import { Refusal } from '../http/refusal.ts';
import type { Limits } from '../http/limits.ts';
import type { Call, Tools } from '../operations/context.ts';
import type { KeptAnswer } from '../operations/manage/onceOnly.ts';
import { onceOnly } from '../operations/manage/onceOnly.ts';
import { authenticate, permit } from './authenticate.ts';
import { answerOf, problemOf } from './answers.ts';
import { revisionOf } from './etag.ts';
import { idempotencyKey } from './idempotencyKey.ts';
import { bodyOf } from './body.ts';
import type { CountKey } from './keyLimits.ts';
import { fromShared, ManageRefusal } from './refusal.ts';
import type { ManageRoute, RawAsked, Surroundings } from './route.ts';
import { isWrite } from './route.ts';
import { MANAGE_ROUTES } from './routes.ts';

export const BASE = '/v1/manage';

export interface ManageServices {
  readonly tools: () => Tools;
  readonly limits: () => Limits;
  readonly countKey: () => CountKey;
  readonly around: Surroundings;
  /** The document of the API, made when somebody asks for it. */
  readonly document: () => Promise<object>;
  readonly newRequestId: () => string;
  readonly clock: () => Date;
}

/** What the host knows of a request besides its text. */
export interface Caller {
  /** The address that the platform's proxy vouches for. */
  readonly address: string;
}

/** Every operation behind one wrapper: who asks, how often, what for, once; and errors to problem documents. */
export function manageApp(services: ManageServices): (request: Request, caller: Caller) => Promise<Response> {
  const app = new OpenAPIHono<{ Bindings: Caller }>({ strict: true });
  app.get(`${BASE}/openapi.json`, async () => documentResponse(await services.document()));
  for (const [path, routes] of byPath()) {
    const at = `${BASE}${path.replace(/\{(\w+)\}/g, ':$1')}`;
    for (const route of routes) {
      app.on(route.method.toUpperCase(), at, (context) => serve(services, route, context));
    }
    const allow = routes.map(({ method }) => method.toUpperCase()).join(', ');
    app.all(at, () => {
      throw new ManageRefusal('METHOD_NOT_ALLOWED', `Use ${allow}.`, { headers: { allow } });
    });
  }
  app.notFound(() => {
    throw new ManageRefusal('NO_SUCH_ROUTE', `The paths of this API are listed at ${BASE}/openapi.json.`);
  });
  app.onError((error) => {
    const requestId = services.newRequestId();
    return toResponse(problemOf(refusalOf(error, requestId), requestId), requestId, {});
  });
  return async (request, caller) => app.fetch(request, caller);
}

async function serve(
  services: ManageServices,
  route: ManageRoute,
  { req, env }: Context<{ Bindings: Caller }>,
): Promise<Response> {
  const requestId = services.newRequestId();
  let rates: Readonly<Record<string, string>> = {};
  try {
    const { raw } = req;
    const tools = services.tools();
    const now = services.clock();
    const who = { authorization: raw.headers.get('authorization'), address: env.address, now };
    const apiKey = await authenticate(tools, services.limits(), who);
    rates = services.countKey()(apiKey);
    permit(apiKey, route.permission, route.scope);
    const text = isWrite(route) ? await bodyOf(raw, route.body !== null) : null;
    const name = isWrite(route) ? idempotencyKey(raw.headers.get('idempotency-key')) : null;
    const call: Call = { ...tools, now, requestId, actor: actorOf(apiKey) };
    const asked: Omit<RawAsked, 'call'> = {
      environment: apiKey.environment,
      apiKey,
      actor: actorOf(apiKey),
      now,
      after: call,
      around: services.around,
      revision: revisionOf(raw.headers.get('if-match'), route.etag === 'if-match'),
      requestName: `manage:${apiKey.id}:${name ?? requestId}`,
      params: req.param(),
      query: queryOf(raw.url),
      body: text?.value,
    };
    const work = async (store: Tools['store']): Promise<KeptAnswer> => {
      try {
        return answerOf(route, await route.run({ ...asked, call: { ...call, store } }), requestId);
      } catch (error) {
        const refusal = refusalOf(error, requestId);
        return problemOf(refusal, requestId);
      }
    };
    if (name === null) return toResponse(await work(tools.store), requestId, rates);
    const fingerprint = tools.derivedId(`${raw.method} ${pathAndQuery(raw.url)}\n${text?.text ?? ''}`);
    const { environment } = apiKey;
    const once = await onceOnly(
      tools,
      { environment, name: asked.requestName, fingerprint },
      async (store) => {
        const answer = await work(store);
        // What is no decision, a fault of ours or a body that was not understood, may be sent again.
        return { answer, keep: answer.status < 500 && answer.status !== 400 };
      },
    );
    if (once.kind === 'conflict') {
      throw new ManageRefusal(
        'IDEMPOTENCY_CONFLICT',
        'This Idempotency-Key came with another request before. Use a new one for a new request.',
      );
    }
    if (once.kind === 'lost') {
      throw new ManageRefusal(
        'ANSWER_LOST',
        'The first request with this Idempotency-Key took effect, and its answer was lost. Look at the record.',
      );
    }
    const more: Record<string, string> = once.repeated ? { 'idempotency-replayed': 'true' } : {};
    return toResponse(once.answer, requestId, { ...rates, ...more });
  } catch (error) {
    return toResponse(problemOf(refusalOf(error, requestId), requestId), requestId, rates);
  }
}

function actorOf({ id, name, permissions }: ApiKey): Extract<Actor, { kind: 'api-key' }> {
  return { kind: 'api-key', keyId: id, name, permissions };
}

function refusalOf(error: unknown, requestId: string): ManageRefusal {
  if (error instanceof ManageRefusal) return error;
  return fromShared(error instanceof Refusal ? error : toRefusal(error, requestId));
}

function queryOf(url: string): Record<string, string> {
  const query: [string, string][] = [];
  for (const [name, value] of new URL(url).searchParams) {
    if (query.some(([known]) => known === name)) {
      throw new ManageRefusal('BAD_REQUEST', 'A name in the query comes once.', {
        errors: [{ path: name.slice(0, 8), message: 'is there twice' }],
      });
    }
    query.push([name, value]);
  }
  return Object.fromEntries(query);
}

function pathAndQuery(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

function byPath(): Map<string, ManageRoute[]> {
  const paths = new Map<string, ManageRoute[]>();
  for (const route of MANAGE_ROUTES) paths.set(route.path, [...(paths.get(route.path) ?? []), route]);
  return paths;
}

function documentResponse(document: object): Response {
  const headers = { 'cache-control': 'public, max-age=300', 'x-content-type-options': 'nosniff' };
  return Response.json(document, { headers });
}

function toResponse(
  { status, headers, body }: KeptAnswer,
  requestId: string,
  more: Readonly<Record<string, string>>,
): Response {
  return new Response(body === '' ? null : body, {
    status,
    headers: {
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...more,
      ...headers,
      'x-request-id': requestId,
    },
  });
}
