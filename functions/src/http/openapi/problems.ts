import type { ProblemCode } from '@latchkey/domain/wire/problemCodes';
import { REFUSALS } from '../refusal.ts';
import { badRequest } from './examples.ts';

type Named<T> = Readonly<Record<string, T>>;
interface HeaderObject {
  readonly description: string;
  readonly schema: object;
  readonly example: string;
}

const RETRY_AFTER: HeaderObject = {
  description: 'Seconds to wait before asking again.',
  schema: { type: 'string', pattern: '^[0-9]+$' },
  example: '17',
};

/** Fields that come with a refusal, by the code of the refusal. */
const HEADERS: Partial<Record<ProblemCode, Named<HeaderObject>>> = {
  METHOD_NOT_ALLOWED: {
    Allow: {
      description: 'The methods this address answers to.',
      schema: { type: 'string' },
      example: 'POST',
    },
  },
  RATE_LIMITED: {
    'Retry-After': RETRY_AFTER,
    RateLimit: {
      description: 'The limit that was met, what is left of it and the seconds until it starts anew.',
      schema: { type: 'string' },
      example: '"key";r=0;t=17',
    },
    'RateLimit-Policy': {
      description: 'The same limit: requests (q) in a window of seconds (w).',
      schema: { type: 'string' },
      example: '"key";q=600;w=60',
    },
  },
  UNAVAILABLE: { 'Retry-After': RETRY_AFTER },
  UNAUTHORIZED: {
    'WWW-Authenticate': {
      description: 'How to ask: by the key of a contract.',
      schema: { type: 'string' },
      example: 'Bearer realm="Latchkey contracts"',
    },
  },
};

const DESCRIPTIONS: Record<ProblemCode, string> = {
  BAD_REQUEST: 'Not JSON, or fields that are missing, unknown or not allowed; `errors` names each.',
  UNAUTHORIZED: 'The contract key is missing, ended or not known.',
  NO_SUCH_ROUTE: 'There is nothing at this address.',
  METHOD_NOT_ALLOWED: 'The address exists and takes another method.',
  IDEMPOTENCY_CONFLICT: 'The Idempotency-Key came with another request before; nothing was issued.',
  PAYLOAD_TOO_LARGE: 'A body of more than 16 KB.',
  UNSUPPORTED_MEDIA_TYPE: 'The body must be application/json in UTF-8, without a content coding.',
  RATE_LIMITED: 'Too many requests of this key, device or address; nothing was looked up.',
  INTERNAL: 'A fault of ours, recorded under the request id.',
  UNAVAILABLE: 'No decision could be made. It says nothing about the license: ask again.',
};

const CODES = Object.keys(REFUSALS) as ProblemCode[];

/** Everything that is not a decision, one answer for each code. */
export function problemResponses(): Named<object> {
  return Object.fromEntries(CODES.map((code) => [code, problemResponse(code)]));
}

/** References to the answers of these codes, by status. */
export function refusals(...codes: readonly ProblemCode[]): Named<object> {
  return Object.fromEntries(
    codes.map((code) => [REFUSALS[code].status, { $ref: `#/components/responses/${code}` }]),
  );
}

function problemResponse(code: ProblemCode): object {
  const { status, title } = REFUSALS[code];
  const detail = DESCRIPTIONS[code];
  const { type, requestId } = badRequest;
  const example = code === 'BAD_REQUEST' ? badRequest : { type, status, code, title, detail, requestId };
  return {
    description: detail,
    ...(HEADERS[code] && { headers: HEADERS[code] }),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } },
  };
}
