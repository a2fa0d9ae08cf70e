import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { JobRow } from '@latchkey/domain/job/job';
import type { ReplayWebhooksWork } from '@latchkey/domain/job/webhookWork';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import { hears } from '@latchkey/domain/webhook/endpoint';
import { webhookEventOf } from '@latchkey/domain/webhook/events';
import { auditPath, deliveryPath, envPath, webhookPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Versioned } from '../../firestore/records.ts';
import type { Snapshot, Write } from '../../firestore/store.ts';
import { unchanged } from '../../firestore/store.ts';
import { toEvents } from '../webhook/fanOut.ts';
import { putDown, waiting } from '../webhook/putDown.ts';
import type { StoredDelivery } from '../webhook/records.ts';
import { deliveryIdOf, toEndpoint } from '../webhook/records.ts';
import { replayRefusal } from '../webhook/replayDelivery.ts';
import { JobHalt } from './jobHalt.ts';
import type { JobKindRunner, JobStep } from './kind.ts';

const PAGE = 100;

/** One page: events of the audit log that the endpoint wants to be told of. */
interface ReplayPage {
  readonly ids: readonly string[];
}

/**
 * Goes through the audit log from a moment on and makes a delivery due for each event that the endpoint wants:
 * a new one where there is none, the old one, under its old id, where there is. A page that is carried out again
 * finds its deliveries waiting and leaves them.
 */
export function replayWebhooks(work: ReplayWebhooksWork): JobKindRunner {
  return {
    begin: () => Promise.resolve({ ok: true, total: null }),

    async nextPage(step, cursor) {
      const endpoint = await endpointOf(step, work);
      const found = await eventsFrom(step, work, cursor);
      const wanted = toEvents(found).filter(({ action }) => {
        const type = webhookEventOf(action);
        return type !== null && hears(endpoint.record, type);
      });
      const input: ReplayPage = { ids: wanted.map(({ id }) => id) };
      const last = found.length < PAGE;
      const next = found.at(-1);
      return { ok: true, input, cursor: next ? cursorOf(next) : cursor, last };
    },

    carryOut: (step, input) => carryOut(step, work, (input as ReplayPage).ids),

    sizeOf: (input) => (input as ReplayPage).ids.length,
  };
}

async function endpointOf(
  { call, job }: JobStep,
  { endpointId }: ReplayWebhooksWork,
): Promise<Versioned<WebhookEndpoint>> {
  const [snapshot] = await call.store.getAll<never>([webhookPath(job.environment, endpointId)]);
  const endpoint = toEndpoint(job.environment, snapshot);
  const refusal = replayRefusal(endpoint?.record);
  if (refusal || !endpoint) throw new JobHalt(refusal?.reason ?? 'The endpoint is gone.');
  return endpoint;
}

function eventsFrom(
  { call, job: { environment } }: JobStep,
  { since, until }: ReplayWebhooksWork,
  cursor: string | null,
): Promise<Snapshot<never>[]> {
  const [at = '', id = ''] = cursor?.split('|') ?? [];
  return call.store.query<never>({
    parent: envPath(environment),
    collection: 'audit',
    where: [
      ['at', '>=', since],
      ['at', '<', until],
    ],
    orderBy: [
      ['at', 'asc'],
      ['__name__', 'asc'],
    ],
    limit: PAGE,
    ...(cursor !== null && { startAfter: [new Date(at), auditPath(environment, id)] }),
  });
}

function cursorOf(snapshot: Snapshot<never>): string {
  const { at } = snapshot.data as unknown as AuditEvent;
  return `${at.toISOString()}|${snapshot.id}`;
}

async function carryOut(step: JobStep, work: ReplayWebhooksWork, ids: readonly string[]): Promise<JobRow[]> {
  const { call, job } = step;
  const { environment } = job;
  return withRetry(webhookPath(environment, work.endpointId), async () => {
    const endpoint = await endpointOf(step, work);
    const events = toEvents(await call.store.getAll<never>(ids.map((id) => auditPath(environment, id))));
    await putDown(call, environment, [endpoint], events);
    const paths = events.map(({ id }) => deliveryPath(environment, deliveryIdOf(call, work.endpointId, id)));
    const deliveries = await call.store.getAll<StoredDelivery>(paths, ['status']);
    const again = deliveries.filter(({ data }) => isDue(data, work));
    await call.store.commit(
      again.map((one): Write => {
        return { kind: 'update', path: one.path, data: waiting(call.now), if: unchanged(one) };
      }),
    );
    return events.map((event, index) => rowOf(event, deliveries[index]?.data, work));
  });
}

function isDue(delivery: Pick<StoredDelivery, 'status'> | undefined, { deliveredToo }: ReplayWebhooksWork) {
  return delivery?.status === 'failed' || (deliveredToo && delivery?.status === 'delivered');
}

function rowOf(
  { licenseId, keyHint }: AuditEvent,
  delivery: Pick<StoredDelivery, 'status'> | undefined,
  { deliveredToo }: ReplayWebhooksWork,
): JobRow {
  const left = delivery?.status === 'delivered' && !deliveredToo;
  return {
    licenseId,
    keyHint,
    outcome: 'done',
    code: left ? 'DELIVERED_BEFORE' : 'REPLAYED',
    sentence: left ? 'It was delivered before and is left alone.' : 'It is sent again.',
  };
}
