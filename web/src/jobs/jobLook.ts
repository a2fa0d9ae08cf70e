import {
  mdiAlertCircleOutline,
  mdiCancel,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiEqual,
  mdiProgressClock,
} from '@mdi/js';
import type { Job, JobRow, JobStatus } from '@latchkey/domain/job/job';
import type { StateLook } from '../ui/stateLook.ts';

/** The one look of each state of a job. */
export const JOB_LOOK: Readonly<Record<JobStatus, StateLook>> = {
  queued: { word: 'Queued', tone: 'grey', icon: mdiClockOutline, outlined: false },
  running: { word: 'Running', tone: 'blue', icon: mdiProgressClock, outlined: false },
  done: { word: 'Done', tone: 'green', icon: mdiCheckCircleOutline, outlined: false },
  failed: { word: 'Failed', tone: 'red', icon: mdiAlertCircleOutline, outlined: false },
  cancelled: { word: 'Cancelled', tone: 'grey', icon: mdiCancel, outlined: true },
};

/** What came of one row: rows of a file say what they do, or in a dry run would do. */
export function outcomeLook(row: Pick<JobRow, 'outcome' | 'code'>, work: Job['work']): StateLook {
  if (work.kind !== 'import' || row.outcome === 'refused') return OUTCOME_LOOK[row.outcome];
  if (row.code === 'ALREADY_SO') return { word: 'Already so', tone: 'grey', icon: mdiEqual, outlined: true };
  const verb = row.code === 'ASSIGN_LICENSE' ? 'Assign' : 'Create';
  return { ...OUTCOME_LOOK.done, word: work.mode === 'check' ? verb : VERB_DONE[verb] };
}

const VERB_DONE = { Assign: 'Assigned', Create: 'Created' } as const;

/** What came of one row. */
const OUTCOME_LOOK: Readonly<Record<JobRow['outcome'], StateLook>> = {
  done: { word: 'Done', tone: 'green', icon: mdiCheckCircleOutline, outlined: false },
  refused: { word: 'Refused', tone: 'amber', icon: mdiAlertCircleOutline, outlined: false },
};
