import { onSchedule } from 'firebase-functions/scheduler';
import { REGION } from '../config.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { remindCustomers } from '../operations/mail/remindCustomers.ts';
import { everyEnvironment } from './everyEnvironment.ts';

/** Reminders of what is about to expire; they leave with the outbox. */
export const sendReminders = onSchedule(
  {
    schedule: 'every 1 hours',
    region: REGION,
    secrets: [...SECRETS],
    memory: '512MiB',
    timeoutSeconds: 300,
  },
  () => everyEnvironment('reminders', remindCustomers),
);
