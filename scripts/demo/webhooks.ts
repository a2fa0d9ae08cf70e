import type { AuditEvent } from '@latchkey/domain/audit/event';
import { webhookEventOf } from '@latchkey/domain/webhook/events';
import { envPath } from '@latchkey/functions/firestore/collections';
import type { Tools } from '@latchkey/functions/operations/context';
import { createEndpoint } from '@latchkey/functions/operations/webhook/createEndpoint';
import { fanOut } from '@latchkey/functions/operations/webhook/fanOut';
import { webhookSecretsPath } from '@latchkey/functions/operations/webhook/records';
import { sendDeliveries } from '@latchkey/functions/operations/webhook/sendDeliveries';
import type { SentMessage } from '@latchkey/functions/operations/webhook/sender';
import { DEMO_PATH, DEMO_SECRET } from '../stack/webhooks/receiver.ts';
import { before, callAt, DAY, DEMO_ADMIN, demoTools, draft } from './past.ts';

/** How many of the latest events were delivered before anybody looked. */
const TOLD = 24;

/**
 * Two endpoints: one that leads to the stack's own receiver, so that a newcomer sees deliveries happen, and one
 * whose receiver said good-bye. What they were told is put down and "sent" by the product's own operations, with
 * the answers that are written here.
 */
export async function seedWebhooks(now: Date): Promise<void> {
  const receiver = process.env['LATCHKEY_WEBHOOK_RECEIVER'];
  if (!receiver) return;
  const start = before(now, 30 * DAY);
  const call = callAt(start, DEMO_ADMIN);
  const demo = await createEndpoint(call, 'production', {
    name: 'Demo receiver',
    description: 'Runs beside this local Latchkey and shows what it gets.',
    url: `${receiver}${DEMO_PATH}`,
    events: null,
  });
  const billing = await createEndpoint(call, 'production', {
    name: 'Billing',
    description: 'Was replaced when billing moved.',
    url: 'https://billing.example.com/hooks/latchkey',
    events: ['license.created', 'license.suspended', 'license.revoked', 'activation.created'],
  });
  if (!demo.ok || !billing.ok) throw new Error('a demo endpoint was refused');
  const secrets = { current: DEMO_SECRET, old: null, oldUntil: null };
  await draft.commit([
    { kind: 'set', path: webhookSecretsPath('production', demo.endpointId), data: secrets },
  ]);
  for (const { id, at } of latestEvents(now)) {
    const moment = new Date(at.getTime() + 1500);
    await fanOut(callAt(moment, { kind: 'clock' }), 'production', [id]);
    await sendDeliveries(toolsThatAnswer(), 'production', {
      clock: () => moment,
      until: () => false,
      report: (error) => {
        throw error instanceof Error ? error : new Error('a demo delivery failed');
      },
    });
  }
  await forgetWork();
}

/** The newest events that anybody is told of, in the order in which they happened. */
function latestEvents(now: Date): readonly AuditEvent[] {
  const prefix = `${envPath('production')}/audit/`;
  const events = draft.documents().flatMap((write) => {
    if (write.kind !== 'set' || !write.path.startsWith(prefix)) return [];
    const event = { ...write.data, id: write.path.slice(prefix.length) } as AuditEvent;
    return webhookEventOf(event.action) === null || event.at > now ? [] : [event];
  });
  return events
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, TOLD)
    .reverse();
}

/** The receiver takes everything; the one of billing says that it is gone. */
function toolsThatAnswer(): Tools {
  const tools = demoTools();
  const { sender } = tools;
  return {
    ...tools,
    sender: {
      localOrigin: sender.localOrigin,
      send: (message) => {
        const isGone = message.url.includes('billing');
        return Promise.resolve({
          requestHeaders: {
            'content-type': 'application/json; charset=utf-8',
            'user-agent': 'Latchkey-Webhooks/1',
            'webhook-id': message.id,
            'webhook-timestamp': String(Math.floor(message.at.getTime() / 1000)),
          },
          tookMs: 40 + (message.body.length % 90),
          status: isGone ? 410 : 200,
          responseHeaders: { 'content-type': 'application/json' },
          responseBody: isGone ? 'This receiver has moved.' : '{"received":true}',
          responseCut: false,
          problem: null,
        } satisfies SentMessage);
      },
    },
  };
}

/** What the operations left behind for later is of the past. */
async function forgetWork(): Promise<void> {
  const kinds = ['webhook-catch-up', 'webhook-stop', 'webhook-events'];
  const prefix = `${envPath('production')}/outbox/`;
  const old = draft.documents().flatMap((write) => {
    if (write.kind !== 'set' || !write.path.startsWith(prefix)) return [];
    const { work } = write.data as { work?: { kind?: string } };
    return kinds.includes(work?.kind ?? '') ? [write.path] : [];
  });
  await draft.commit(old.map((path) => ({ kind: 'delete', path })));
}
