import type { Contract } from '@latchkey/domain/contract/contract';
import type { Environment } from '@latchkey/domain/environment';
import { apiKeyPath, contractPath, secretPath } from '../../firestore/collections.ts';
import type { Versioned } from '../../firestore/records.ts';
import { toStored } from '../../firestore/records.ts';
import type { Snapshot, Write } from '../../firestore/store.ts';
import { unchanged } from '../../firestore/store.ts';

/** apiKeys/{keyed hash of a contract's key}: which contract it opens. Readable by no client. */
export interface StoredContractKey {
  readonly contractId: string;
}

/** secrets/contract-{id}: where the contract's key is, so that a new one can take its place. */
export interface StoredKeyPlace {
  readonly keyHash: string;
}

export const contractKeyPath = apiKeyPath;

export function keyPlacePath(environment: Environment, contractId: string): string {
  return secretPath(environment, `contract-${contractId}`);
}

export function toContract(environment: Environment, snapshot: Snapshot<never> | undefined) {
  if (snapshot?.data === undefined) return null;
  const fields = snapshot.data as Omit<Contract, 'id' | 'environment'>;
  const record: Contract = { ...fields, id: snapshot.id, environment };
  return { record, version: unchanged(snapshot) } satisfies Versioned<Contract>;
}

export function contractWrite(before: Versioned<Contract>, after: Contract | null): Write {
  const path = contractPath(before.record.environment, before.record.id);
  if (after === null) return { kind: 'delete', path, if: before.version };
  return { kind: 'set', path, data: toStored(after), if: before.version };
}

/** What has to happen to the key that a place names, for a commit; nothing where there is none. */
export function dropKey(environment: Environment, place: Snapshot<StoredKeyPlace> | undefined): Write[] {
  if (place?.data === undefined) return [];
  return [
    { kind: 'delete', path: contractKeyPath(environment, place.data.keyHash) },
    { kind: 'delete', path: place.path, if: unchanged(place) },
  ];
}
