import type { AuditAction } from '@latchkey/domain/audit/event';
import type { Environment } from '@latchkey/domain/environment';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import { hears, MAX_ENDPOINTS } from '@latchkey/domain/webhook/endpoint';
import { webhookEventOf } from '@latchkey/domain/webhook/events';
import { envPath } from './collections.ts';
import type { Store } from './store.ts';

/** How long a process may go by what it has read (decisions.md, Numbers). */
export const LISTENERS_LIFE_MS = 30_000;

/** Tells a commit whether its events may interest an endpoint, without a read in its way. */
export interface Listeners {
  /** False only where it is known, by a read of the last 30 seconds, that nobody listens. */
  mayHear(store: Store, environment: Environment, actions: readonly AuditAction[]): boolean;
}

type Subscription = Pick<WebhookEndpoint, 'status' | 'events'>;

interface Remembered {
  subscriptions: readonly Subscription[];
  readAt: number;
  reading: boolean;
}

/**
 * What this process knows of the endpoints' subscriptions. While it does not know, the answer is yes: that costs
 * an entry of the outbox which turns out to be about nothing, and no event is lost. What is older than 30
 * seconds is read again in the background, for the commits to come.
 */
export function listenersMemory(clock: () => number = () => performance.now()): Listeners {
  const memory = new Map<Environment, Remembered>();

  async function refresh(store: Store, environment: Environment, known: Remembered): Promise<void> {
    known.reading = true;
    // The moment before the read: what is made while it is under way may be missing in it.
    const readAt = clock();
    try {
      const found = await store.query<Subscription>({
        parent: envPath(environment),
        collection: 'webhooks',
        where: [['status', '==', 'enabled']],
        limit: 2 * MAX_ENDPOINTS,
        select: ['status', 'events'],
      });
      known.subscriptions = found.flatMap(({ data }) => data ?? []);
      known.readAt = readAt;
    } finally {
      known.reading = false;
    }
  }

  return {
    mayHear(store, environment, actions) {
      const events = actions.flatMap((action) => webhookEventOf(action) ?? []);
      if (events.length === 0) return false;
      const known = memory.get(environment) ?? { subscriptions: [], readAt: -Infinity, reading: false };
      memory.set(environment, known);
      if (clock() - known.readAt < LISTENERS_LIFE_MS) {
        return events.some((event) => known.subscriptions.some((one) => hears(one, event)));
      }
      // An outage leaves it unknown, which is on the safe side.
      if (!known.reading) refresh(store, environment, known).catch(() => undefined);
      return true;
    },
  };
}
