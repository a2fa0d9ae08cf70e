import type { Environment } from '@latchkey/domain/environment';
import type { GeneratorFacts } from '@latchkey/domain/generator/commands';
import { createGenerator as created } from '@latchkey/domain/generator/decide';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { generatorPath, productPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { toProduct, toStored } from '../../firestore/records.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { nameTaken, siblings } from './siblings.ts';

/** A new generator of an active product; its name is its own among those of the product. */
export async function createGenerator(
  call: Call,
  environment: Environment,
  productId: string,
  facts: GeneratorFacts,
): Promise<{ ok: true; generatorId: string } | Refusal> {
  const path = productPath(environment, productId);
  return withRetry(path, async () => {
    const [[snapshot], others] = await Promise.all([
      call.store.getAll<never>([path]),
      siblings(call.store, environment, productId),
    ]);
    const product = toProduct(environment)(snapshot);
    const id = call.newId();
    const decision = created(id, product?.record ?? null, others, facts, call.now);
    if (!decision.ok) return decision;
    await call.store.commit([
      {
        kind: 'set',
        path: generatorPath(environment, id),
        data: toStored(decision.generator),
        if: { exists: false },
      },
      ...(product ? [nameTaken(product)] : []),
      ...auditWrites(environment, call, decision.audit),
    ]);
    return { ok: true, generatorId: id };
  });
}
