import type { GoodRequests, ManageBench } from './manageBench.ts';

const facts = {
  name: 'Receiver',
  description: '',
  url: 'https://hooks.example.com/in',
  events: ['license.created'],
};

/** Endpoints and what they are told. There is one for most of them, as an environment has 50 at most. */
export function goodWebhookRequests({ ask, key, move }: ManageBench): GoodRequests {
  const fresh = async () => {
    const answer = await ask('POST', '/webhooks', { key, body: facts });
    const { webhook } = answer.body as { webhook: { id: string } };
    return { webhookId: webhook.id };
  };
  let known: Promise<{ webhookId: string }> | undefined;
  const webhook = async () => {
    const ids = await (known ??= fresh());
    await move(`/webhooks/${ids.webhookId}/enable`);
    return ids;
  };
  const delivery = async () => {
    const { webhookId } = await webhook();
    const answer = await ask('POST', `/webhooks/${webhookId}/test`, { key });
    return { deliveryId: String(answer.body['id']) };
  };
  return {
    listWebhooks: async () => ({ query: '?status=enabled' }),
    createWebhook: async () => ({ body: facts }),
    getWebhook: async () => ({ ids: await webhook() }),
    editWebhook: async () => ({ ids: await webhook(), body: { events: null } }),
    enableWebhook: async () => ({ ids: await webhook() }),
    disableWebhook: async () => ({ ids: await webhook() }),
    deleteWebhook: async () => ({ ids: await fresh() }),
    testWebhook: async () => ({ ids: await webhook() }),
    rotateWebhookSecret: async () => ({ ids: await webhook(), body: { overlapHours: 24 } }),
    replayWebhook: async () => ({ ids: await webhook(), body: { since: '2026-01-01T00:00:00Z' } }),
    listDeliveries: async () => ({ query: '?event=webhook.test&status=delivered' }),
    getDelivery: async () => ({ ids: await delivery() }),
    replayDelivery: async () => ({ ids: await delivery() }),
  };
}
