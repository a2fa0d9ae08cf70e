import * as z from 'zod';
import { ENVIRONMENTS } from '../../environment.ts';
import { DELIVERY_STATUSES } from '../../webhook/delivery.ts';
import { ENDPOINT_STATUSES } from '../../webhook/endpoint.ts';
import { TEST_EVENT, WEBHOOK_EVENTS } from '../../webhook/events.ts';
import { recordId } from '../console/fields.ts';
import { OVERLAP_HOURS, webhookFacts } from '../console/webhooks.ts';
import { id, isoTime, paging } from './common.ts';

const DELIVERED = [...WEBHOOK_EVENTS, TEST_EVENT] as const;

export const ManagedWebhook = z.strictObject({
  id,
  environment: z.enum(ENVIRONMENTS),
  name: z.string(),
  description: z.string(),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)).nullable(),
  status: z.enum(ENDPOINT_STATUSES),
  disabledWhy: z.enum(['by-hand', 'gone', 'failing']).nullable(),
  disabledAt: isoTime.nullable(),
  failingSince: isoTime.nullable(),
  pausedUntil: isoTime.nullable(),
  secretMadeAt: isoTime,
  oldSecretUntil: isoTime.nullable(),
  createdAt: isoTime,
  updatedAt: isoTime,
  revision: z.int(),
});
export type ManagedWebhook = z.infer<typeof ManagedWebhook>;

export const ListWebhooks = z.strictObject({ ...paging, status: z.enum(ENDPOINT_STATUSES).optional() });
export const CreateWebhook = webhookFacts;
export const EditWebhook = webhookFacts.partial();
/** The secret, this once. */
export const CreatedWebhook = z.strictObject({ webhook: ManagedWebhook, secret: z.string() });
/** Up to the longest that the console offers. */
export const RotateSecret = z.strictObject({
  overlapHours: z
    .int()
    .min(0)
    .max(Math.max(...OVERLAP_HOURS)),
});
export const WebhookSecret = z.strictObject({ secret: z.string() });
export const ReplaySince = z.strictObject({
  since: z.iso.datetime(),
  deliveredToo: z.boolean().default(false),
});

/** A message of the log. */
export const DeliveryRow = z.strictObject({
  id,
  environment: z.enum(ENVIRONMENTS),
  webhookId: id,
  webhookName: z.string(),
  eventId: id,
  event: z.enum(DELIVERED),
  licenseId: id.nullable(),
  keyHint: z.string().nullable(),
  eventAt: isoTime,
  status: z.enum(DELIVERY_STATUSES),
  tries: z.int(),
  nextAt: isoTime.nullable(),
  createdAt: isoTime,
  deliveredAt: isoTime.nullable(),
  lastStatus: z.int().nullable(),
  problem: z.string().nullable(),
});
export type DeliveryRow = z.infer<typeof DeliveryRow>;

const headers = z.record(z.string(), z.string());

/** With what was sent, and what came back of each attempt, the last one first. */
export const ManagedDelivery = DeliveryRow.extend({
  message: z.string(),
  attempts: z.array(
    z.strictObject({
      number: z.int(),
      at: isoTime,
      tookMs: z.number(),
      url: z.string(),
      requestHeaders: headers,
      status: z.int().nullable(),
      responseHeaders: headers,
      responseBody: z.string(),
      responseCut: z.boolean(),
      problem: z.string().nullable(),
    }),
  ),
});
export type ManagedDelivery = z.infer<typeof ManagedDelivery>;

export const ListDeliveries = z.strictObject({
  ...paging,
  webhookId: recordId.optional(),
  event: z.enum(DELIVERED).optional(),
  status: z.enum(DELIVERY_STATUSES).optional(),
});
