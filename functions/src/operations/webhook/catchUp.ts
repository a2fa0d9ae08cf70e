import type { Environment } from '@latchkey/domain/environment';
import { envPath, webhookPath } from '../../firestore/collections.ts';
import { LISTENERS_LIFE_MS } from '../../firestore/listeners.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Write } from '../../firestore/store.ts';
import { outboxWrite } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { toEvents } from './fanOut.ts';
import { putDown } from './putDown.ts';
import { toEndpoint } from './records.ts';

/** Some seconds more than processes may go by what they have read. */
const SPAN_MS = LISTENERS_LIFE_MS + 10_000;
/** By then, every commit of that span has arrived. */
const WAIT_MS = 2 * LISTENERS_LIFE_MS;
const PAGE = 100;

/**
 * Some processes do not know of a new subscription for up to 30 seconds and put nothing into the outbox. A
 * minute later the audit log of that time is gone through, so that an endpoint misses nothing from its first
 * moment on.
 */
export function catchUpWrite(call: Call, environment: Environment, endpointId: string): Write {
  const work = { kind: 'webhook-catch-up', endpointId, since: call.now } as const;
  const notBefore = new Date(call.now.getTime() + WAIT_MS);
  return outboxWrite(environment, call, work, undefined, notBefore);
}

export async function catchUp(
  call: Call,
  environment: Environment,
  endpointId: string,
  since: Date,
): Promise<void> {
  const end = new Date(since.getTime() + SPAN_MS);
  let after: readonly [Date, string] | null = null;
  for (;;) {
    const found: Awaited<ReturnType<typeof call.store.query<never>>> = await call.store.query<never>({
      parent: envPath(environment),
      collection: 'audit',
      where: [
        ['at', '>=', since],
        ['at', '<=', end],
      ],
      orderBy: [
        ['at', 'asc'],
        ['__name__', 'asc'],
      ],
      limit: PAGE,
      ...(after && { startAfter: after }),
    });
    const events = toEvents(found);
    const goesOn = await withRetry(webhookPath(environment, endpointId), async () => {
      const [snapshot] = await call.store.getAll<never>([webhookPath(environment, endpointId)]);
      const endpoint = toEndpoint(environment, snapshot);
      if (endpoint) await putDown(call, environment, [endpoint], events);
      return endpoint !== null;
    });
    const [last, path] = [events.at(-1), found.at(-1)?.path];
    if (!goesOn || found.length < PAGE || !last || path === undefined) return;
    after = [last.at, path];
  }
}
