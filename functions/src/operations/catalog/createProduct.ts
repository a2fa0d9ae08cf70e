import type { Environment } from '@latchkey/domain/environment';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import type { ProductFacts } from '@latchkey/domain/product/commands';
import { createProduct as created } from '@latchkey/domain/product/decide';
import { productPath } from '../../firestore/collections.ts';
import { toStored } from '../../firestore/records.ts';
import { ConflictError } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';

/** A new product under an id of its own; one that is taken refuses, whoever was first. */
export async function createProduct(
  call: Call,
  environment: Environment,
  productId: string,
  facts: ProductFacts,
): Promise<{ ok: true; productId: string } | Refusal> {
  const decision = created(productId, environment, facts, call.now);
  if (!decision.ok) return decision;
  const { product } = decision;
  try {
    await call.store.commit([
      {
        kind: 'set',
        path: productPath(environment, product.id),
        data: toStored(product),
        if: { exists: false },
      },
      ...auditWrites(environment, call, decision.audit),
    ]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return refuse('PRODUCT_ID_TAKEN', 'Another product of this environment has this id. Choose another one.');
  }
  return { ok: true, productId: product.id };
}
