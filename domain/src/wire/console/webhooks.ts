import * as z from 'zod';
import { MAX_URL } from '../../webhook/url.ts';
import { WEBHOOK_EVENTS } from '../../webhook/events.ts';
import { multilineText, trimmedText } from '../text.ts';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** The address is judged by the decision, whose sentence says what is wrong with it. */
export const webhookFacts = z.strictObject({
  name: trimmedText(100, 1),
  description: multilineText(500),
  url: z.string().max(MAX_URL),
  /** null = every event, those that are yet to come into being included. */
  events: z.array(z.enum(WEBHOOK_EVENTS)).max(WEBHOOK_EVENTS.length).nullable(),
});

export const CreateWebhookRequest = z.strictObject({ environment, facts: webhookFacts });
export type CreateWebhookRequest = z.infer<typeof CreateWebhookRequest>;
/** The secret, this once. */
export const CreateWebhookAnswer = outcome({ endpointId: z.string(), secret: z.string() });
export type CreateWebhookAnswer = z.infer<typeof CreateWebhookAnswer>;

export const WebhookCommandInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('edit'), revision: z.int().nullable(), changes: webhookFacts.partial() }),
  z.strictObject({ type: z.enum(['enable', 'disable']) }),
  z.strictObject({ type: z.literal('delete'), confirmation: z.string().max(120) }),
]);
export type WebhookCommandInput = z.infer<typeof WebhookCommandInput>;

export const CommandWebhookRequest = z.strictObject({
  environment,
  endpointId: recordId,
  command: WebhookCommandInput,
});
export type CommandWebhookRequest = z.infer<typeof CommandWebhookRequest>;
export const CommandWebhookAnswer = outcome({});
export type CommandWebhookAnswer = z.infer<typeof CommandWebhookAnswer>;

/** For so long the old secret signs beside the new one. */
export const OVERLAP_HOURS = [0, 1, 24, 168] as const;
export const RotateWebhookSecretRequest = z.strictObject({
  environment,
  endpointId: recordId,
  overlapHours: z.literal(OVERLAP_HOURS),
});
export type RotateWebhookSecretRequest = z.infer<typeof RotateWebhookSecretRequest>;
export const RotateWebhookSecretAnswer = outcome({ secret: z.string() });
export type RotateWebhookSecretAnswer = z.infer<typeof RotateWebhookSecretAnswer>;

/** A message of the form of every other, at once; what came of it is a delivery of the log. */
export const TestWebhookRequest = z.strictObject({ environment, endpointId: recordId });
export type TestWebhookRequest = z.infer<typeof TestWebhookRequest>;
export const TestWebhookAnswer = outcome({ deliveryId: z.string() });
export type TestWebhookAnswer = z.infer<typeof TestWebhookAnswer>;

export const ReplayDeliveryRequest = z.strictObject({ environment, deliveryId: recordId });
export type ReplayDeliveryRequest = z.infer<typeof ReplayDeliveryRequest>;
export const ReplayDeliveryAnswer = outcome({});
export type ReplayDeliveryAnswer = z.infer<typeof ReplayDeliveryAnswer>;

export const ReplayWebhooksRequest = z.strictObject({
  environment,
  endpointId: recordId,
  since: z.iso.datetime(),
  deliveredToo: z.boolean(),
});
export type ReplayWebhooksRequest = z.infer<typeof ReplayWebhooksRequest>;
export const ReplayWebhooksAnswer = outcome({ jobId: z.string() });
export type ReplayWebhooksAnswer = z.infer<typeof ReplayWebhooksAnswer>;
