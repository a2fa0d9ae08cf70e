import { expect, test } from '@playwright/test';
import { send, URL_OF_APP } from '../support/stack.ts';

const KEY = 'DEMO-ACTI-VE00-0001';
const json = (body: unknown): string => JSON.stringify(body);

/** Bodies that are refused with 400 and the path of the fault; the API must not care who parses first. */
const BAD_BODIES: [
  what: string,
  path: '/v1/validate' | '/v1/activate' | '/v1/deactivate',
  body: string,
  field?: string,
][] = [
  ['no key', '/v1/validate', json({}), 'key'],
  ['a short key', '/v1/validate', json({ key: '1234567' }), 'key'],
  ['a key of blanks', '/v1/validate', json({ key: ' '.repeat(20) }), 'key'],
  ['a long key', '/v1/validate', json({ key: 'K'.repeat(129) }), 'key'],
  ['a numeric key', '/v1/validate', json({ key: 12345678 }), 'key'],
  ['a null key', '/v1/validate', json({ key: null }), 'key'],
  ['an object as key', '/v1/validate', json({ key: { a: 1 } }), 'key'],
  ['a list as key', '/v1/validate', json({ key: [KEY] }), 'key'],
  ['a control character in the key', '/v1/validate', json({ key: 'DEMO\u0000ACTI-VE00' }), 'key'],
  ['half a surrogate pair in the key', '/v1/validate', '{"key":"DEMO-\\ud800-ACTI"}', 'key'],
  ['an unknown environment', '/v1/validate', json({ key: KEY, environment: 'prod' }), 'environment'],
  ['an environment as path', '/v1/validate', json({ key: KEY, environment: '../staging' }), 'environment'],
  ['an unknown identifier type', '/v1/validate', json({ key: KEY, identifierType: 'usb' }), 'identifierType'],
  ['an empty identifier', '/v1/validate', json({ key: KEY, identifier: '' }), 'identifier'],
  ['a blank identifier', '/v1/activate', json({ key: KEY, identifier: '   ' }), 'identifier'],
  ['a long identifier', '/v1/activate', json({ key: KEY, identifier: 'x'.repeat(256) }), 'identifier'],
  [
    'a domain without a name',
    '/v1/activate',
    json({ key: KEY, identifier: 'https://', identifierType: 'domain' }),
    'identifier',
  ],
  ['no identifier', '/v1/activate', json({ key: KEY }), 'identifier'],
  ['no identifier', '/v1/deactivate', json({ key: KEY }), 'identifier'],
  ['features that are no list', '/v1/validate', json({ key: KEY, features: 'export' }), 'features'],
  ['features that are no texts', '/v1/validate', json({ key: KEY, features: [1] }), 'features.0'],
  ['51 features', '/v1/validate', json({ key: KEY, features: Array(51).fill('a') }), 'features'],
  ['a long nonce', '/v1/validate', json({ key: KEY, nonce: 'n'.repeat(129) }), 'nonce'],
  ['a long version', '/v1/validate', json({ key: KEY, appVersion: 'v'.repeat(65) }), 'appVersion'],
  ['a long label', '/v1/activate', json({ key: KEY, identifier: 'x', label: 'l'.repeat(101) }), 'label'],
  ['an unknown field', '/v1/validate', json({ key: KEY, status: 'active' }), 'status'],
  ['a label where none belongs', '/v1/validate', json({ key: KEY, label: 'x' }), 'label'],
  [
    'features where none belong',
    '/v1/activate',
    json({ key: KEY, identifier: 'x', features: [] }),
    'features',
  ],
  ['a __proto__ member', '/v1/validate', `{"key":"${KEY}","__proto__":{"valid":true}}`],
  ['a constructor member', '/v1/validate', `{"key":"${KEY}","constructor":{"prototype":{}}}`],
  ['a list', '/v1/validate', '[]'],
  ['a text', '/v1/validate', '"DEMO-ACTI-VE00-0001"'],
  ['null', '/v1/validate', 'null'],
  ['true', '/v1/validate', 'true'],
  ['a number', '/v1/validate', '1'],
  ['nothing', '/v1/validate', ''],
  ['half a JSON text', '/v1/validate', '{"key":'],
  ['two JSON texts', '/v1/validate', '{}{}'],
  ['a trailing comma', '/v1/validate', `{"key":"${KEY}",}`],
  ['HTML', '/v1/validate', '<b>key</b>'],
  ['deep nesting', '/v1/validate', '{"key":'.repeat(1000) + '1' + '}'.repeat(1000)],
];

for (const [what, path, body, field] of BAD_BODIES) {
  test(`${path} refuses ${what} and says where`, async () => {
    const answer = await send(path, body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(String(answer.body['requestId'])).not.toBe('');
    if (field)
      expect(answer.body['errors']).toEqual(
        expect.arrayContaining([expect.objectContaining({ path: field })]),
      );
    expect(json(answer.body)).not.toMatch(/node_modules|at .*\.js:|DEMO-ACTI-VE00/);
  });
}

test('a body over 16 KB is refused before anything is read', async () => {
  const answer = await send('/v1/validate', json({ key: KEY, nonce: 'x'.repeat(17_000) }));
  expect(answer.status).toBe(413);
  expect(answer.body.code).toBe('PAYLOAD_TOO_LARGE');
});

for (const type of [
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
]) {
  test(`${type} is refused as media type`, async () => {
    const answer = await send('/v1/validate', json({ key: KEY }), { headers: { 'content-type': type } });
    expect(answer.status).toBe(415);
    expect(answer.body.code).toBe('UNSUPPORTED_MEDIA_TYPE');
  });
}

for (const [method, path, allow] of [
  ['GET', '/v1/validate', 'POST'],
  ['PUT', '/v1/validate', 'POST'],
  ['PATCH', '/v1/activate', 'POST'],
  ['DELETE', '/v1/deactivate', 'POST'],
  ['POST', '/v1/jwks.json', 'GET'],
] as const) {
  test(`${method} ${path} is refused with the methods that work`, async () => {
    const answer = await send(path, method === 'GET' ? null : json({}), { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toContain(allow);
    expect(answer.body.code).toBe('METHOD_NOT_ALLOWED');
  });
}

test('an unknown route of the API is a problem document, not a page', async () => {
  const answer = await send('/v1/no/such/route', json({}));
  expect(answer.status).toBe(404);
  expect(answer.body.code).toBe('NO_SUCH_ROUTE');
});

test('health and the OpenAPI document answer, with the paths as written', async () => {
  expect((await fetch(`${URL_OF_APP}/v1/health`)).status).toBe(200);
  const document = (await (await fetch(`${URL_OF_APP}/v1/openapi.json`)).json()) as {
    openapi: string;
    paths: object;
  };
  expect(document.openapi).toMatch(/^3\.1/);
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      '/v1/validate',
      '/v1/activate',
      '/v1/deactivate',
      '/v1/jwks.json',
      '/v1/openapi.json',
      '/v1/health',
    ]),
  );
});

test('the page of the app is served, with the element it mounts on', async () => {
  for (const path of ['/', '/admin/licenses', '/portal/licenses']) {
    expect(await (await fetch(`${URL_OF_APP}${path}`)).text()).toContain('<div id="app">');
  }
});
