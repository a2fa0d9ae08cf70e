import type { Environment } from '@latchkey/domain/environment';
import type { WebhookDelivery } from '@latchkey/domain/webhook/delivery';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import { MAX_ENDPOINTS } from '@latchkey/domain/webhook/endpoint';
import { envPath, secretPath, webhookPath } from '../../firestore/collections.ts';
import type { Stored, Versioned } from '../../firestore/records.ts';
import { toStored } from '../../firestore/records.ts';
import type { Snapshot, Store, Write } from '../../firestore/store.ts';
import { unchanged } from '../../firestore/store.ts';
import type { Call } from '../context.ts';

/** secrets/webhook-{id}: what deliveries are signed with. Readable by no client. */
export interface StoredWebhookSecrets {
  /** `whsec_` and base64. */
  readonly current: string;
  readonly old: string | null;
  /** Until then the old one signs as well. */
  readonly oldUntil: Date | null;
}

export type StoredDelivery = Stored<WebhookDelivery>;

export function webhookSecretsPath(environment: Environment, endpointId: string): string {
  return secretPath(environment, `webhook-${endpointId}`);
}

/** One delivery for each event and endpoint, however often it is asked for. */
export function deliveryIdOf(call: Call, endpointId: string, eventId: string): string {
  return call.derivedId(`delivery:${endpointId}:${eventId}`);
}

export function toEndpoint(
  environment: Environment,
  snapshot: Snapshot<never> | undefined,
): Versioned<WebhookEndpoint> | null {
  if (snapshot?.data === undefined) return null;
  const fields = snapshot.data as Stored<WebhookEndpoint>;
  return { record: { ...fields, id: snapshot.id, environment }, version: unchanged(snapshot) };
}

export function toDelivery(
  environment: Environment,
  snapshot: Snapshot<never> | undefined,
): Versioned<WebhookDelivery> | null {
  if (snapshot?.data === undefined) return null;
  const fields = snapshot.data as StoredDelivery;
  return { record: { ...fields, id: snapshot.id, environment }, version: unchanged(snapshot) };
}

export function endpointWrite(before: Versioned<WebhookEndpoint>, after: WebhookEndpoint | null): Write {
  const path = webhookPath(before.record.environment, before.record.id);
  if (after === null) return { kind: 'delete', path, if: before.version };
  return { kind: 'set', path, data: toStored(after), if: before.version };
}

/** Every endpoint that is switched on. */
export async function enabledEndpoints(
  store: Store,
  environment: Environment,
): Promise<Versioned<WebhookEndpoint>[]> {
  const found = await store.query<never>({
    parent: envPath(environment),
    collection: 'webhooks',
    where: [['status', '==', 'enabled']],
    limit: 2 * MAX_ENDPOINTS,
  });
  return found.flatMap((snapshot) => toEndpoint(environment, snapshot) ?? []);
}

export function newSecret(call: Call): string {
  return `whsec_${Buffer.from(call.randomBytes(32)).toString('base64')}`;
}

/** The secrets that sign at a moment, the current one first. */
export function signingSecrets({ current, old, oldUntil }: StoredWebhookSecrets, now: Date): string[] {
  return old !== null && oldUntil !== null && oldUntil > now ? [current, old] : [current];
}
