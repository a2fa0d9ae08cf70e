import type { Environment } from '../environment.ts';
import { textTokens } from '../search/tokens.ts';
import type { WebhookEvent } from './events.ts';

export const ENDPOINT_STATUSES = ['enabled', 'disabled'] as const;
export type EndpointStatus = (typeof ENDPOINT_STATUSES)[number];

/** By hand; because the receiver said that it is gone (410); because nothing got through for days. */
export type DisabledWhy = 'by-hand' | 'gone' | 'failing';

/** So many endpoints an environment may have: each event may become as many deliveries. */
export const MAX_ENDPOINTS = 50;

/** environments/{env}/webhooks/{id}: who is told of what. Its secrets lie where no browser reads them. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly environment: Environment;
  readonly name: string;
  readonly description: string;
  readonly url: string;
  /** null = every event, those that are yet to come into being included. */
  readonly events: readonly WebhookEvent[] | null;
  readonly status: EndpointStatus;
  readonly disabledWhy: DisabledWhy | null;
  readonly disabledAt: Date | null;
  /** The first attempt that failed since one last succeeded; null = nothing is wrong. */
  readonly failingSince: Date | null;
  /** The receiver asked for a pause until then (Retry-After). */
  readonly pausedUntil: Date | null;
  readonly secretMadeAt: Date;
  /** Until then deliveries are signed with the secret before as well; null = there is none. */
  readonly oldSecretUntil: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly revision: number;
  /** Pieces that searches find it by. */
  readonly search?: { readonly [token: string]: true };
}

/** The record with what follows from its texts brought up to date. */
export function withEndpointSearch(endpoint: Omit<WebhookEndpoint, 'search'>): WebhookEndpoint {
  const { name, url, description } = endpoint;
  return { ...endpoint, search: textTokens([name, url, description]) };
}

/** Whether an endpoint wants to be told of an event now. */
export function hears(
  { status, events }: Pick<WebhookEndpoint, 'status' | 'events'>,
  event: WebhookEvent,
): boolean {
  return status === 'enabled' && (events === null || events.includes(event));
}
