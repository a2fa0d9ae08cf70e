import * as z from 'zod';
import { MANAGE_CODES } from './codes.ts';

export const MAX_PAGE = 100;

export const isoTime = z.iso.datetime();
export const id = z.string();

/** How a list is asked for, besides its filters. */
export const paging = {
  limit: z.coerce.number<string>().int().min(1).max(MAX_PAGE).default(50),
  cursor: z.string().min(1).max(600).optional(),
};

/** One page of a list; `next` is handed back as `cursor`. */
export function listOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ items: z.array(row), next: z.string().nullable() });
}

/** application/problem+json (RFC 9457). */
export const ManageProblem = z.strictObject({
  type: z.string(),
  status: z.int(),
  code: z.enum(MANAGE_CODES),
  title: z.string(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
});
export type ManageProblem = z.infer<typeof ManageProblem>;
