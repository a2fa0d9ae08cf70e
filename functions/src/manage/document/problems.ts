import type { ManageCode } from '@latchkey/domain/wire/manage/codes';
import { DECIDED_STATUS, MANAGE_CODES } from '@latchkey/domain/wire/manage/codes';
import { statusAndTitle } from '../refusal.ts';
import { GIVEN } from './headers.ts';

const WORDS: Partial<Record<ManageCode, string>> = {
  BAD_REQUEST: 'Not JSON, or something that is missing, unknown or not allowed; `errors` names each fault.',
  UNAUTHORIZED: 'The API key is missing, ended or not known.',
  FORBIDDEN:
    'The key lacks the permission (FORBIDDEN), is limited to products (OUT_OF_SCOPE) or to addresses (ADDRESS_NOT_ALLOWED).',
  PAYLOAD_TOO_LARGE: 'A body of more than 128 KB.',
  UNSUPPORTED_MEDIA_TYPE: 'The body must be application/json in UTF-8, without a content coding.',
  RATE_LIMITED: 'Too many requests of this key, or too many unknown keys from this address.',
  INTERNAL: 'A fault of ours, recorded under the request id.',
  UNAVAILABLE: 'Nothing was changed. Try again in a moment.',
};

const DECIDED = {
  404: 'There is no such record in the environment of the key, or it is not of its products.',
  409: 'The record does not allow it now; or the Idempotency-Key came with another request (IDEMPOTENCY_CONFLICT), or took effect and its answer is lost (ANSWER_LOST).',
  412: 'Somebody was faster: read the record again.',
  422: 'A value does not fit; the sentence says which and how.',
} as const;

const RETRY_AFTER = {
  'Retry-After': {
    description: 'Seconds to wait before asking again.',
    schema: { type: 'string' as const, pattern: '^[0-9]+$' },
    example: '17',
  },
};

/** One answer for each problem that any request may meet, and one for the refusals of each status. */
export function problemResponses() {
  const general = Object.entries(WORDS).map(([code, words]) => {
    const known = MANAGE_CODES.find((one) => one === code) ?? 'INTERNAL';
    return [code, response(words, known)] as const;
  });
  const decided = ([404, 409, 412, 422] as const).map((status) => {
    const codes = MANAGE_CODES.filter((code) => isDecided(code, status));
    const [first = 'NOT_FOUND'] = codes;
    return [`DECIDED_${status}`, response(`${DECIDED[status]} Codes: ${codes.join(', ')}.`, first)] as const;
  });
  return Object.fromEntries([...general, ...decided]);
}

function isDecided(code: ManageCode, status: number): boolean {
  return Object.hasOwn(DECIDED_STATUS, code) && statusAndTitle(code).status === status;
}

function response(description: string, code: ManageCode) {
  const { status, title } = statusAndTitle(code);
  const example = {
    type: 'about:blank',
    status,
    code,
    title,
    detail: 'One sentence about this very request, which says what to do.',
    requestId: 'h7Qk2mYt0bRwXcVn4zLp',
    ...(code === 'BAD_REQUEST' && { errors: [{ path: 'quantity', message: 'is not a known field' }] }),
  };
  const waits = code === 'RATE_LIMITED' || code === 'UNAVAILABLE';
  return {
    description,
    headers: { 'X-Request-Id': GIVEN.always['X-Request-Id'], ...(waits && RETRY_AFTER) },
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } },
  };
}
