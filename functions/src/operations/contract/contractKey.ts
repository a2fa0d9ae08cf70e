import { contractEvent } from '@latchkey/domain/contract/decide';
import { newContractKey } from '@latchkey/domain/contract/key';
import type { ContractRefusal } from '@latchkey/domain/contract/refusals';
import { refuseContract } from '@latchkey/domain/contract/refusals';
import type { Environment } from '@latchkey/domain/environment';
import { contractPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Snapshot, Write } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import type { StoredKeyPlace } from './records.ts';
import { contractKeyPath, contractWrite, dropKey, keyPlacePath, toContract } from './records.ts';

/**
 * A new key for the contract, which ends the old one in the same commit; or no key any more. The key itself is
 * kept nowhere: its keyed hash is its place, and what comes back here is the only time it is told.
 */
export async function contractKey(
  call: Call,
  environment: Environment,
  contractId: string,
  action: 'rotate' | 'revoke',
): Promise<{ ok: true; key: string | null } | ContractRefusal> {
  const path = contractPath(environment, contractId);
  return withRetry(path, async () => {
    const [first, second] = await call.store.getAll<never>([path, keyPlacePath(environment, contractId)]);
    const place = second as Snapshot<StoredKeyPlace> | undefined;
    const contract = toContract(environment, first);
    if (!contract) return refuseContract('NOT_FOUND', 'There is no such contract in this environment.');
    if (action === 'revoke' && contract.record.keyHint === null) {
      return refuseContract('NO_KEY', 'The contract has no key.');
    }
    const made = action === 'rotate' ? newContractKey(environment, call.randomBytes) : null;
    const hint = made?.hint ?? null;
    const changes = { keyHint: { before: contract.record.keyHint, after: hint } };
    const event = made ? 'contract.key-made' : 'contract.key-revoked';
    await call.store.commit([
      contractWrite(contract, { ...contract.record, keyHint: hint, keyMadeAt: made ? call.now : null }),
      ...(made ? keyWrites(call, environment, contractId, made.key, place) : dropKey(environment, place)),
      ...auditWrites(environment, call, [contractEvent(event, contract.record, { changes })]),
    ]);
    return { ok: true, key: made?.key ?? null };
  });
}

function keyWrites(
  call: Call,
  environment: Environment,
  contractId: string,
  key: string,
  place: Snapshot<StoredKeyPlace> | undefined,
): Write[] {
  const keyHash = call.keyHash(key);
  const old = dropKey(environment, place).slice(0, 1);
  return [
    ...old,
    { kind: 'set', path: contractKeyPath(environment, keyHash), data: { contractId }, if: { exists: false } },
    { kind: 'set', path: keyPlacePath(environment, contractId), data: { keyHash } },
  ];
}
