import type { ApiKey } from '@latchkey/domain/apiKey/apiKey';
import { MAX_API_KEYS } from '@latchkey/domain/apiKey/apiKey';
import type { Environment } from '@latchkey/domain/environment';
import { envPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';
import { toApiKey } from './records.ts';

/** All keys of an environment, the newest first. Places of hashes have no date, so the order leaves them out. */
export async function listApiKeys(store: Store, environment: Environment): Promise<ApiKey[]> {
  const found = await store.query<never>({
    parent: envPath(environment),
    collection: 'apiKeys',
    orderBy: [['createdAt', 'desc']],
    limit: MAX_API_KEYS,
  });
  return found.flatMap((snapshot) => toApiKey(environment, snapshot)?.record ?? []);
}
