import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import { BAD_REQUESTS, GOOD, json, OTHERS, type Sent } from '../support/badRequests.ts';

let api: ApiProcess;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Node's own client: fetch would not send half of what is below. */
function send({
  method = 'POST',
  path = '/v1/validate',
  type = 'application/json',
  ...sent
}: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const length =
      sent.body === undefined || sent.chunked ? {} : { 'content-length': Buffer.byteLength(sent.body) };
    const headers = { ...(type === null ? {} : { 'content-type': type }), ...length, ...sent.headers };
    const outgoing = httpRequest(api.url, { method, headers, path }, (incoming) => {
      let text = '';
      incoming.on('data', (part: Buffer) => (text += part.toString()));
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }),
      );
    });
    outgoing.on('error', reject);
    if (sent.chunked) outgoing.write(sent.body);
    outgoing.end(sent.chunked ? undefined : sent.body);
  });
}

test('a good request passes, whatever harmless form it has', async () => {
  const forms: Sent[] = [
    { body: json(GOOD) },
    { body: json(GOOD), type: 'application/json; charset=utf-8' },
    { body: json(GOOD), type: 'Application/JSON;Charset="UTF-8"' },
    { body: json(GOOD), headers: { 'content-encoding': 'identity' } },
    { body: json(GOOD), chunked: true },
    { body: `\ufeff ${json(GOOD)}\n` },
    { body: json(GOOD), path: '/v1/validate?a=1&a=2' },
    { body: json(GOOD), path: '/api/v1/validate' },
    { body: json({ ...GOOD, nonce: '\u{1f511}', features: ['a', 'a'] }) },
  ];
  for (const form of forms) expect(await send(form), json(form)).toMatchObject({ status: 200 });
});

describe('bad input gets its declared refusal as a problem document', () => {
  const rows = [
    ...Object.entries(BAD_REQUESTS).map(
      ([name, sent]) => [name, { ...sent, status: 400, code: 'BAD_REQUEST' }] as const,
    ),
    ...Object.entries(OTHERS),
  ];
  test.each(rows)('%s', async (_, { status, code, ...sent }) => {
    const answer = await send(sent);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.headers['x-powered-by']).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('no-store');
    if (sent.method === 'HEAD') return;
    const problem = JSON.parse(answer.text) as Record<string, unknown>;
    expect(problem).toMatchObject({ status, code, requestId: answer.headers['x-request-id'] });
    expect(problem['title']).toBeTypeOf('string');
    expect(problem['detail']).toBeTypeOf('string');
    expect(answer.text).not.toMatch(/GOOD-KEY0-|node_modules|\.js:|SyntaxError|at \w+ \(/);
  });

  test('a 405 says what is allowed', async () => {
    expect((await send({ method: 'PUT', body: '{}' })).headers['allow']).toBe('POST');
    expect((await send({ path: '/v1/health', body: '{}' })).headers['allow']).toBe('GET, HEAD');
  });

  test('each faulty field is named, its value is not', async () => {
    const answer = await send({
      body: json({ key: 'short', environment: 'secret-value', 'SECRET-KEY0-0000-0001': 1 }),
    });
    const { errors } = JSON.parse(answer.text) as { errors: { path: string; message: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual(['SECRET-K', 'environment', 'key']);
    expect(answer.text).not.toContain('secret-value');
  });
});
