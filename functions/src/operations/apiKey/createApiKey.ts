import type { ApiKeyFacts } from '@latchkey/domain/apiKey/apiKey';
import { MAX_API_KEYS } from '@latchkey/domain/apiKey/apiKey';
import { createApiKey as created } from '@latchkey/domain/apiKey/decide';
import type { ApiKeyRefusal } from '@latchkey/domain/apiKey/refusals';
import { refuseApiKey } from '@latchkey/domain/apiKey/refusals';
import { newApiKey } from '@latchkey/domain/apiKey/secret';
import type { Environment } from '@latchkey/domain/environment';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { listApiKeys } from './listApiKeys.ts';
import { granter } from './granter.ts';
import { apiKeyWrites } from './records.ts';

/** A new key. What comes back is the only time that it is told: its hint and its keyed hash are kept. */
export async function createApiKey(
  call: Call,
  environment: Environment,
  facts: ApiKeyFacts,
): Promise<{ ok: true; apiKeyId: string; key: string } | ApiKeyRefusal> {
  const { key, hint } = newApiKey(environment, call.randomBytes);
  const made = { hint, keyHash: call.keyHash(key) };
  const decision = created({ id: call.newId(), environment }, facts, made, granter(call), call.now);
  if (!decision.ok) return decision;
  if ((await listApiKeys(call.store, environment)).length >= MAX_API_KEYS) {
    return refuseApiKey('TOO_MANY_KEYS', 'There are 100 keys. Delete those that have ended first.');
  }
  await call.store.commit([
    ...apiKeyWrites(null, decision.apiKey),
    ...auditWrites(environment, call, decision.audit),
  ]);
  return { ok: true, apiKeyId: decision.apiKey.id, key };
}
