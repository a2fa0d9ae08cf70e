import { onSchedule } from 'firebase-functions/scheduler';
import { firebaseAccounts } from '../auth/firebaseAccounts.ts';
import { REGION, config } from '../config.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { logError } from '../log.ts';
import { drainOutbox } from '../operations/drainOutbox.ts';
import { everyEnvironment } from './everyEnvironment.ts';

/** What commits left behind and no nudge has done yet. */
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
  },
);
