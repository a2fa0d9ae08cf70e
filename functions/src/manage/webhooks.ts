import type { EndpointCommand } from '@latchkey/domain/webhook/decide';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import { recordId } from '@latchkey/domain/wire/console/fields';
import { listOf } from '@latchkey/domain/wire/manage/common';
import {
  CreatedWebhook,
  CreateWebhook,
  EditWebhook,
  ListWebhooks,
  ManagedWebhook,
} from '@latchkey/domain/wire/manage/webhooks';
import * as z from 'zod';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { commandEndpoint } from '../operations/webhook/commandEndpoint.ts';
import { createEndpoint } from '../operations/webhook/createEndpoint.ts';
import { iso, present } from './present.ts';
import { equals, pageReply, READ, recordOf, revisedReply } from './records.ts';
import type { Decided } from './refusal.ts';
import type { Asked, ManageRoute, Reply } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ webhookId: recordId });
const at = '/webhooks/{webhookId}';
const tag = 'webhooks';
const scope = 'everything';

function view(endpoint: WebhookEndpoint): ManagedWebhook {
  const { search: _search, events, ...shown } = endpoint;
  return {
    ...shown,
    events: events === null ? null : [...events],
    disabledAt: iso(shown.disabledAt),
    failingSince: iso(shown.failingSince),
    pausedUntil: iso(shown.pausedUntil),
    secretMadeAt: shown.secretMadeAt.toISOString(),
    oldSecretUntil: iso(shown.oldSecretUntil),
    createdAt: shown.createdAt.toISOString(),
    updatedAt: shown.updatedAt.toISOString(),
  };
}

export function webhookOf(asked: Asked, id: string): Promise<WebhookEndpoint> {
  return recordOf<WebhookEndpoint>(asked, ['webhooks', 'webhook'], id);
}

async function reply(asked: Asked, id: string): Promise<Reply> {
  return revisedReply(view(await webhookOf(asked, id)));
}

/** The list by its filters; exported for the test that holds it against the indexes. */
export function webhookList({ status }: Pick<z.output<typeof ListWebhooks>, 'status'>): RecordList {
  return { collection: 'webhooks', by: 'createdAt', where: equals({ status }) };
}

async function afterCommand(
  asked: Asked,
  webhookId: string,
  commandFor: (endpoint: WebhookEndpoint) => EndpointCommand,
): Promise<Reply | Decided> {
  const { call, environment, around, after } = asked;
  const command = commandFor(await webhookOf(asked, webhookId));
  const outcome = await commandEndpoint(call, environment, webhookId, command);
  if (!outcome.ok) return outcome;
  await around.nudge(after, environment);
  return command.type === 'delete' ? { status: 204, body: null } : reply(asked, webhookId);
}

const write = { tag, scope, permission: 'integrations.write' } as const;

export const WEBHOOK_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...READ,
      path: '/webhooks',
      id: 'listWebhooks',
      tag,
      scope,
      summary: 'List webhook endpoints',
      description: 'The newest first; never with their secrets.',
      query: ListWebhooks,
      answer: listOf(ManagedWebhook),
    },
    (asked) => pageReply(asked, webhookList(asked.query), view),
  ),
  route(
    {
      ...write,
      method: 'post',
      path: '/webhooks',
      id: 'createWebhook',
      summary: 'Create a webhook endpoint',
      description: 'It is switched on at once. Its secret is told this once.',
      body: CreateWebhook,
      answer: CreatedWebhook,
      status: 201,
      etag: 'given',
      refuses: [409, 422],
      example: {
        name: 'Web shop',
        description: '',
        url: 'https://shop.example.com/hooks/latchkey',
        events: ['license.assigned', 'license.expired'],
      },
    },
    async (asked) => {
      const outcome = await createEndpoint(asked.call, asked.environment, asked.body);
      if (!outcome.ok) return outcome;
      const webhook = view(await webhookOf(asked, outcome.endpointId));
      const { revision, location, status } = revisedReply(webhook, '/v1/manage/webhooks');
      return {
        body: { webhook, secret: outcome.secret },
        ...present({ revision, location, status }),
      };
    },
  ),
  route(
    {
      ...READ,
      path: at,
      id: 'getWebhook',
      tag,
      scope,
      summary: 'Get a webhook endpoint',
      params,
      answer: ManagedWebhook,
      etag: 'given',
      refuses: [404],
    },
    (asked) => reply(asked, asked.params.webhookId),
  ),
  route(
    {
      ...write,
      method: 'patch',
      path: at,
      id: 'editWebhook',
      summary: 'Edit a webhook endpoint',
      description: 'What is absent stays as it is.',
      params,
      body: EditWebhook,
      answer: ManagedWebhook,
      etag: 'if-match',
      refuses: [404, 412, 422],
      example: { events: null },
    },
    (asked) => {
      const { revision, body } = asked;
      const changes = present(body);
      return afterCommand(asked, asked.params.webhookId, () => ({ type: 'edit', revision, changes }));
    },
  ),
  ...(['enable', 'disable'] as const).map((type) =>
    route(
      {
        ...write,
        method: 'post',
        path: `${at}/${type}`,
        id: `${type}Webhook`,
        summary: type === 'enable' ? 'Tell an endpoint again' : 'Tell an endpoint nothing more',
        ...(type === 'disable' && { description: 'What waits for it is given up; a replay brings it back.' }),
        params,
        answer: ManagedWebhook,
        etag: 'given',
        refuses: [404],
      },
      (asked) => afterCommand(asked, asked.params.webhookId, () => ({ type })),
    ),
  ),
  route(
    {
      ...write,
      method: 'delete',
      path: at,
      id: 'deleteWebhook',
      summary: 'Delete a webhook endpoint',
      description: 'Its deliveries stay in the log.',
      params,
      answer: null,
      status: 204,
      refuses: [404],
    },
    (asked) =>
      afterCommand(asked, asked.params.webhookId, ({ name }) => ({ type: 'delete', confirmation: name })),
  ),
];
