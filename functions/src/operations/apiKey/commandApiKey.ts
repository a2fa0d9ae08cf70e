import type { ApiKeyCommand } from '@latchkey/domain/apiKey/decide';
import { decideApiKey } from '@latchkey/domain/apiKey/decide';
import type { ApiKeyRefusal } from '@latchkey/domain/apiKey/refusals';
import { refuseApiKey } from '@latchkey/domain/apiKey/refusals';
import { newApiKey } from '@latchkey/domain/apiKey/secret';
import type { Environment } from '@latchkey/domain/environment';
import { apiKeyPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { granter } from './granter.ts';
import { apiKeyWrites, toApiKey } from './records.ts';

/** A command as it is asked for; the new key of a rotation is made here. */
export type AskedApiKeyCommand =
  Exclude<ApiKeyCommand, { type: 'rotate' }> | Omit<Extract<ApiKeyCommand, { type: 'rotate' }>, 'made'>;

/** Carries out a command on an API key. `key` is the new one of a rotation, told this once. */
export async function commandApiKey(
  call: Call,
  environment: Environment,
  apiKeyId: string,
  asked: AskedApiKeyCommand,
): Promise<{ ok: true; key: string | null } | ApiKeyRefusal> {
  const path = apiKeyPath(environment, apiKeyId);
  const { role } = granter(call);
  return withRetry(path, async () => {
    const [snapshot] = await call.store.getAll<never>([path]);
    const before = toApiKey(environment, snapshot);
    if (!before) return refuseApiKey('NOT_FOUND', 'There is no such key in this environment.');
    const fresh = asked.type === 'rotate' ? newApiKey(environment, call.randomBytes) : null;
    const made = { hint: fresh?.hint ?? '', keyHash: fresh ? call.keyHash(fresh.key) : '' };
    const command = asked.type === 'rotate' ? { ...asked, made } : asked;
    const decision = decideApiKey(before.record, command, role, call.now);
    if (!decision.ok) return decision;
    await call.store.commit([
      ...apiKeyWrites(before, decision.apiKey),
      ...auditWrites(environment, call, decision.audit),
    ]);
    return { ok: true, key: fresh?.key ?? null };
  });
}
