import type { ApiKey } from '@latchkey/domain/apiKey/apiKey';
import { isUseToNote, opens } from '@latchkey/domain/apiKey/apiKey';
import type { Environment } from '@latchkey/domain/environment';
import { apiKeyPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';
import type { StoredKeyOwner } from './records.ts';
import { toApiKey } from './records.ts';

/**
 * The key record that a key opens, by the key's keyed hash; null = there is none, or it has ended. Two reads, of
 * what is stored now: a revoked key is shut with its revocation.
 */
export async function apiKeyOf(
  store: Store,
  environment: Environment,
  keyHash: string,
  now: Date,
): Promise<ApiKey | null> {
  const [owner] = await store.getAll<StoredKeyOwner>([apiKeyPath(environment, keyHash)]);
  const id = owner?.data?.apiKeyId;
  if (id === undefined) return null;
  const [snapshot] = await store.getAll<never>([apiKeyPath(environment, id)]);
  const apiKey = toApiKey(environment, snapshot)?.record;
  return apiKey && opens(apiKey, keyHash, now) ? apiKey : null;
}

/** Notes that the key was used, once an hour at most. Two at once write the same; one that is gone stays gone. */
export async function noteUse(store: Store, apiKey: ApiKey, now: Date): Promise<void> {
  if (!isUseToNote(apiKey, now)) return;
  const path = apiKeyPath(apiKey.environment, apiKey.id);
  await store.commit([{ kind: 'update', path, data: { lastUsedAt: now } }]);
}
