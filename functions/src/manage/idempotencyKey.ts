import { ManageRefusal } from './refusal.ts';

/** The name that a caller gives a request; null = none. @throws ManageRefusal 400 for a text that is no name */
export function idempotencyKey(field: string | null): string | null {
  if (field === null) return null;
  if (/^[!-~]{1,255}$/.test(field)) return field;
  throw new ManageRefusal('BAD_REQUEST', 'The Idempotency-Key is not usable.', {
    errors: [{ path: 'Idempotency-Key', message: 'must be 1 to 255 visible characters without blanks' }],
  });
}
