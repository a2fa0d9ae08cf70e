import type { Environment } from '@latchkey/domain/environment';
import { AT_ONCE_QUANTITY } from '@latchkey/domain/generator/batch';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import type { Call } from '../context.ts';
import { makeLicenses, readSources } from './makeLicenses.ts';

export interface AskedLicenses {
  readonly productId: string;
  readonly generatorId: string;
  readonly quantity: number;
  /** Tells this request from every other; ids follow from it, so that asking again makes nothing twice. */
  readonly request: string;
}

/** Makes up to 100 licenses in one commit: all of them, or none where somebody is in the way for good. */
export async function generateLicenses(
  call: Call,
  environment: Environment,
  { productId, generatorId, quantity, request }: AskedLicenses,
): Promise<{ ok: true; made: number } | Refusal> {
  if (quantity < 1 || quantity > AT_ONCE_QUANTITY) {
    return refuse('QUANTITY_OUT_OF_RANGE', `From 1 to ${AT_ONCE_QUANTITY} licenses can be made at once.`);
  }
  const read = () => readSources(call, environment, { productId, generatorId });
  const ids = Array.from({ length: quantity }, (_, index) => call.derivedId(`${request}:${index}`));
  const outcome = await makeLicenses(call, environment, ids, await read(), read);
  return outcome.ok ? { ok: true, made: quantity } : outcome;
}
