import type { Environment } from '@latchkey/domain/environment';
import type { EndpointFacts } from '@latchkey/domain/webhook/decide';
import { createEndpoint as created } from '@latchkey/domain/webhook/decide';
import { MAX_ENDPOINTS } from '@latchkey/domain/webhook/endpoint';
import type { WebhookRefusal } from '@latchkey/domain/webhook/refusals';
import { refuseWebhook } from '@latchkey/domain/webhook/refusals';
import { envPath, webhookPath } from '../../firestore/collections.ts';
import { toStored } from '../../firestore/records.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { catchUpWrite } from './catchUp.ts';
import type { StoredWebhookSecrets } from './records.ts';
import { newSecret, webhookSecretsPath } from './records.ts';

/** A new endpoint, switched on; what comes back is the only time that its secret is told. */
export async function createEndpoint(
  call: Call,
  environment: Environment,
  facts: EndpointFacts,
): Promise<{ ok: true; endpointId: string; secret: string } | WebhookRefusal> {
  const id = call.newId();
  const decision = created({ id, environment }, facts, call.sender.localOrigin, call.now);
  if (!decision.ok) return decision;
  const count = await call.store.count(
    { parent: envPath(environment), collection: 'webhooks' },
    MAX_ENDPOINTS,
  );
  if (count >= MAX_ENDPOINTS) {
    return refuseWebhook('TOO_MANY_ENDPOINTS', `An environment has at most ${MAX_ENDPOINTS} endpoints.`);
  }
  const secrets: StoredWebhookSecrets = { current: newSecret(call), old: null, oldUntil: null };
  const fresh = { exists: false };
  await call.store.commit([
    { kind: 'set', path: webhookPath(environment, id), data: toStored(decision.endpoint), if: fresh },
    { kind: 'set', path: webhookSecretsPath(environment, id), data: secrets, if: fresh },
    ...auditWrites(environment, call, decision.audit),
    catchUpWrite(call, environment, id),
  ]);
  return { ok: true, endpointId: id, secret: secrets.current };
}
