import {
  mdiAlertCircleOutline,
  mdiCancel,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiProgressClock,
} from '@mdi/js';
import type { JobRow, JobStatus } from '@latchkey/domain/job/job';
import type { StateLook } from '../ui/stateLook.ts';

/** The one look of each state of a job. */
export const JOB_LOOK: Readonly<Record<JobStatus, StateLook>> = {
  queued: { word: 'Queued', tone: 'grey', icon: mdiClockOutline, outlined: false },
  running: { word: 'Running', tone: 'blue', icon: mdiProgressClock, outlined: false },
  done: { word: 'Done', tone: 'green', icon: mdiCheckCircleOutline, outlined: false },
  failed: { word: 'Failed', tone: 'red', icon: mdiAlertCircleOutline, outlined: false },
  cancelled: { word: 'Cancelled', tone: 'grey', icon: mdiCancel, outlined: true },
};

/** What came of one row. */
export const OUTCOME_LOOK: Readonly<Record<JobRow['outcome'], StateLook>> = {
  done: { word: 'Done', tone: 'green', icon: mdiCheckCircleOutline, outlined: false },
  refused: { word: 'Refused', tone: 'amber', icon: mdiAlertCircleOutline, outlined: false },
};
