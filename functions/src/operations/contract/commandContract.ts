import type { ContractCommand } from '@latchkey/domain/contract/decide';
import { decideContract } from '@latchkey/domain/contract/decide';
import type { ContractRefusal } from '@latchkey/domain/contract/refusals';
import { refuseContract } from '@latchkey/domain/contract/refusals';
import type { Environment } from '@latchkey/domain/environment';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { contractPath, generatorPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { toGenerator } from '../../firestore/records.ts';
import { auditWrites } from '../../firestore/writes.ts';
import { sourcesUnchanged } from '../catalog/sources.ts';
import type { Call } from '../context.ts';
import { contractWrite, dropKey, keyPlacePath, toContract } from './records.ts';

/** Carries out a command on a contract. A deleted one takes its key along; its licenses stay. */
export async function commandContract(
  call: Call,
  environment: Environment,
  contractId: string,
  command: ContractCommand,
): Promise<{ ok: true } | ContractRefusal | Refusal> {
  const path = contractPath(environment, contractId);
  const generatorId = command.type === 'edit' ? command.changes.generatorId : undefined;
  return withRetry(path, async () => {
    const [first, place, generator] = await call.store.getAll<never>([
      path,
      keyPlacePath(environment, contractId),
      ...(generatorId === undefined ? [] : [generatorPath(environment, generatorId)]),
    ]);
    const contract = toContract(environment, first);
    if (!contract) return refuseContract('NOT_FOUND', 'There is no such contract in this environment.');
    const named = toGenerator(environment)(generator)?.record ?? null;
    const decision = decideContract(contract.record, command, named, call.now);
    if (!decision.ok) return decision;
    await call.store.commit([
      contractWrite(contract, decision.contract),
      ...sourcesUnchanged([generator]),
      ...(decision.contract === null ? dropKey(environment, place) : []),
      ...auditWrites(environment, call, decision.audit),
    ]);
    return { ok: true };
  });
}
