import type { WebhookAttempt, WebhookDelivery } from '@latchkey/domain/webhook/delivery';
import { recordId } from '@latchkey/domain/wire/console/fields';
import { listOf } from '@latchkey/domain/wire/manage/common';
import { StartedJob } from '@latchkey/domain/wire/manage/licenses';
import {
  DeliveryRow,
  ListDeliveries,
  ManagedDelivery,
  ReplaySince,
  RotateSecret,
  WebhookSecret,
} from '@latchkey/domain/wire/manage/webhooks';
import * as z from 'zod';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { readAttempts } from '../operations/manage/readAttempts.ts';
import { replayDelivery } from '../operations/webhook/replayDelivery.ts';
import { rotateSecret } from '../operations/webhook/rotateSecret.ts';
import { startReplay } from '../operations/webhook/startReplay.ts';
import { testEndpoint } from '../operations/webhook/testEndpoint.ts';
import { started } from './bulk.ts';
import { iso } from './present.ts';
import { equals, pageReply, READ, recordOf } from './records.ts';
import type { Asked, ManageRoute, Reply } from './route.ts';
import { route } from './route.ts';
import { webhookOf } from './webhooks.ts';

const params = z.strictObject({ deliveryId: recordId });
const ofWebhook = z.strictObject({ webhookId: recordId });
const tag = 'webhooks';
const scope = 'everything';

function row(delivery: WebhookDelivery): DeliveryRow {
  const { id, environment, eventId, event, licenseId, keyHint, status, tries, lastStatus, problem } =
    delivery;
  return {
    id,
    environment,
    webhookId: delivery.endpointId,
    webhookName: delivery.endpointName,
    ...{ eventId, event, licenseId, keyHint, status, tries, lastStatus, problem },
    eventAt: delivery.eventAt.toISOString(),
    nextAt: iso(delivery.nextAt),
    createdAt: delivery.createdAt.toISOString(),
    deliveredAt: iso(delivery.deliveredAt),
  };
}

function attempt({ at, ...sent }: WebhookAttempt): ManagedDelivery['attempts'][number] {
  const { number, tookMs, url, status, responseBody, responseCut, problem } = sent;
  return {
    number,
    at: at.toISOString(),
    tookMs,
    url,
    requestHeaders: { ...sent.requestHeaders },
    status,
    responseHeaders: { ...sent.responseHeaders },
    ...{ responseBody, responseCut, problem },
  };
}

async function reply(asked: Asked, id: string): Promise<Reply> {
  const { call, environment } = asked;
  const [delivery, attempts] = await Promise.all([
    recordOf<WebhookDelivery>(asked, ['deliveries', 'delivery'], id),
    readAttempts(call.store, environment, id),
  ]);
  return { body: { ...row(delivery), message: delivery.body, attempts: attempts.map(attempt) } };
}

type Filters = Omit<z.output<typeof ListDeliveries>, 'limit' | 'cursor'>;

/** The list by its filters; exported for the test that holds it against the indexes. */
export function deliveryList({ webhookId, event, status }: Filters): RecordList {
  return {
    collection: 'deliveries',
    by: 'createdAt',
    where: equals({ endpointId: webhookId, event, status }),
  };
}

const write = { method: 'post', tag, scope, permission: 'integrations.write' } as const;

/** What endpoints were told, and telling them again. */
export const DELIVERY_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...READ,
      path: '/deliveries',
      id: 'listDeliveries',
      tag,
      scope,
      summary: 'List what endpoints were told',
      description: 'The newest first.',
      query: ListDeliveries,
      answer: listOf(DeliveryRow),
    },
    (asked) => pageReply(asked, deliveryList(asked.query), row),
  ),
  route(
    {
      ...READ,
      path: '/deliveries/{deliveryId}',
      id: 'getDelivery',
      tag,
      scope,
      summary: 'Get a delivery with its attempts',
      description: 'What was sent, byte for byte, and what came back.',
      params,
      answer: ManagedDelivery,
      refuses: [404],
    },
    (asked) => reply(asked, asked.params.deliveryId),
  ),
  route(
    {
      ...write,
      path: '/deliveries/{deliveryId}/replay',
      id: 'replayDelivery',
      summary: 'Send a delivery once more',
      description: 'Under the id that it had, within seconds.',
      params,
      answer: ManagedDelivery,
      refuses: [404, 409],
    },
    async (asked) => {
      const { call, environment, params: place, around } = asked;
      const outcome = await replayDelivery(call, environment, place.deliveryId);
      if (!outcome.ok) return outcome;
      await around.send({ environment });
      return reply(asked, place.deliveryId);
    },
  ),
  route(
    {
      ...write,
      path: '/webhooks/{webhookId}/replay',
      id: 'replayWebhook',
      summary: 'Tell an endpoint everything since a moment once more',
      description:
        'A job goes by the audit log: what happened while the endpoint was disabled, or before there was one, comes too.',
      params: ofWebhook,
      body: ReplaySince,
      answer: StartedJob,
      status: 202,
      refuses: [404, 409, 422],
      example: { since: '2026-11-20T00:00:00Z', deliveredToo: false },
    },
    async (asked) => {
      const { call, environment, params: place, body } = asked;
      await webhookOf(asked, place.webhookId);
      const span = { endpointId: place.webhookId, since: new Date(body.since) };
      const outcome = await startReplay(call, environment, { ...span, deliveredToo: body.deliveredToo });
      return outcome.ok ? started(asked, outcome.jobId) : outcome;
    },
  ),
  route(
    {
      ...write,
      path: '/webhooks/{webhookId}/test',
      id: 'testWebhook',
      summary: 'Send an example to an endpoint',
      description: 'At once and only once, signed like everything else; the answer tells what came of it.',
      params: ofWebhook,
      answer: ManagedDelivery,
      refuses: [404],
    },
    async (asked) => {
      const outcome = await testEndpoint(asked.call, asked.environment, asked.params.webhookId);
      return outcome.ok ? reply(asked, outcome.deliveryId) : outcome;
    },
  ),
  route(
    {
      ...write,
      path: '/webhooks/{webhookId}/rotate-secret',
      id: 'rotateWebhookSecret',
      summary: 'Make a new secret for an endpoint',
      description:
        'It is told this once. The one before signs beside it for as many hours as you say, so that the receiver can change over.',
      params: ofWebhook,
      body: RotateSecret,
      answer: WebhookSecret,
      refuses: [404],
      example: { overlapHours: 24 },
    },
    async ({ call, environment, params: place, body }) => {
      const outcome = await rotateSecret(call, environment, place.webhookId, body.overlapHours);
      return outcome.ok ? { body: { secret: outcome.secret } } : outcome;
    },
  ),
];
