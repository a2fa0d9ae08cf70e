import { OpenAPIHono } from '@hono/zod-openapi';
import type { ManageCode } from '@latchkey/domain/wire/manage/codes';
import type * as z from 'zod';
import { statusAndTitle } from '../refusal.ts';
import type { ManageRoute } from '../route.ts';
import { isWrite } from '../route.ts';
import { MANAGE_ROUTES } from '../routes.ts';
import { answerExamples } from './examples.ts';
import { GIVEN, IDEMPOTENCY_KEY, IF_MATCH } from './headers.ts';
import { problemResponses } from './problems.ts';
import { NAMED_SCHEMAS } from './schemas.ts';
import { TAGS } from './tags.ts';
import { NAMING, tidied } from './tidy.ts';

const BASE = '/v1/manage';
const ABOUT =
  'Everything that the console can do with licenses, by program; the same operations stand behind both. An API ' +
  'key (console, API keys) names its environment and says what it may do. Send it as a bearer token. Times are ' +
  'ISO 8601 in UTC, cursors are opaque, and an Idempotency-Key makes any write safe to repeat for 24 hours.';

/** What any request may meet. */
const ANY: readonly ManageCode[] = [
  'BAD_REQUEST',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'INTERNAL',
  'UNAVAILABLE',
];
/** What only requests that change something meet. */
const WRITES: readonly ManageCode[] = ['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'];
const CONFLICT = 409;

let made: object | undefined;

/** The management API as an OpenAPI 3.1 document, made of the very routes and schemas that answer. */
export function manageDocument(): object {
  made ??= tidied(generated());
  return made;
}

function generated() {
  const { openAPIRegistry: registry, getOpenAPI31Document: generate } = new OpenAPIHono();
  for (const [name, schema] of Object.entries(NAMED_SCHEMAS)) registry.registerPath(placeOf(name, schema));
  registry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key of the console: lkm_, its environment, _ and 40 letters and digits.',
  });
  for (const [name, response] of Object.entries(problemResponses())) {
    registry.registerComponent('responses', name, response);
  }
  for (const route of MANAGE_ROUTES) registry.registerPath(pathOf(route));
  return generate({
    openapi: '3.1.0',
    info: {
      title: 'Latchkey management API',
      version: '1',
      description: ABOUT,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/', description: 'Where the console is' }],
    security: [{ apiKey: [] }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  });
}

/**
 * Where a record is written out until it gets its name. (The library names only schemas that were made after it was
 * loaded, which the domain's are not.)
 */
function placeOf(name: string, schema: z.ZodType): PathConfig {
  const content = { 'application/json': { schema } };
  return { method: 'get', path: `${NAMING}${name}`, responses: { 200: { description: name, content } } };
}

type PathConfig = Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0];

function pathOf(route: ManageRoute): PathConfig {
  const { method, path, id, tag, summary, description, permission, params, query, body, example } = route;
  const needs = `Needs the permission \`${permission}\`.`;
  return {
    method,
    path: `${BASE}${path}`,
    operationId: id,
    tags: [tag],
    summary,
    description: description === undefined ? needs : `${description} ${needs}`,
    request: {
      ...(params && { params: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      ...(body && {
        body: {
          required: true,
          content: { 'application/json': { schema: body, ...(example && { example }) } },
        },
      }),
    },
    parameters: [
      ...(isWrite(route) ? [IDEMPOTENCY_KEY] : []),
      ...(route.etag === 'if-match' ? [IF_MATCH] : []),
    ],
    responses: responsesOf(route),
  };
}

function responsesOf(route: ManageRoute): PathConfig['responses'] {
  const { status = 200, answer, etag, refuses = [] } = route;
  const codes = [...ANY, ...(isWrite(route) ? WRITES : [])];
  const statuses = new Set<number>([...refuses, ...(isWrite(route) ? [CONFLICT] : [])]);
  const good = {
    description: answer === null ? 'Done; there is nothing to say.' : 'Done.',
    headers: {
      ...GIVEN.always,
      ...(etag && GIVEN.etag),
      ...((status === 201 || status === 202) && GIVEN.location),
    },
    ...(answer && {
      content: { 'application/json': { schema: answer, ...answerExamples(route) } },
    }),
  };
  const problems = codes.map((code) => [
    statusAndTitle(code).status,
    { $ref: `#/components/responses/${code}` },
  ]);
  const decided = [...statuses].map((one) => [one, { $ref: `#/components/responses/DECIDED_${one}` }]);
  return Object.fromEntries([[status, good], ...problems, ...decided]) as PathConfig['responses'];
}
