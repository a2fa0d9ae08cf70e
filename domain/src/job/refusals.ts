/** Why a job was not started, stopped or retried. Stable codes; nothing has changed. */
export type JobRefusalCode = 'JOB_NOT_FOUND' | 'JOB_ENDED' | 'JOB_NOT_STOPPED' | 'CONFIRMATION_MISMATCH';

export interface JobRefusal {
  readonly ok: false;
  readonly code: JobRefusalCode;
  readonly reason: string;
}

export function refuseJob(code: JobRefusalCode, reason: string): JobRefusal {
  return { ok: false, code, reason };
}
