import { gzipSync } from 'node:zlib';

/** A request as it goes over the wire. */
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly type?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Sent without a length, in one chunk. */
  readonly chunked?: boolean;
}
export const GOOD = { key: 'GOOD-KEY0-0000-0001' };
export const json = (value: unknown): string => JSON.stringify(value);
const having = (members: string): string => `{"key":"GOOD-KEY0-0000-0001",${members}}`;
const deep = (levels: number, open: string, close: string): string =>
  open.repeat(levels) + close.repeat(levels);
const KB = 1024;
const exactly = (size: number): string =>
  json({ ...GOOD, label: 'x'.repeat(size - json({ ...GOOD, label: '' }).length) });

/** What every check refuses as BAD_REQUEST. */
export const BAD_REQUESTS: Record<string, Sent> = {
  'no body and no type': { type: null },
  'no body': {},
  'an empty body': { body: '' },
  'an empty chunked body': { body: ' ', chunked: true },
  'invalid JSON': { body: '{"key":' },
  'single quotes': { body: "{'key':'GOOD-KEY0'}" },
  'two objects': { body: '{}{}' },
  NaN: { body: '{"key":NaN}' },
  'a scalar': { body: '1' },
  'a string': { body: '"GOOD-KEY0-0000-0001"' },
  null: { body: 'null' },
  true: { body: 'true' },
  'an array': { body: json([GOOD]) },
  'bytes that are not UTF-8': { body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) },
  'UTF-16': { body: Buffer.from(json(GOOD), 'utf16le') },
  'a truncated character': { body: Buffer.concat([Buffer.from('{"key":"'), Buffer.from([0xe2, 0x82])]) },
  'own __proto__': { body: having('"__proto__":{"isAdmin":true}') },
  'escaped __proto__': { body: having('"__\\u0070roto__":{"isAdmin":true}') },
  constructor: { body: having('"constructor":{"prototype":{"a":1}}') },
  prototype: { body: having('"prototype":1') },
  'nested __proto__': { body: having('"features":[{"__proto__":1}]') },
  'mass assignment': { body: having('"status":"active"') },
  limit: { body: having('"limit":9999') },
  customerId: { body: having('"customerId":"c1"') },
  isAdmin: { body: having('"isAdmin":true') },
  'a deep object': { body: having(`"x":${deep(1_000, '{"a":', '')}1${'}'.repeat(1_000)}`) },
  'a deep array': { body: having(`"features":${deep(5_000, '[', ']')}`) },
  'key missing': { body: '{}' },
  'key empty': { body: '{"key":""}' },
  'key blank': { body: '{"key":"            "}' },
  'key short': { body: '{"key":"ABC"}' },
  'key long': { body: json({ key: 'A'.repeat(129) }) },
  'key a number': { body: '{"key":12345678901}' },
  'key null': { body: '{"key":null}' },
  'key true': { body: '{"key":true}' },
  'key an object': { body: '{"key":{"$ne":null}}' },
  'key an array': { body: '{"key":["GOOD-KEY0-0000-0001"]}' },
  'key with a NUL': { body: '{"key":"GOOD-KEY0\\u0000-0001"}' },
  'key with a bell': { body: '{"key":"GOOD-KEY0\\u0007-0001"}' },
  'key with a lone surrogate': { body: '{"key":"GOOD-KEY0\\ud800-0001"}' },
  'a name with a lone surrogate': { body: having('"\\udc00":1') },
  'identifier empty': { body: having('"identifier":""') },
  'identifier blank': { body: having('"identifier":"  "') },
  'identifier long': { body: having(`"identifier":"${'x'.repeat(256)}"`) },
  'identifier a number': { body: having('"identifier":1') },
  'identifier with an escape': { body: having('"identifier":"a\\u001bb"') },
  'a domain that is none': { body: having('"identifier":"http://","identifierType":"domain"') },
  'unknown identifier type': { body: having('"identifierType":"mac"') },
  'unknown environment': { body: having('"environment":"prod"') },
  'environment in capitals': { body: having('"environment":"PRODUCTION"') },
  'features a string': { body: having('"features":"a"') },
  'features of numbers': { body: having('"features":[1]') },
  '51 features': { body: json({ ...GOOD, features: Array<string>(51).fill('a') }) },
  'nonce long': { body: having(`"nonce":"${'n'.repeat(129)}"`) },
  'nonce a number': { body: having('"nonce":1') },
  'appVersion long': { body: having(`"appVersion":"${'1'.repeat(65)}"`) },
  'product a path': { body: having('"product":{}') },
  'the key in the query only': { body: '{}', path: '/v1/validate?key=GOOD-KEY0-0000-0001' },
  'just under the size limit, but unknown field': { body: exactly(16 * KB) },
};

/** What is refused before it is read, each with its own code. */
export const OTHERS: Record<string, Sent & { status: number; code: string }> = {
  ...each(
    [
      null,
      '',
      'text/plain',
      'text/json',
      'application/octet-stream',
      'application/xml',
      'application/vnd.api+json',
    ],
    (type) => [`type ${type}`, { type, body: json(GOOD), status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' }],
  ),
  ...each(
    [
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'application/cloudevents+json',
      'application/jsonp',
    ],
    (type) => [`type ${type}`, { type, body: json(GOOD), status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' }],
  ),
  ...each(['latin1', 'utf-16', 'x-unknown', '""'], (charset) => {
    const type = `application/json; charset=${charset}`;
    return [`charset ${charset}`, { type, body: json(GOOD), status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' }];
  }),
  ...each(['gzip', 'br', 'zstd', 'deflate', 'x-nonsense', 'gzip, gzip'], (coding) => [
    `coding ${coding}`,
    {
      headers: { 'content-encoding': coding },
      body: gzipSync(json(GOOD)),
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    },
  ]),
  'one byte too many': { body: exactly(16 * KB + 1), status: 413, code: 'PAYLOAD_TOO_LARGE' },
  'one byte too many, unannounced': {
    body: exactly(16 * KB + 1),
    chunked: true,
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
  },
  '10 MB': { body: 'x'.repeat(10 * KB * KB), status: 413, code: 'PAYLOAD_TOO_LARGE' },
  '10 MB, unannounced': {
    body: 'x'.repeat(10 * KB * KB),
    chunked: true,
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
  },
  'too large and of another type': {
    type: 'text/plain',
    body: exactly(20_000),
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
  },
  ...each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'], (method) => [
    `method ${method}`,
    { method, type: null, status: 405, code: 'METHOD_NOT_ALLOWED' },
  ]),
  'OPTIONS from a page': {
    method: 'OPTIONS',
    type: null,
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
  },
  ...each(
    ['/', '/v1', '/v1/', '/v1/validate/', '/v1/Validate', '/v1//validate', '/v1/validate%2f', '/v2/validate'],
    (path) => [`path ${path}`, { path, body: json(GOOD), status: 404, code: 'NO_SUCH_ROUTE' }],
  ),
  ...each(
    ['/v1/../v1/validate', '/v1/__proto__', '/v1/constructor', '/v1/validate/GOOD-KEY0-0000-0001'],
    (path) => [`path ${path}`, { path, body: json(GOOD), status: 404, code: 'NO_SUCH_ROUTE' }],
  ),
};

function each<T>(values: readonly T[], row: (value: T) => [string, Sent & { status: number; code: string }]) {
  return Object.fromEntries(values.map(row));
}
