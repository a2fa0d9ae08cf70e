import type { Contract } from '@latchkey/domain/contract/contract';
import type { Environment } from '@latchkey/domain/environment';
import { contractPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';
import type { StoredContractKey } from './records.ts';
import { contractKeyPath, toContract } from './records.ts';

/** The contract that a key opens, by the key's keyed hash; null = there is no such key. Two reads. */
export async function contractOfKey(
  store: Store,
  environment: Environment,
  keyHash: string,
): Promise<Contract | null> {
  const [key] = await store.getAll<StoredContractKey>([contractKeyPath(environment, keyHash)]);
  const contractId = key?.data?.contractId;
  if (contractId === undefined) return null;
  const [contract] = await store.getAll<never>([contractPath(environment, contractId)]);
  return toContract(environment, contract)?.record ?? null;
}
