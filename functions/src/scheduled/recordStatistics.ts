import { onSchedule } from 'firebase-functions/scheduler';
import { REGION } from '../config.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { recordTotals } from '../operations/stats/recordTotals.ts';
import { everyEnvironment } from './everyEnvironment.ts';

/** What there is, once an hour; the last of a day stays. */
export const recordStatistics = onSchedule(
  {
    schedule: 'every 60 minutes',
    region: REGION,
    secrets: [...SECRETS],
    memory: '512MiB',
    timeoutSeconds: 300,
  },
  () => everyEnvironment('statistics', recordTotals),
);
