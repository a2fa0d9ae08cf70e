import type { ProblemCode } from '@latchkey/domain/wire/problemCodes';

/** Every code an answer may carry that is not a decision (contract.md, HTTP API), with its status and title. */
export const REFUSALS = {
  BAD_REQUEST: { status: 400, title: 'The request is not well formed' },
  UNAUTHORIZED: { status: 401, title: 'The key is missing or not known' },
  NO_SUCH_ROUTE: { status: 404, title: 'There is nothing at this address' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'This address does not answer to that method' },
  IDEMPOTENCY_CONFLICT: { status: 409, title: 'Another request had that Idempotency-Key' },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The request is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'Only plain JSON is understood' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  INTERNAL: { status: 500, title: 'Something went wrong on our side' },
  UNAVAILABLE: { status: 503, title: 'Not available at the moment' },
} as const satisfies Record<ProblemCode, { status: number; title: string }>;

export interface FieldError {
  /** Where in the body: `features.3`; empty for the body itself. */
  readonly path: string;
  readonly message: string;
}

/** What stands between a request and its result, as every door of programs says it. */
export abstract class Refused<Code extends string> extends Error {
  readonly code: Code;
  readonly errors: readonly FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: Code,
    detail: string,
    more: { errors?: readonly FieldError[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
    this.code = code;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }
}

/** Thrown by whatever stands between a request and its decision; `route.ts` turns it into an answer. */
export class Refusal extends Refused<ProblemCode> {
  override readonly name = 'Refusal';
}
