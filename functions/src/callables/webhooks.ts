import type {
  CommandWebhookAnswer,
  CreateWebhookAnswer,
  ReplayDeliveryAnswer,
  ReplayWebhooksAnswer,
  RotateWebhookSecretAnswer,
  TestWebhookAnswer,
} from '@latchkey/domain/wire/console/webhooks';
import {
  CommandWebhookRequest,
  CreateWebhookRequest,
  ReplayDeliveryRequest,
  ReplayWebhooksRequest,
  RotateWebhookSecretRequest,
  TestWebhookRequest,
} from '@latchkey/domain/wire/console/webhooks';
import type { EndpointCommand } from '@latchkey/domain/webhook/decide';
import type { WebhookCommandInput } from '@latchkey/domain/wire/console/webhooks';
import { commandEndpoint } from '../operations/webhook/commandEndpoint.ts';
import { createEndpoint } from '../operations/webhook/createEndpoint.ts';
import { replayDelivery } from '../operations/webhook/replayDelivery.ts';
import { rotateSecret } from '../operations/webhook/rotateSecret.ts';
import { startReplay } from '../operations/webhook/startReplay.ts';
import { testEndpoint } from '../operations/webhook/testEndpoint.ts';
import { enqueueJob } from '../queue/jobQueue.ts';
import { enqueueSending } from '../queue/webhookQueue.ts';
import { newCall } from '../tools.ts';
import { consolePerson, freshConsolePerson } from './caller.ts';
import { door } from './door.ts';
import { nudge } from './nudge.ts';

/** A new endpoint; the answer is the only time that its secret is told. */
export const createWebhook = door(
  CreateWebhookRequest,
  async ({ environment, facts }, request, requestId): Promise<CreateWebhookAnswer> => {
    const actor = await consolePerson(request, environment, 'integrations.write');
    return createEndpoint(newCall(actor, requestId), environment, facts);
  },
);

/** Everything that can be done to an endpoint but its secret; deleting asks for a fresh sign-in. */
export const commandWebhook = door(
  CommandWebhookRequest,
  async ({ environment, endpointId, command }, request, requestId): Promise<CommandWebhookAnswer> => {
    const caller =
      command.type === 'delete'
        ? await freshConsolePerson(request, environment, 'integrations.write')
        : ({ ok: true, actor: await consolePerson(request, environment, 'integrations.write') } as const);
    if (!caller.ok) return caller;
    const call = newCall(caller.actor, requestId);
    const outcome = await commandEndpoint(call, environment, endpointId, toCommand(command));
    if (outcome.ok) await nudge(call, environment);
    return outcome;
  },
);

/** A new secret, shown once; asks for a fresh sign-in. */
export const rotateWebhookSecret = door(
  RotateWebhookSecretRequest,
  async (
    { environment, endpointId, overlapHours },
    request,
    requestId,
  ): Promise<RotateWebhookSecretAnswer> => {
    const caller = await freshConsolePerson(request, environment, 'integrations.write');
    if (!caller.ok) return caller;
    return rotateSecret(newCall(caller.actor, requestId), environment, endpointId, overlapHours);
  },
);

/** An example, sent while the caller waits. */
export const testWebhook = door(
  TestWebhookRequest,
  async ({ environment, endpointId }, request, requestId): Promise<TestWebhookAnswer> => {
    const actor = await consolePerson(request, environment, 'integrations.write');
    return testEndpoint(newCall(actor, requestId), environment, endpointId);
  },
);

/** One delivery once more. */
export const replayWebhook = door(
  ReplayDeliveryRequest,
  async ({ environment, deliveryId }, request, requestId): Promise<ReplayDeliveryAnswer> => {
    const actor = await consolePerson(request, environment, 'integrations.write');
    const outcome = await replayDelivery(newCall(actor, requestId), environment, deliveryId);
    if (outcome.ok) await enqueueSending({ environment });
    return outcome;
  },
);

/** Everything since a moment once more, as a job. */
export const replayWebhooksSince = door(
  ReplayWebhooksRequest,
  async ({ environment, since, ...asked }, request, requestId): Promise<ReplayWebhooksAnswer> => {
    const actor = await consolePerson(request, environment, 'integrations.write');
    const span = { ...asked, since: new Date(since) };
    const started = await startReplay(newCall(actor, requestId), environment, span);
    if (started.ok) await enqueueJob({ environment, jobId: started.jobId });
    return started;
  },
);

function toCommand(input: WebhookCommandInput): EndpointCommand {
  if (input.type !== 'edit') return input;
  const { name, description, url, events } = input.changes;
  const changes = {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(url !== undefined && { url }),
    ...(events !== undefined && { events }),
  };
  return { type: 'edit', revision: input.revision, changes };
}
