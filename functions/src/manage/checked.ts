import * as z from 'zod';
import { MAX_ERRORS } from '../http/inspectJson.ts';
import { ManageRefusal } from './refusal.ts';

const NOTHING = z.strictObject({});

/**
 * What the schema lets through; where there is none, nothing may be sent.
 * @throws ManageRefusal 400 with a path and a message for each fault; values are never repeated
 */
export function checked<Schema extends z.ZodType>(
  schema: Schema | undefined,
  value: unknown,
  where: string,
): z.output<Schema> {
  const result = (schema ?? NOTHING).safeParse(value ?? {});
  if (result.success) return result.data as z.output<Schema>;
  const errors = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? // An unknown name might be a key put in the wrong place: it is shortened like one.
        issue.keys.map((key) => ({
          path: [...issue.path, key.slice(0, 8)].join('.'),
          message: 'is not a known field',
        }))
      : [{ path: issue.path.join('.'), message: issue.message }],
  );
  throw new ManageRefusal('BAD_REQUEST', `Something ${where} is missing or not allowed.`, {
    errors: errors.slice(0, MAX_ERRORS),
  });
}
