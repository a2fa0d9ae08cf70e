import type { ApiKey } from '@latchkey/domain/apiKey/apiKey';
import type { Environment } from '@latchkey/domain/environment';
import { apiKeyPath } from '../../firestore/collections.ts';
import type { Versioned } from '../../firestore/records.ts';
import { toStored } from '../../firestore/records.ts';
import type { Snapshot, Write } from '../../firestore/store.ts';
import { unchanged } from '../../firestore/store.ts';

/** apiKeys/{keyed hash of a key}: whose key it is. The record itself is at apiKeys/{its id}. */
export interface StoredKeyOwner {
  readonly apiKeyId: string;
}

export function toApiKey(
  environment: Environment,
  snapshot: Snapshot<never> | undefined,
): Versioned<ApiKey> | null {
  if (snapshot?.data === undefined) return null;
  const fields = snapshot.data as Omit<ApiKey, 'id' | 'environment'>;
  return { record: { ...fields, id: snapshot.id, environment }, version: unchanged(snapshot) };
}

/** The record, and the places of those of its hashes that change. */
export function apiKeyWrites(before: Versioned<ApiKey> | null, after: ApiKey | null): Write[] {
  const record = after ?? before?.record;
  if (record === undefined) return [];
  const { environment, id } = record;
  const version = before?.version ?? { exists: false };
  const path = apiKeyPath(environment, id);
  const was = hashesOf(before?.record ?? null);
  const is = hashesOf(after);
  return [
    after === null
      ? { kind: 'delete', path, if: version }
      : { kind: 'set', path, data: toStored(after), if: version },
    ...was
      .filter((hash) => !is.includes(hash))
      .map((hash): Write => ({ kind: 'delete', path: apiKeyPath(environment, hash) })),
    ...is
      .filter((hash) => !was.includes(hash))
      .map((hash): Write => {
        const data: StoredKeyOwner = { apiKeyId: id };
        return { kind: 'set', path: apiKeyPath(environment, hash), data, if: { exists: false } };
      }),
  ];
}

function hashesOf(apiKey: ApiKey | null): string[] {
  if (apiKey === null) return [];
  return [apiKey.keyHash, ...(apiKey.old ? [apiKey.old.keyHash] : [])];
}
