import { difference, otherEvent } from '../audit/draft.ts';
import type { AuditAction, AuditDraft } from '../audit/event.ts';
import type { WebhookEndpoint } from './endpoint.ts';
import { withEndpointSearch } from './endpoint.ts';
import type { WebhookRefusal } from './refusals.ts';
import { refuseWebhook } from './refusals.ts';
import { checkWebhookUrl } from './url.ts';

/** What a form fills in. */
export type EndpointFacts = Pick<WebhookEndpoint, 'name' | 'description' | 'url' | 'events'>;

export type EndpointCommand =
  | { readonly type: 'edit'; readonly changes: Partial<EndpointFacts>; readonly revision: number | null }
  | { readonly type: 'enable' | 'disable' }
  /** The name, typed. */
  | { readonly type: 'delete'; readonly confirmation: string };

export interface AcceptedEndpoint {
  readonly ok: true;
  /** The endpoint as it has to be stored; null = delete it. */
  readonly endpoint: WebhookEndpoint | null;
  readonly audit: readonly AuditDraft[];
}

export function createEndpoint(
  placed: Pick<WebhookEndpoint, 'id' | 'environment'>,
  facts: EndpointFacts,
  localOrigin: string | null,
  now: Date,
): (AcceptedEndpoint & { readonly endpoint: WebhookEndpoint }) | WebhookRefusal {
  const checked = checkFacts(facts, localOrigin);
  if (!checked.ok) return checked;
  const endpoint = withEndpointSearch({
    ...placed,
    ...facts,
    ...checked.facts,
    status: 'enabled',
    disabledWhy: null,
    disabledAt: null,
    failingSince: null,
    pausedUntil: null,
    secretMadeAt: now,
    oldSecretUntil: null,
    createdAt: now,
    updatedAt: now,
    revision: 1,
  });
  const { name, url, events } = endpoint;
  const changes = difference({ name: null, url: null, events: null }, { name, url, events } as object);
  return { ok: true, endpoint, audit: [endpointEvent('webhook.created', endpoint, { changes })] };
}

export function decideEndpoint(
  endpoint: WebhookEndpoint,
  command: EndpointCommand,
  localOrigin: string | null,
  now: Date,
): AcceptedEndpoint | WebhookRefusal {
  switch (command.type) {
    case 'edit':
      return edit(endpoint, command, localOrigin, now);
    case 'enable': {
      const on = { status: 'enabled', disabledWhy: null, disabledAt: null } as const;
      return moved(endpoint, 'webhook.enabled', { ...on, failingSince: null, pausedUntil: null }, now);
    }
    case 'disable': {
      const off = { status: 'disabled', disabledWhy: 'by-hand', disabledAt: now } as const;
      return moved(endpoint, 'webhook.disabled', off, now);
    }
    case 'delete': {
      if (command.confirmation.trim() !== endpoint.name) {
        return refuseWebhook('CONFIRMATION_MISMATCH', 'Type the name of the endpoint to delete it.');
      }
      const changes = difference<object>(
        { name: endpoint.name, url: endpoint.url },
        { name: null, url: null },
      );
      return { ok: true, endpoint: null, audit: [endpointEvent('webhook.deleted', endpoint, { changes })] };
    }
  }
}

export function endpointEvent(
  action: Extract<AuditAction, `webhook.${string}`>,
  { id }: Pick<WebhookEndpoint, 'id'>,
  extra: Partial<AuditDraft> = {},
): AuditDraft {
  return otherEvent(action, { about: `webhook/${id}`, ...extra });
}

function edit(
  endpoint: WebhookEndpoint,
  { changes, revision }: Extract<EndpointCommand, { type: 'edit' }>,
  localOrigin: string | null,
  now: Date,
): AcceptedEndpoint | WebhookRefusal {
  if (revision !== null && revision !== endpoint.revision) {
    return refuseWebhook(
      'CHANGED_MEANWHILE',
      'Somebody changed the endpoint meanwhile. Look at it again, then save.',
    );
  }
  const checked = checkFacts(changes, localOrigin);
  if (!checked.ok) return checked;
  return moved(endpoint, 'webhook.edited', { ...changes, ...checked.facts }, now);
}

/** Doing it again is no mistake, and leaves one more line in the history. */
function moved(
  endpoint: WebhookEndpoint,
  action: Extract<AuditAction, `webhook.${string}`>,
  change: Partial<WebhookEndpoint>,
  now: Date,
): AcceptedEndpoint {
  const told = difference<WebhookEndpoint>(endpoint, change);
  const after = withEndpointSearch({
    ...endpoint,
    ...change,
    updatedAt: now,
    revision: endpoint.revision + 1,
  });
  return { ok: true, endpoint: after, audit: [endpointEvent(action, after, { changes: told })] };
}

/** Only what is given is checked; the address comes back in its plain form. */
function checkFacts(
  { url, events }: Partial<EndpointFacts>,
  localOrigin: string | null,
): { readonly ok: true; readonly facts: Partial<EndpointFacts> } | WebhookRefusal {
  if (events?.length === 0) return refuseWebhook('NO_EVENTS', 'Choose at least one event, or all of them.');
  if (url === undefined) return { ok: true, facts: {} };
  const checked = checkWebhookUrl(url, localOrigin);
  return checked.ok
    ? { ok: true, facts: { url: checked.url } }
    : refuseWebhook('URL_REFUSED', checked.problem);
}
