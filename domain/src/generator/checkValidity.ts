import type { Refusal } from '../license/refusals.ts';
import { refuse } from '../license/refusals.ts';
import type { Validity } from './validity.ts';
import { MAX_VALIDITY } from './validity.ts';

/** undefined and null (Lifetime) are fine. */
export function checkValidity(validity: Validity | null | undefined): Refusal | null {
  if (!validity) return null;
  const most = MAX_VALIDITY[validity.unit];
  if (Number.isInteger(validity.amount) && validity.amount >= 1 && validity.amount <= most) return null;
  return refuse('VALIDITY_OUT_OF_RANGE', `The validity is 1 to ${most} ${validity.unit}, or Lifetime.`);
}
