import type { Environment } from '@latchkey/domain/environment';
import type { ReplayWebhooksWork } from '@latchkey/domain/job/webhookWork';
import type { WebhookRefusal } from '@latchkey/domain/webhook/refusals';
import { refuseWebhook } from '@latchkey/domain/webhook/refusals';
import { webhookPath } from '../../firestore/collections.ts';
import type { Call } from '../context.ts';
import { startJob } from '../jobs/startJob.ts';
import { toEndpoint } from './records.ts';
import { replayRefusal } from './replayDelivery.ts';

/**
 * Puts down the job that tells an endpoint again of everything since a moment. It goes by the audit log, so
 * that it also brings what happened while the endpoint was disabled, or before there was one.
 */
export async function startReplay(
  call: Call,
  environment: Environment,
  { endpointId, since, deliveredToo }: Pick<ReplayWebhooksWork, 'endpointId' | 'since' | 'deliveredToo'>,
): Promise<{ ok: true; jobId: string } | WebhookRefusal> {
  if (since >= call.now) return refuseWebhook('SINCE_IN_FUTURE', 'Choose a moment that is over.');
  const [snapshot] = await call.store.getAll<never>([webhookPath(environment, endpointId)]);
  const endpoint = toEndpoint(environment, snapshot)?.record;
  const refusal = replayRefusal(endpoint);
  if (refusal || !endpoint) return refusal ?? refuseWebhook('NOT_FOUND', 'There is no such endpoint.');
  const span = { since, until: call.now, deliveredToo };
  const work: ReplayWebhooksWork = {
    kind: 'replay-webhooks',
    endpointId,
    endpointName: endpoint.name,
    ...span,
  };
  const prepared = { work, total: null, pages: [], allPlanned: false, hidden: null };
  return { ok: true, jobId: await startJob(call, environment, prepared) };
}
