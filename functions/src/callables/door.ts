import type { CallableFunction, CallableRequest } from 'firebase-functions/https';
import { HttpsError, onCall } from 'firebase-functions/https';
import type * as z from 'zod';
import { REGION } from '../config.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { newId } from '../crypto/random.ts';
import { UnavailableError } from '../firestore/store.ts';
import { logError } from '../log.ts';

/**
 * A door for signed-in people: the schema guards the input, errors become codes that say what to do,
 * and nothing of their inside leaves. The handler starts by asking who is calling (caller.ts).
 */
export function door<Schema extends z.ZodType, Answer>(
  schema: Schema,
  handle: Handle<Schema, Answer>,
  options: DoorOptions = {},
): CallableFunction<unknown, Promise<Answer>> {
  const guard = (request: CallableRequest): void => {
    // Who is nobody learns nothing of what a door would take.
    if (!request.auth) throw new HttpsError('unauthenticated', 'Sign in first.');
  };
  return openDoor(schema, handle, guard, options);
}

/** For the few doors that differ. */
interface DoorOptions {
  /** How long one call may take; 60 unless told. */
  readonly timeoutSeconds?: number;
}

type Handle<Schema extends z.ZodType, Answer> = (
  input: z.infer<Schema>,
  request: CallableRequest,
  requestId: string,
) => Promise<Answer>;

/**
 * The same for anybody, signed in or not.
 * @param guard throws an HttpsError for those who may not come in, before anything of theirs is looked at
 */
export function openDoor<Schema extends z.ZodType, Answer>(
  schema: Schema,
  handle: Handle<Schema, Answer>,
  guard: (request: CallableRequest) => void,
  options: DoorOptions = {},
): CallableFunction<unknown, Promise<Answer>> {
  return onCall(
    { region: REGION, secrets: [...SECRETS], memory: '512MiB', maxInstances: 20, ...options },
    async (request) => {
      const requestId = newId();
      guard(request);
      const parsed = schema.safeParse(dataAsSent(request));
      if (!parsed.success) throw badInput(parsed.error);
      try {
        return await handle(parsed.data, request, requestId);
      } catch (error) {
        throw outward(error, requestId);
      }
    },
  );
}

/**
 * The input as it was parsed. The library copies it member by member, which makes a member named
 * `__proto__` the copy's prototype: a strict schema would then see fields that nobody declared.
 */
function dataAsSent({ rawRequest }: CallableRequest): unknown {
  const { data } = rawRequest.body as { data?: unknown };
  return data;
}

function badInput(error: z.ZodError): HttpsError {
  const errors = error.issues.map(({ code, path, message }) => ({
    path: path.join('.'),
    // The library's own sentence repeats the names, and a name might be a key put in the wrong place.
    message: code === 'unrecognized_keys' ? 'has a field that is not known here' : message,
  }));
  return new HttpsError('invalid-argument', 'Some of the input is not as it should be.', { errors });
}

function outward(error: unknown, requestId: string): HttpsError {
  if (error instanceof HttpsError) return error;
  if (error instanceof UnavailableError) {
    return new HttpsError('unavailable', 'The service is busy. Nothing was changed; try again in a moment.', {
      requestId,
    });
  }
  logError('callable failed', error, { requestId });
  return new HttpsError('internal', 'Something went wrong on our side. Nothing was changed.', { requestId });
}
