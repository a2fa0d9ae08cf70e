import {
  mdiAlertCircleOutline,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiEmailFastOutline,
  mdiEmailOffOutline,
  mdiTrayArrowUp,
} from '@mdi/js';
import type { MailStatus } from '@latchkey/domain/mail/record';
import type { StateLook } from '../../ui/stateLook.ts';

/** The one look of what became of a mail. */
export const MAIL_LOOK: Readonly<Record<MailStatus, StateLook>> = {
  queued: { word: 'Waiting', tone: 'amber', icon: mdiClockOutline, outlined: true },
  sending: { word: 'Sending', tone: 'blue', icon: mdiEmailFastOutline, outlined: false },
  'handed-over': { word: 'Handed over', tone: 'blue', icon: mdiTrayArrowUp, outlined: false },
  sent: { word: 'Sent', tone: 'green', icon: mdiCheckCircleOutline, outlined: false },
  failed: { word: 'Failed', tone: 'red', icon: mdiAlertCircleOutline, outlined: false },
  skipped: { word: 'Not wanted', tone: 'grey', icon: mdiEmailOffOutline, outlined: true },
};
