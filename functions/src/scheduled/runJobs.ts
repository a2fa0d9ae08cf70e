import { setTimeout as pause } from 'node:timers/promises';
import { onSchedule } from 'firebase-functions/scheduler';
import { REGION } from '../config.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { logError } from '../log.ts';
import { runDueJobs } from '../operations/jobs/runDueJobs.ts';
import { everyEnvironment } from './everyEnvironment.ts';

/** Jobs that the queue lost, or whose runner fell silent. */
export const runJobs = onSchedule(
  {
    schedule: 'every 1 minutes',
    region: REGION,
    secrets: [...SECRETS],
    memory: '512MiB',
    timeoutSeconds: 300,
  },
  () =>
    everyEnvironment('jobs', (call, environment, until) =>
      runDueJobs(call, environment, {
        clock: () => new Date(),
        until,
        pause,
        report: (error, what) => logError('job broke', error, { environment, what }),
      }),
    ),
);
