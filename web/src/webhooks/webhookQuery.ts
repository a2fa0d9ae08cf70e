import type { Environment } from '@latchkey/domain/environment';
import { queryTokens } from '@latchkey/domain/search/tokens';
import { DELIVERY_STATUSES } from '@latchkey/domain/webhook/delivery';
import type { DeliveryStatus, WebhookAttempt, WebhookDelivery } from '@latchkey/domain/webhook/delivery';
import { ENDPOINT_STATUSES } from '@latchkey/domain/webhook/endpoint';
import type { EndpointStatus, WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import { TEST_EVENT, WEBHOOK_EVENTS } from '@latchkey/domain/webhook/events';
import type { DeliveredEvent } from '@latchkey/domain/webhook/events';
import type { QueryDescription, RawDoc, Where } from '../firebase/description.ts';
import type { ListQuery, SearchQuery } from '../lists/listPlan.ts';
import { oneOf, textOf, type UrlQuery } from '../lists/listUrl.ts';

/** What the list of endpoints shows; null = all. */
export interface EndpointFilter {
  readonly search: string;
  readonly status: EndpointStatus | null;
}

export function endpointFilterOf(query: UrlQuery): EndpointFilter {
  return {
    search: (textOf(query.q) ?? '').trim().slice(0, 128),
    status: oneOf(ENDPOINT_STATUSES, query.status),
  };
}

export function endpointUrlOf({ search, status }: EndpointFilter): Record<string, string> {
  return {
    ...(search !== '' && { q: search.trim().slice(0, 128) }),
    ...(status !== null && { status }),
  };
}

export const endpointsPath = (environment: Environment): string => `environments/${environment}/webhooks`;

/** The endpoints of an environment, newest first. */
export function endpointsQuery(environment: Environment, { status }: EndpointFilter): ListQuery {
  return {
    collection: endpointsPath(environment),
    where: status === null ? [] : [['status', '==', status]],
    orderBy: NEWEST_FIRST,
  };
}

export function endpointSearchQuery(environment: Environment, filter: EndpointFilter): SearchQuery | null {
  const tokens = queryTokens(filter.search);
  if (tokens.length === 0) return null;
  const contains = tokens.map((token): Where => [`search.${token}`, '==', true]);
  const { collection, where } = endpointsQuery(environment, filter);
  return { collection, where: [...contains, ...where] };
}

export function readEndpoint(environment: Environment) {
  return (id: string, data: RawDoc['data']): WebhookEndpoint =>
    ({ ...data, id, environment }) as unknown as WebhookEndpoint;
}

/** What the delivery log shows; null = all. */
export interface DeliveryFilter {
  readonly endpoint: string | null;
  readonly event: DeliveredEvent | null;
  readonly status: DeliveryStatus | null;
}

export const DELIVERED_EVENTS: readonly DeliveredEvent[] = [...WEBHOOK_EVENTS, TEST_EVENT];
const ID = /^[A-Za-z0-9_-]{1,128}$/;

export function deliveryFilterOf(query: UrlQuery): DeliveryFilter {
  const endpoint = textOf(query.endpoint);
  return {
    endpoint: endpoint !== null && ID.test(endpoint) ? endpoint : null,
    event: oneOf(DELIVERED_EVENTS, query.event),
    status: oneOf(DELIVERY_STATUSES, query.status),
  };
}

export function deliveryUrlOf({ endpoint, event, status }: DeliveryFilter): Record<string, string> {
  return {
    ...(endpoint !== null && { endpoint }),
    ...(event !== null && { event }),
    ...(status !== null && { status }),
  };
}

export const deliveriesPath = (environment: Environment): string => `environments/${environment}/deliveries`;

/** The deliveries of an environment, newest first. */
export function deliveriesQuery(environment: Environment, filter: DeliveryFilter): ListQuery {
  const { endpoint, event, status } = filter;
  const wanted = [
    ['endpointId', endpoint],
    ['event', event],
    ['status', status],
  ] as const;
  return {
    collection: deliveriesPath(environment),
    where: wanted.flatMap(([field, value]): Where[] => (value === null ? [] : [[field, '==', value]])),
    orderBy: NEWEST_FIRST,
  };
}

export const LATEST_DELIVERIES = 8;

/** The latest of one endpoint. */
export function latestDeliveriesQuery(environment: Environment, endpointId: string): QueryDescription {
  const filter = { endpoint: endpointId, event: null, status: null };
  return { ...deliveriesQuery(environment, filter), limit: LATEST_DELIVERIES };
}

export function readDelivery(environment: Environment) {
  return (id: string, data: RawDoc['data']): WebhookDelivery =>
    ({ ...data, id, environment }) as unknown as WebhookDelivery;
}

/** More attempts of one delivery than retries and some replays make. */
const MOST_ATTEMPTS = 50;

/** The attempts of a delivery, the last one first. */
export function attemptsQuery(environment: Environment, deliveryId: string): QueryDescription {
  return {
    collection: `${deliveriesPath(environment)}/${deliveryId}/attempts`,
    orderBy: [['number', 'desc']],
    limit: MOST_ATTEMPTS,
  };
}

export function readAttempt(_id: string, data: RawDoc['data']): WebhookAttempt {
  return data as unknown as WebhookAttempt;
}

const NEWEST_FIRST = [
  ['createdAt', 'desc'],
  ['__name__', 'desc'],
] as const;
