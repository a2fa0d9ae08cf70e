import { onSchedule } from 'firebase-functions/scheduler';
import { firebaseAccounts } from '../auth/firebaseAccounts.ts';
import { REGION, config } from '../config.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { logError } from '../log.ts';
import { drainOutbox } from '../operations/drainOutbox.ts';
import { sendDeliveries } from '../operations/webhook/sendDeliveries.ts';
import { everyEnvironment } from './everyEnvironment.ts';

const SENDING = 40_000;

/** What commits left behind and no nudge has done yet, and the webhooks that are due. */
export const drainOutboxes = onSchedule(
  {
    schedule: 'every 1 minutes',
    region: REGION,
    secrets: [...SECRETS],
    memory: '512MiB',
    timeoutSeconds: 300,
  },
  async () => {
    const accounts = await firebaseAccounts(config().projectId);
    await everyEnvironment('outbox', (call, environment, until) =>
      drainOutbox(call, accounts, environment, until, (error, work) => {
        logError('outbox work failed', error, { work, environment });
      }),
    );
    // Another tick comes within the minute: receivers that hang must not keep this one.
    const deadline = Date.now() + SENDING;
    await everyEnvironment('webhooks', ({ actor: _actor, ...tools }, environment, until) =>
      sendDeliveries(tools, environment, {
        clock: () => new Date(),
        until: () => until() || Date.now() > deadline,
        report: (error, endpointId) => logError('webhooks failed', error, { environment, endpointId }),
      }),
    );
  },
);
