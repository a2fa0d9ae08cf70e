import { onSchedule } from 'firebase-functions/scheduler';
import { REGION } from '../config.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { logError } from '../log.ts';
import { detectAbuse as detect } from '../operations/abuse/detectAbuse.ts';
import { everyEnvironment } from './everyEnvironment.ts';

/** Abuse rules, over whatever happened since the last look; what a process has seen itself it looks at itself. */
export const detectAbuse = onSchedule(
  {
    schedule: 'every 1 minutes',
    region: REGION,
    secrets: [...SECRETS],
    memory: '512MiB',
    timeoutSeconds: 300,
  },
  () =>
    everyEnvironment('abuse rules', (call, environment, until) =>
      detect(call, environment, until, (error) => {
        logError('abuse rules broke', error, { environment });
      }),
    ),
);
