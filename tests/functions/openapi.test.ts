import { Validator } from '@seriousme/openapi-schema-validator';
import { foldKey, keyHint } from '@latchkey/domain/key/fold';
import { keyHash } from '@latchkey/functions/crypto/keyHash';
import { licenseKeyPath, licensePath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { openApiDocument } from '@latchkey/functions/http/openapi/document';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiProcess } from '../support/apiProcess.ts';
import { freePort, startApi } from '../support/apiProcess.ts';
import { aLicense } from '../support/builders.ts';
import { emulatorStore } from '../support/emulatorStore.ts';
import { testSecrets } from '../support/secrets.ts';

interface Response {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content: Readonly<Record<string, { schema: object; example?: unknown; examples?: Examples }>>;
}
type Examples = Readonly<Record<string, { value: unknown }>>;
interface Operation {
  readonly requestBody?: { content: Response['content'] };
  readonly responses: Readonly<Record<string, Response>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly responses: Readonly<Record<string, Response>>;
  };
}

// As it crosses the wire.
const document = JSON.parse(JSON.stringify(openApiDocument())) as Document;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: 'latchkey:api', ...document });

/** What is wrong with a value by one of the document's schemas. */
function faults(schema: object | undefined, value: unknown): unknown {
  const text = JSON.stringify(schema ?? false).replaceAll('"#/', '"latchkey:api#/');
  const validate = ajv.compile(JSON.parse(text) as object);
  return validate(value) ? [] : validate.errors;
}

const named = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

describe('the document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate({ ...structuredClone(document) });
    expect(errors ?? []).toEqual([]);
    expect([valid, validator.version]).toEqual([true, '3.1']);
  });

  test('has the paths of the contract, spelled as they are called', () => {
    const doors = Object.entries(document.paths).map(([path, item]) => `${Object.keys(item).join()} ${path}`);
    expect(doors.sort()).toEqual([
      'get /.well-known/jwks.json',
      'get /v1/health',
      'get /v1/jwks.json',
      'get /v1/openapi.json',
      'post /v1/activate',
      'post /v1/contracts/licenses',
      'post /v1/deactivate',
      'post /v1/validate',
    ]);
  });

  test('describes every field', () => {
    const silent: string[] = [];
    const walk = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties = {} } = schema as { properties?: Record<string, object> };
      for (const [name, field] of Object.entries(properties)) {
        if (!('description' in field) && !('$ref' in field)) silent.push(`${path}.${name}`);
      }
      for (const [name, member] of Object.entries(schema)) walk(member, `${path}.${name}`);
    };
    walk(document.components.schemas, '');
    expect(silent).toEqual([]);
  });

  test('shows examples that fit', () => {
    let shown = 0;
    const check = (content: Response['content']): void => {
      for (const { schema, example, examples = {} } of Object.values(content)) {
        const values = Object.values(examples).map(({ value }) => value);
        for (const value of example === undefined ? values : [example, ...values]) {
          shown++;
          expect(faults(schema, value)).toEqual([]);
        }
      }
    };
    for (const item of Object.values(document.paths)) {
      for (const { requestBody, responses } of Object.values(item)) {
        if (requestBody) check(requestBody.content);
        for (const response of Object.values(responses)) if (!response.$ref) check(response.content);
      }
    }
    for (const response of Object.values(document.components.responses)) check(response.content);
    expect(shown).toBeGreaterThan(15);
  });
});

describe('what the API really answers is what the document says', () => {
  const KEY = 'OPEN-APIK-EYSS-0001';
  let api: ApiProcess;
  let cutOff: ApiProcess;

  beforeAll(async () => {
    Object.assign(process.env, testSecrets());
    await seed(KEY);
    const nobody = `127.0.0.1:${await freePort()}`;
    [api, cutOff] = await Promise.all([startApi(), startApi({ env: { FIRESTORE_EMULATOR_HOST: nobody } })]);
  }, 60_000);
  afterAll(() => Promise.all([api, cutOff].map((process) => process?.stop())));

  const post = (
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): RequestInit & { path: string } => ({
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

  /** Asks, looks the answer up in the document and holds body and fields against it. */
  async function ask(
    asked: RequestInit & { path: string },
    where = api,
  ): Promise<{ status: number; body: unknown }> {
    const answer = await fetch(where.url + asked.path, asked);
    const body: unknown = await answer.json();
    const declared = declaration(asked.path, (asked.method ?? 'GET').toLowerCase(), answer.status);
    const mediaType = answer.headers.get('content-type')?.split(';')[0] ?? '';
    const schema = declared.content[mediaType]?.schema;
    expect(Object.keys(declared.content)).toContain(mediaType);
    expect(faults(schema, body)).toEqual([]);
    for (const name of Object.keys(declared.headers ?? {}))
      expect(answer.headers.get(name), name).toBeTruthy();
    return { status: answer.status, body };
  }

  function declaration(path: string, method: string, status: number): Response {
    const item = document.paths[path];
    const operation = item?.[method] ?? Object.values(item ?? {})[0];
    const found =
      operation?.responses[status] ?? document.components.responses[{ 404: 'NO_SUCH_ROUTE' }[status] ?? ''];
    const name = found?.$ref?.split('/').at(-1);
    const response = name === undefined ? found : document.components.responses[name];
    if (response === undefined) throw new Error(`${method} ${path} ${status} is not in the document`);
    return response;
  }

  test.each([
    ['/v1/validate', { key: KEY, identifier: 'A', nonce: 'n' }, { valid: false, code: 'NOT_ACTIVATED' }],
    ['/v1/activate', { key: KEY, identifier: 'A', label: 'x' }, { activated: true, code: 'ACTIVATED' }],
    ['/v1/activate', { key: KEY, identifier: 'B' }, { activated: false, code: 'LIMIT_EXCEEDED' }],
    ['/v1/validate', { key: KEY, identifier: 'A' }, { valid: true, code: 'VALID' }],
    ['/v1/validate', { key: 'NO-SUCH-KEY-AT-ALL' }, { valid: false, code: 'NOT_FOUND', license: null }],
    ['/v1/deactivate', { key: KEY, identifier: 'A' }, { deactivated: true, code: 'DEACTIVATED' }],
  ])('%s %j', async (path, body, expected) => {
    const { status, body: answer } = await ask(post(path, body));
    expect({ status, answer }).toMatchObject({ status: 200, answer: expected });
    expect(faults(named('TokenClaims'), decodeJwt((answer as { token: string }).token))).toEqual([]);
  });

  test.each(['/v1/health', '/v1/jwks.json', '/.well-known/jwks.json', '/v1/openapi.json'])(
    '%s',
    async (path) => {
      expect((await ask({ path })).status).toBe(200);
    },
  );

  test('the document that is served is this one', async () => {
    expect((await ask({ path: '/v1/openapi.json' })).body).toEqual(document);
  });

  test.each([
    [400, post('/v1/validate', { key: 'short', more: 1 })],
    [400, post('/v1/activate', '{')],
    [404, { path: '/v1/nothing' }],
    [405, { path: '/v1/validate' }],
    [405, post('/v1/health', {})],
    [413, post('/v1/validate', { key: 'x'.repeat(20_000) })],
    [415, post('/v1/validate', '{}', { 'content-type': 'text/plain' })],
  ])('%d is a problem document', async (status, asked) => {
    expect((await ask(asked)).status).toBe(status);
  });

  test('429 is a problem document with the fields that say when to come back', async () => {
    let status = 200;
    for (let n = 0; n < 100 && status === 200; n++) {
      ({ status } = await ask(post('/v1/validate', { key: KEY, identifier: 'C' })));
    }
    expect(status).toBe(429);
  });

  test('503 is a problem document with Retry-After', async () => {
    expect((await ask(post('/v1/validate', { key: KEY }), cutOff)).status).toBe(503);
  });
});

/** A license for one device that nobody uses yet. */
async function seed(key: string): Promise<void> {
  const hash = keyHash(foldKey(key));
  const id = `openapi${Date.now()}`;
  const license = aLicense({ id, key, keyHint: keyHint(key), keyHash: hash, activationLimit: 1 });
  await emulatorStore().commit([
    { kind: 'set', path: licensePath('production', id), data: toStored(license) },
    { kind: 'set', path: licenseKeyPath('production', hash), data: { licenseId: id } },
  ]);
}
