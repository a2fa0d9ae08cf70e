import { onSchedule } from 'firebase-functions/scheduler';
import { REGION } from '../config.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { expireDueLicenses } from '../operations/expireDueLicenses.ts';
import { everyEnvironment } from './everyEnvironment.ts';

/** The expiry sweep. Decisions do not wait for it: they are made by the clock. */
export const expireLicenses = onSchedule(
  {
    schedule: 'every 10 minutes',
    region: REGION,
    secrets: [...SECRETS],
    memory: '512MiB',
    timeoutSeconds: 300,
  },
  () => everyEnvironment('expiry sweep', expireDueLicenses),
);
