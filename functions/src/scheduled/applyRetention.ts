import { onSchedule } from 'firebase-functions/scheduler';
import { REGION } from '../config.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { applyRetention as apply } from '../operations/retention/applyRetention.ts';
import { everyEnvironment } from './everyEnvironment.ts';

/** Deletes by age, in the hours when fewest people work. */
export const applyRetention = onSchedule(
  {
    schedule: 'every day 02:00',
    timeZone: 'Etc/UTC',
    region: REGION,
    secrets: [...SECRETS],
    memory: '512MiB',
    timeoutSeconds: 300,
  },
  () => everyEnvironment('retention', apply),
);
