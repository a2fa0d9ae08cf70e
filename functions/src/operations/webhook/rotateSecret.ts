import type { Environment } from '@latchkey/domain/environment';
import { endpointEvent } from '@latchkey/domain/webhook/decide';
import type { WebhookRefusal } from '@latchkey/domain/webhook/refusals';
import { refuseWebhook } from '@latchkey/domain/webhook/refusals';
import { webhookPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { unchanged } from '../../firestore/store.ts';
import type { Snapshot } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import type { StoredWebhookSecrets } from './records.ts';
import { endpointWrite, newSecret, toEndpoint, webhookSecretsPath } from './records.ts';

const HOUR_MS = 60 * 60 * 1000;

/**
 * A new secret. The one before signs beside it for so many hours, so that receivers can change over without
 * refusing anything; with 0 it ends at once. What comes back is the only time that the new one is told.
 */
export async function rotateSecret(
  call: Call,
  environment: Environment,
  endpointId: string,
  overlapHours: number,
): Promise<{ ok: true; secret: string } | WebhookRefusal> {
  const path = webhookPath(environment, endpointId);
  return withRetry(path, async () => {
    const secretsAt = webhookSecretsPath(environment, endpointId);
    const [first, second] = await call.store.getAll<never>([path, secretsAt]);
    const endpoint = toEndpoint(environment, first);
    const before = second as Snapshot<StoredWebhookSecrets> | undefined;
    if (!endpoint || !before) {
      return refuseWebhook('NOT_FOUND', 'There is no such endpoint in this environment.');
    }
    const { now } = call;
    const keeps = overlapHours > 0 && before.data !== undefined;
    const oldUntil = keeps ? new Date(now.getTime() + overlapHours * HOUR_MS) : null;
    const current = newSecret(call);
    const data: StoredWebhookSecrets = { current, old: keeps ? before.data.current : null, oldUntil };
    const { record } = endpoint;
    const after = { ...record, secretMadeAt: now, oldSecretUntil: oldUntil, updatedAt: now };
    const changes = { oldSecretUntil: { before: record.oldSecretUntil, after: oldUntil } };
    await call.store.commit([
      endpointWrite(endpoint, { ...after, revision: record.revision + 1 }),
      { kind: 'set', path: secretsAt, data, if: unchanged(before) },
      ...auditWrites(environment, call, [endpointEvent('webhook.secret-made', record, { changes })]),
    ]);
    return { ok: true, secret: current };
  });
}
