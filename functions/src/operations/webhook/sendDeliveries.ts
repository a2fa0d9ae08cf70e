import type { Environment } from '@latchkey/domain/environment';
import type { WebhookDelivery } from '@latchkey/domain/webhook/delivery';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import { envPath } from '../../firestore/collections.ts';
import type { Versioned } from '../../firestore/records.ts';
import type { Snapshot } from '../../firestore/store.ts';
import type { Call, Tools } from '../context.ts';
import type { AttemptEnd } from './attemptDelivery.ts';
import { attemptDelivery } from './attemptDelivery.ts';
import type { StoredWebhookSecrets } from './records.ts';
import { enabledEndpoints, toDelivery, webhookSecretsPath } from './records.ts';

const PAGE = 20;
/** Attempts at the same time, of one endpoint. */
const WIDTH = 5;
/** After so many failures in a row an endpoint is left alone until the next run. */
const PATIENCE = 5;

export interface SendSurroundings {
  /** Read again for each attempt: a run outlives its first moment. */
  readonly clock: () => Date;
  /** True when the run has to end; the next one goes on. */
  readonly until: () => boolean;
  readonly report: (error: unknown, endpointId: string) => void;
}

export interface SendResult {
  readonly delivered: number;
  readonly failed: number;
}

/**
 * Sends what is due, each endpoint in a lane of its own, so that a receiver that hangs holds up nobody else.
 * Any number of processes may do so at once; each delivery is in the hands of one.
 */
export async function sendDeliveries(
  tools: Tools,
  environment: Environment,
  around: SendSurroundings,
): Promise<SendResult> {
  const endpoints = await enabledEndpoints(tools.store, environment);
  const awake = endpoints.map(({ record }) => record).filter((one) => !isPaused(one, around.clock()));
  const ends = await Promise.all(
    awake.map((endpoint) =>
      lane(tools, endpoint, around).catch((error: unknown) => {
        around.report(error, endpoint.id);
        return [] as AttemptEnd[];
      }),
    ),
  );
  const all = ends.flat();
  const delivered = all.filter((end) => end === 'delivered').length;
  const elsewhere = all.filter((end) => end === 'elsewhere').length;
  return { delivered, failed: all.length - delivered - elsewhere };
}

function isPaused({ pausedUntil }: WebhookEndpoint, now: Date): boolean {
  return pausedUntil !== null && pausedUntil > now;
}

async function lane(
  tools: Tools,
  endpoint: WebhookEndpoint,
  { clock, until }: SendSurroundings,
): Promise<AttemptEnd[]> {
  const { environment, id } = endpoint;
  const ends: AttemptEnd[] = [];
  let secrets: StoredWebhookSecrets | undefined;
  while (!until()) {
    const due = await dueDeliveries(tools, endpoint, clock());
    if (due.length === 0) break;
    secrets ??= await readSecrets(tools, environment, id);
    const queue = due.values();
    const worker = async (signing: StoredWebhookSecrets): Promise<void> => {
      for (const delivery of queue) {
        if (until() || isTired(ends)) return;
        const call: Call = {
          ...tools,
          now: clock(),
          requestId: delivery.record.id,
          actor: { kind: 'clock' },
        };
        ends.push(await attemptDelivery(call, endpoint, signing, delivery, clock));
      }
    };
    const signing = secrets;
    await Promise.all(Array.from({ length: WIDTH }, () => worker(signing)));
    if (isTired(ends) || due.length < PAGE) break;
  }
  return ends;
}

/** The receiver asked for a pause, is gone, or fails again and again. */
function isTired(ends: readonly AttemptEnd[]): boolean {
  if (ends.includes('pause') || ends.includes('disabled')) return true;
  return ends.length >= PATIENCE && ends.slice(-PATIENCE).every((end) => end === 'failed');
}

/** In the order in which they fall due, which for first attempts is that of the events. */
async function dueDeliveries(
  { store }: Tools,
  { environment, id }: WebhookEndpoint,
  now: Date,
): Promise<Versioned<WebhookDelivery>[]> {
  const found = await store.query<never>({
    parent: envPath(environment),
    collection: 'deliveries',
    where: [
      ['endpointId', '==', id],
      ['nextAt', '<=', now],
    ],
    orderBy: [['nextAt', 'asc']],
    limit: PAGE,
  });
  return found.flatMap((snapshot) => toDelivery(environment, snapshot) ?? []);
}

async function readSecrets(
  { store }: Tools,
  environment: Environment,
  endpointId: string,
): Promise<StoredWebhookSecrets> {
  const [snapshot] = await store.getAll<StoredWebhookSecrets>([webhookSecretsPath(environment, endpointId)]);
  const { data } = snapshot as Snapshot<StoredWebhookSecrets>;
  if (data === undefined) throw new Error('an endpoint without secrets');
  return data;
}
