import type { WebhookAttempt, WebhookDelivery } from '@latchkey/domain/webhook/delivery';
import type { EndpointFacts } from '@latchkey/domain/webhook/decide';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import { envPath, webhookPath } from '@latchkey/functions/firestore/collections';
import { listenersMemory } from '@latchkey/functions/firestore/listeners';
import type { Call, Tools } from '@latchkey/functions/operations/context';
import { drainOutbox } from '@latchkey/functions/operations/drainOutbox';
import { createEndpoint } from '@latchkey/functions/operations/webhook/createEndpoint';
import type { SendResult } from '@latchkey/functions/operations/webhook/sendDeliveries';
import { sendDeliveries } from '@latchkey/functions/operations/webhook/sendDeliveries';
import type {
  SentMessage,
  WebhookMessage,
  WebhookSender,
} from '@latchkey/functions/operations/webhook/sender';
import { noAccounts } from './noAccounts.ts';
import type { World } from './world.ts';
import { CLOCK, OWNER } from './world.ts';

/** How a receiver answers a message; a number alone is an answer without anything. */
export type Answering = (message: WebhookMessage) => number | Partial<SentMessage>;

/** A receiver without a network: it remembers what it got and answers as the test says. */
export interface Receiver {
  readonly got: WebhookMessage[];
  answer: Answering;
  readonly sender: WebhookSender;
}

export function receiver(answer: Answering = () => 200): Receiver {
  const got: WebhookMessage[] = [];
  const it: Receiver = {
    got,
    answer,
    sender: {
      localOrigin: null,
      send(message) {
        got.push(message);
        const said = it.answer(message);
        const blank = { requestHeaders: {}, responseHeaders: {}, responseBody: '', responseCut: false };
        const outcome = typeof said === 'number' ? { status: said } : said;
        return Promise.resolve({ ...blank, tookMs: 1, status: null, problem: null, ...outcome });
      },
    },
  };
  return it;
}

/** What a process of its own holds: it knows nothing of who listens until it has asked. */
export function hookTools(world: World, sender: WebhookSender): Tools {
  // Mail is not what these tests are about: it is taken and forgotten, its record stays.
  const post = { appUrl: () => 'https://app.example', smtp: () => Promise.resolve() };
  return { ...world.tools, listeners: listenersMemory(), sender, post };
}

export function callOf(tools: Tools, by: { actor?: Call['actor']; now?: Date } = {}): Call {
  return { ...tools, actor: by.actor ?? OWNER, now: by.now ?? new Date(), requestId: tools.newId() };
}

/** An endpoint as the door makes it; everything is told to it unless the facts say less. */
export async function anEndpoint(
  tools: Tools,
  facts: Partial<EndpointFacts> = {},
  now = new Date(),
): Promise<{ readonly id: string; readonly secret: string }> {
  const blank = { name: 'Receiver', description: '', url: 'https://hooks.example.com/in', events: null };
  const made = await createEndpoint(callOf(tools, { now }), 'production', { ...blank, ...facts });
  if (!made.ok) throw new Error(`${made.code}: ${made.reason}`);
  return { id: made.endpointId, secret: made.secret };
}

/** One tick of the clock, as drainOutboxes makes it. */
export async function tick(tools: Tools, now: Date): Promise<SendResult> {
  const fail = (error: unknown): void => {
    throw error instanceof Error ? error : new Error('the tick failed');
  };
  const call = callOf(tools, { actor: CLOCK, now });
  await drainOutbox(call, noAccounts, 'production', () => false, fail);
  return sendDeliveries(tools, 'production', { clock: () => now, until: () => false, report: fail });
}

const ALL = 20_000;

export async function deliveriesOf(world: World, endpointId?: string): Promise<WebhookDelivery[]> {
  const found = await world.store.query<Omit<WebhookDelivery, 'id' | 'environment'>>({
    parent: envPath('production'),
    collection: 'deliveries',
    where: endpointId === undefined ? [] : [['endpointId', '==', endpointId]],
    limit: ALL,
  });
  return found.flatMap(({ id, data }) => (data ? [{ ...data, id, environment: 'production' as const }] : []));
}

export async function attemptsOf(world: World, deliveryId: string): Promise<WebhookAttempt[]> {
  const found = await world.store.query<WebhookAttempt>({
    parent: `${envPath('production')}/deliveries/${deliveryId}`,
    collection: 'attempts',
    limit: ALL,
  });
  return found.flatMap(({ data }) => data ?? []);
}

export async function endpointOf(world: World, id: string): Promise<WebhookEndpoint | undefined> {
  const [snapshot] = await world.store.getAll<WebhookEndpoint>([webhookPath('production', id)]);
  return snapshot?.data;
}
