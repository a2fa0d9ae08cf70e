import { isEnvironment } from '@latchkey/domain/environment';
import { onTaskDispatched } from 'firebase-functions/tasks';
import { REGION } from '../config.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { logError } from '../log.ts';
import { sendDeliveries } from '../operations/webhook/sendDeliveries.ts';
import type { SendingTask } from '../queue/webhookQueue.ts';
import { SENDING_SECONDS } from '../queue/webhookQueue.ts';
import { logRun } from '../runLog.ts';
import { sharedTools } from '../tools.ts';

/** Leaves room for the last answer before the function's own time limit. */
const BUDGET = (SENDING_SECONDS - 45) * 1000;

/** Deliveries that have just become due. What this does not reach, the next tick of the clock sends. */
export const sendWebhooks = onTaskDispatched<SendingTask>(
  {
    region: REGION,
    secrets: [...SECRETS],
    memory: '512MiB',
    timeoutSeconds: SENDING_SECONDS,
    retryConfig: { maxAttempts: 1 },
    rateLimits: { maxConcurrentDispatches: 3 },
  },
  async ({ data: { environment } }) => {
    if (!isEnvironment(environment)) throw new Error('not an environment');
    const deadline = Date.now() + BUDGET;
    const result = await sendDeliveries(sharedTools(), environment, {
      clock: () => new Date(),
      until: () => Date.now() > deadline,
      report: (error, endpointId) => logError('webhooks failed', error, { environment, endpointId }),
    });
    await logRun(environment, 'webhooks sent', { ...result });
  },
);
