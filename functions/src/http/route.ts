import type { IncomingMessage } from 'node:http';
import type { ZodType } from 'zod';
import { MAX_ERRORS } from './inspectJson.ts';
import { readJson } from './readJson.ts';
import { Refusal } from './refusal.ts';
import type { Answer } from './respond.ts';

/** What a door knows of the request besides its body. */
export interface Call {
  readonly request: IncomingMessage;
  readonly requestId: string;
  /** The address the platform's proxy vouches for. */
  readonly address: string;
  /** The clock, read once for the whole call. */
  readonly now: Date;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly answer: (call: Call) => Promise<Answer>;
}

/** A door without a body. Headers of the answer may be given. */
export function get(
  path: string,
  handler: (call: Call) => object | Promise<object>,
  headers: Readonly<Record<string, string>> = {},
): Route {
  return {
    method: 'GET',
    path,
    answer: async (call) => ({ status: 200, body: await handler(call), headers }),
  };
}

/**
 * A door that takes a JSON object. The handler sees only what the (strict) schema let through, and
 * what it returns is answered with 200.
 */
export function post<Input>(
  path: string,
  schema: ZodType<Input>,
  handler: (input: Input, call: Call) => Promise<object>,
): Route {
  return {
    method: 'POST',
    path,
    answer: async (call) => {
      const input = checked(schema, await readJson(call.request));
      return { status: 200, body: await handler(input, call) };
    },
  };
}

/** @throws Refusal 400 with a path and a message for each fault; values are never repeated */
function checked<Input>(schema: ZodType<Input>, body: object): Input {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, MAX_ERRORS).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? // An unknown name might be a key put in the wrong place: it is shortened like one.
        issue.keys.map((key) => ({
          path: [...issue.path, key.slice(0, 8)].join('.'),
          message: 'is not a known field',
        }))
      : [{ path: issue.path.join('.'), message: issue.message }],
  );
  throw new Refusal('BAD_REQUEST', 'Some fields are missing or not allowed.', {
    errors: errors.slice(0, MAX_ERRORS),
  });
}
