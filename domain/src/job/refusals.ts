/** Why a job was not started, stopped or retried. Stable codes; nothing has changed. */
export type JobRefusalCode =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'JOB_ENDED'
  | 'JOB_HAS_TO_END'
  | 'JOB_NOT_STOPPED'
  | 'CONFIRMATION_MISMATCH'
  | 'IMPORT_STARTED'
  | 'IMPORT_INCOMPLETE'
  | 'CHECK_NOT_DONE';

export interface JobRefusal {
  readonly ok: false;
  readonly code: JobRefusalCode;
  readonly reason: string;
}

export function refuseJob(code: JobRefusalCode, reason: string): JobRefusal {
  return { ok: false, code, reason };
}
