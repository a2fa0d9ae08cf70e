import type { Environment } from '@latchkey/domain/environment';
import { sameJson } from '@latchkey/domain/json';
import type { EndpointCommand } from '@latchkey/domain/webhook/decide';
import { decideEndpoint } from '@latchkey/domain/webhook/decide';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import type { WebhookRefusal } from '@latchkey/domain/webhook/refusals';
import { refuseWebhook } from '@latchkey/domain/webhook/refusals';
import { webhookPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Write } from '../../firestore/store.ts';
import { auditWrites, outboxWrite } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { catchUpWrite } from './catchUp.ts';
import { endpointWrite, toEndpoint, webhookSecretsPath } from './records.ts';

/** Carries out a command on an endpoint. What waits for one that is disabled or deleted is given up. */
export async function commandEndpoint(
  call: Call,
  environment: Environment,
  endpointId: string,
  command: EndpointCommand,
): Promise<{ ok: true } | WebhookRefusal> {
  const path = webhookPath(environment, endpointId);
  return withRetry(path, async () => {
    const [snapshot] = await call.store.getAll<never>([path]);
    const endpoint = toEndpoint(environment, snapshot);
    if (!endpoint) return refuseWebhook('NOT_FOUND', 'There is no such endpoint in this environment.');
    const decision = decideEndpoint(endpoint.record, command, call.sender.localOrigin, call.now);
    if (!decision.ok) return decision;
    await call.store.commit([
      endpointWrite(endpoint, decision.endpoint),
      ...consequences(call, endpoint.record, decision.endpoint),
      ...auditWrites(environment, call, decision.audit),
    ]);
    return { ok: true };
  });
}

function consequences(call: Call, before: WebhookEndpoint, after: WebhookEndpoint | null): Write[] {
  const { environment, id } = before;
  const stop = () => outboxWrite(environment, call, { kind: 'webhook-stop', endpointId: id });
  if (after === null) return [{ kind: 'delete', path: webhookSecretsPath(environment, id) }, stop()];
  if (after.status === 'disabled') return [stop()];
  const same = before.status === 'enabled' && sameJson(before.events, after.events);
  return same ? [] : [catchUpWrite(call, environment, id)];
}
