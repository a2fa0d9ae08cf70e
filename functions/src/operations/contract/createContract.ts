import type { Contract, ContractFacts } from '@latchkey/domain/contract/contract';
import { createContract as created } from '@latchkey/domain/contract/decide';
import type { ContractRefusal } from '@latchkey/domain/contract/refusals';
import type { Environment } from '@latchkey/domain/environment';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { contractPath, generatorPath, productPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { toGenerator, toProduct, toStored } from '../../firestore/records.ts';
import { auditWrites } from '../../firestore/writes.ts';
import { sourcesUnchanged } from '../catalog/sources.ts';
import type { Call } from '../context.ts';

/** A new contract of an active product; it has no key until somebody makes one. */
export async function createContract(
  call: Call,
  environment: Environment,
  { type, productId }: Pick<Contract, 'type' | 'productId'>,
  facts: ContractFacts,
): Promise<{ ok: true; contractId: string } | ContractRefusal | Refusal> {
  const id = call.newId();
  return withRetry(id, async () => {
    const paths = [productPath(environment, productId), generatorPath(environment, facts.generatorId)];
    const [product, generator] = await call.store.getAll<never>(paths);
    const sources = {
      product: toProduct(environment)(product)?.record ?? null,
      generator: toGenerator(environment)(generator)?.record ?? null,
    };
    const decision = created({ id, environment, type, productId }, facts, sources, call.now);
    if (!decision.ok) return decision;
    const path = contractPath(environment, id);
    await call.store.commit([
      ...sourcesUnchanged([product, generator]),
      { kind: 'set', path, data: toStored(decision.contract), if: { exists: false } },
      ...auditWrites(environment, call, decision.audit),
    ]);
    return { ok: true, contractId: id };
  });
}
