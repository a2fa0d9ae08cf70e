import type { Environment } from '@latchkey/domain/environment';
import { AT_ONCE_QUANTITY } from '@latchkey/domain/generator/batch';
import { generateRefusal } from '@latchkey/domain/generator/decide';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { generatorPath, productPath } from '../../firestore/collections.ts';
import { toGenerator, toProduct } from '../../firestore/records.ts';
import type { Call } from '../context.ts';
import { makeLicenses, readSources } from './makeLicenses.ts';
import { startGeneration } from './startGeneration.ts';

export interface AskedLicenses {
  readonly generatorId: string;
  readonly quantity: number;
  /** Tells this request from every other; ids follow from it, so that asking again makes nothing twice. */
  readonly request: string;
}

/** Makes up to 100 licenses in one commit, all or none; for more it starts a job. */
export async function generateLicenses(
  call: Call,
  environment: Environment,
  { generatorId, quantity, request }: AskedLicenses,
): Promise<{ ok: true; made: number; jobId: string | null } | Refusal> {
  const [found] = await call.store.getAll<never>([generatorPath(environment, generatorId)]);
  const generator = toGenerator(environment)(found)?.record;
  if (!generator) return refuse('NOT_FOUND', 'There is no such generator in this environment.');
  const { productId } = generator;
  const [parent] = await call.store.getAll<never>([productPath(environment, productId)]);
  const product = toProduct(environment)(parent)?.record;
  if (!product) return refuse('PRODUCT_NOT_FOUND', 'There is no such product in this environment.');
  const refusal = generateRefusal(generator, product, call.actor);
  if (refusal) return refusal;
  if (quantity > AT_ONCE_QUANTITY) {
    const started = await startGeneration(call, generator, quantity, request);
    return started.ok ? { ok: true, made: 0, jobId: started.jobId } : started;
  }
  const read = () => readSources(call, environment, { productId, generatorId });
  const ids = Array.from({ length: quantity }, (_, index) => call.derivedId(`${request}:${index}`));
  const made = await makeLicenses(call, environment, ids, await read(), read);
  return made.ok ? { ok: true, made: quantity, jobId: null } : made;
}
