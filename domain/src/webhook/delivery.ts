import type { Environment } from '../environment.ts';
import type { DeliveredEvent } from './events.ts';

export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const;
/** Pending: waits for its next attempt. Failed: given up, until somebody replays it. */
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/**
 * environments/{env}/deliveries/{id}: one event for one endpoint. The id follows from both, so however often an
 * event is worked on, it becomes one delivery.
 */
export interface WebhookDelivery {
  readonly id: string;
  readonly environment: Environment;
  readonly endpointId: string;
  /** As it was called then. */
  readonly endpointName: string;
  /** Id of the audit event; goes out as `webhook-id`, the same in every attempt and replay. */
  readonly eventId: string;
  readonly event: DeliveredEvent;
  readonly licenseId: string | null;
  readonly keyHint: string | null;
  /** When it happened. */
  readonly eventAt: Date;
  /** What is sent, byte for byte. */
  readonly body: string;
  readonly status: DeliveryStatus;
  /** Attempts since it was put down or last replayed; bounds the retries. */
  readonly attempts: number;
  /** Attempts ever; also the number of the last one below deliveries/{id}/attempts. */
  readonly tries: number;
  /** When it is due: the next attempt, or when whoever is at it may be thought dead. null = nothing is left to do. */
  readonly nextAt: Date | null;
  /** The first attempt since it was put down or last replayed. */
  readonly firstAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly deliveredAt: Date | null;
  /** Of the last attempt; null where there was no answer. */
  readonly lastStatus: number | null;
  /** What is wrong, in a sentence; null = nothing. */
  readonly problem: string | null;
}

/** deliveries/{id}/attempts/{number}: what was sent and what came back. The body is the delivery's. */
export interface WebhookAttempt {
  readonly number: number;
  readonly at: Date;
  readonly tookMs: number;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** null = no answer. */
  readonly status: number | null;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** The first 10 KB of it. */
  readonly responseBody: string;
  readonly responseCut: boolean;
  readonly problem: string | null;
}

/** What an attempt came to, in the eyes of the retry rules. */
export interface AttemptOutcome {
  /** null = no answer, for the reason in `problem`. */
  readonly status: number | null;
  /** The head "Retry-After" as it came. */
  readonly retryAfter: string | null;
  readonly problem: string | null;
}
