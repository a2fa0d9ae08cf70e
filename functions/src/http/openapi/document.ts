import { CONTRACT_KEY, contractPath } from './contract.ts';
import { answers, requests } from './examples.ts';
import { problemResponses, refusals } from './problems.ts';
import { componentSchemas } from './schemas.ts';

const ANYWHERE = ['NO_SUCH_ROUTE', 'METHOD_NOT_ALLOWED', 'INTERNAL', 'UNAVAILABLE'] as const;
const WITH_BODY = ['BAD_REQUEST', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'RATE_LIMITED'] as const;

/** On every answer; a support request that names the id finds the log line. */
const REQUEST_ID = {
  'X-Request-Id': { description: 'Names this call in the log.', schema: { type: 'string' } },
};

let made: object | undefined;

/** The API as an OpenAPI 3.1 document, made of the schemas that check what comes in. */
export function openApiDocument(): object {
  made ??= {
    openapi: '3.1.1',
    info: {
      title: 'Latchkey license API',
      version: '1',
      description:
        'For shipped software: may it run, bind this device, release it. A well-formed question is answered ' +
        'with 200 whatever the decision; everything else is a problem document (RFC 9457). Every decision ' +
        'carries a token signed with Ed25519, by which software verifies it and goes on offline until it ends.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [],
    tags: [
      { name: 'licenses', description: 'What shipped software asks.' },
      { name: 'contracts', description: 'What partners ask, with the key of their contract.' },
      { name: 'service', description: 'Keys, this document, and whether anybody is there.' },
    ],
    paths: {
      '/v1/validate': check(
        'validate',
        'May this software run?',
        'Most answers write nothing; once an hour the device is noted as seen.',
      ),
      '/v1/activate': check(
        'activate',
        'Bind a device or domain to the license',
        'Asking again with the same identifier takes no second slot.',
      ),
      '/v1/deactivate': check(
        'deactivate',
        'Release the device',
        'Its slot is free at once. A suspended device may leave too.',
      ),
      '/v1/contracts/licenses': contractPath(REQUEST_ID, [
        ...WITH_BODY,
        'UNAUTHORIZED',
        'IDEMPOTENCY_CONFLICT',
        ...ANYWHERE,
      ]),
      '/v1/jwks.json': keySet('keySet'),
      '/.well-known/jwks.json': keySet('wellKnownKeySet'),
      '/v1/openapi.json': get('openApi', 'This document', { type: 'object' }),
      '/v1/health': get('health', 'Whether the API answers', { $ref: '#/components/schemas/Health' }),
    },
    components: {
      schemas: componentSchemas(),
      responses: problemResponses(),
      securitySchemes: { contractKey: CONTRACT_KEY },
    },
  };
  return made;
}

function check(name: keyof typeof requests, summary: string, description: string): object {
  const schema = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return {
    post: {
      operationId: name,
      tags: ['licenses'],
      summary,
      description,
      requestBody: { required: true, content: json(`${schema}Request`, requests[name]) },
      responses: {
        200: {
          description: 'The decision.',
          headers: REQUEST_ID,
          content: json(`${schema}Answer`, answers[name]),
        },
        ...refusals(...WITH_BODY, ...ANYWHERE),
      },
    },
  };
}

function json(schema: string, examples: object): object {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, examples } };
}

function keySet(operationId: string): object {
  const schema = { $ref: '#/components/schemas/KeySet' };
  return get(operationId, 'The public keys by which tokens are verified', schema);
}

function get(operationId: string, summary: string, schema: object): object {
  const content = { 'application/json': { schema } };
  return {
    get: {
      operationId,
      tags: ['service'],
      summary,
      responses: {
        200: { description: `${summary}.`, headers: REQUEST_ID, content },
        ...refusals(...ANYWHERE),
      },
    },
  };
}
