import * as z from 'zod';

/** A refusal is data with a stable code; whatever else goes wrong is an error of the call. */
export const Refused = z.strictObject({ ok: z.literal(false), code: z.string(), reason: z.string() });

export function outcome<T extends z.ZodRawShape>(shape: T) {
  return z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), ...shape }), Refused]);
}
