import type { Actor } from '../access/actor.ts';
import type { Job, JobProgress } from './job.ts';
import { hasEnded } from './job.ts';
import type { JobRefusal } from './refusals.ts';
import { refuseJob } from './refusals.ts';

/**
 * How long a runner may be silent before another one goes on. Short, so that what a dead process has left goes
 * on within seconds; a living one renews it while it works, however long its page takes.
 */
export const LEASE_MS = 3_000;
/** How often a living runner renews its lease; one renewal may get lost. */
export const HEARTBEAT_MS = 1_000;
/** Runs that may end without a finished page before a job is given up, and how long that has to go on. */
export const MAX_ATTEMPTS = 5;
export const GIVE_UP_AFTER_MS = 10 * 60_000;

type Fresh = Pick<Job, 'id' | 'environment' | 'work' | 'planned' | 'allPlanned'> & {
  readonly total: number | null;
  /** Where the page after those that are planned begins; absent = at the beginning. */
  readonly cursor?: string | null;
};

/** A job that waits for its first runner. */
export function newJob({ total, cursor = null, ...fresh }: Fresh, by: Actor, now: Date): Job {
  return {
    ...fresh,
    status: 'queued',
    progress: { total, done: 0, refused: 0 },
    createdAt: now,
    createdBy: by,
    actsFor: by,
    startedAt: null,
    updatedAt: now,
    finishedAt: null,
    page: 0,
    cursor,
    runner: null,
    dueAt: now,
    attempts: 0,
    cancelAsked: false,
    problem: null,
  };
}

/** The job in the hands of a runner, or null when it has ended or somebody else is at it. */
export function claim(job: Job, runner: string, now: Date): Job | null {
  if (hasEnded(job.status) || job.dueAt === null || job.dueAt.getTime() > now.getTime()) return null;
  return {
    ...job,
    status: 'running',
    startedAt: job.startedAt ?? now,
    runner,
    dueAt: leaseFrom(now),
    attempts: job.attempts + 1,
  };
}

/** Whether the runner still holds the job: nobody took it over after its lease had lapsed. */
export function holds(job: Job, runner: string): boolean {
  return job.status === 'running' && job.runner === runner;
}

/** The runner is alive. */
export function renew(job: Job, now: Date): Job {
  return { ...job, dueAt: leaseFrom(now) };
}

/**
 * Whether it makes no sense to try again: time and again, and for minutes, no page came to its end. A few
 * processes that die one after the other, as when a new version is rolled out, are no reason.
 * @param job as the next runner has taken it
 */
export function isHopeless({ attempts, updatedAt }: Job, now: Date): boolean {
  return attempts > MAX_ATTEMPTS && now.getTime() - updatedAt.getTime() >= GIVE_UP_AFTER_MS;
}

/** What a runner planned ahead: one more page, or that there is none. */
export interface Planned {
  readonly pages: 0 | 1;
  readonly cursor: string | null;
  readonly allPlanned: boolean;
}

export function plan(job: Job, planned: Planned): Job {
  const { pages, cursor, allPlanned } = planned;
  return { ...job, planned: job.planned + pages, cursor, allPlanned };
}

/** The job after one more page, with its lease renewed. */
export function advance(job: Job, rows: Omit<JobProgress, 'total'>, now: Date): Job {
  const { total, done, refused } = job.progress;
  const deeds = addedUp(job.progress.deeds, rows.deeds);
  return {
    ...job,
    progress: { total, done: done + rows.done, refused: refused + rows.refused, ...(deeds && { deeds }) },
    page: job.page + 1,
    updatedAt: now,
    dueAt: leaseFrom(now),
    attempts: 0,
  };
}

/** Whether nothing is left to do. */
export function isComplete(job: Job): boolean {
  return job.allPlanned && job.page >= job.planned;
}

/** Done: the total is what there really was. */
export function finish(job: Job, now: Date): Job {
  const { done, refused } = job.progress;
  return ended({ ...job, progress: { ...job.progress, total: done + refused } }, 'done', null, now);
}

export function fail(job: Job, problem: string, now: Date): Job {
  return ended(job, 'failed', problem, now);
}

/** Stopped because somebody asked for it; what was done stays done. */
export function stop(job: Job, now: Date): Job {
  return ended(job, 'cancelled', null, now);
}

/** Given back before it is complete: the next run goes on from here. */
export function release(job: Job, now: Date): Job {
  return { ...job, runner: null, dueAt: now };
}

/** A job nobody has begun stops at once, one that runs after the page under way. */
export function cancel(job: Job, now: Date): { ok: true; job: Job } | JobRefusal {
  if (hasEnded(job.status))
    return refuseJob('JOB_ENDED', 'The job has ended already; nothing is left to cancel.');
  if (job.work.kind === 'customer-copies' && job.work.deletedAt !== null) {
    return refuseJob(
      'JOB_HAS_TO_END',
      'The customer is deleted already; what they are called has to go everywhere.',
    );
  }
  if (job.status === 'queued') return { ok: true, job: stop(job, now) };
  return { ok: true, job: { ...job, cancelAsked: true } };
}

/** A failed or cancelled job goes on after its last finished page, for whoever retries it. */
export function retry(job: Job, by: Actor, now: Date): { ok: true; job: Job } | JobRefusal {
  if (job.status !== 'failed' && job.status !== 'cancelled') {
    return refuseJob('JOB_NOT_STOPPED', 'Only a job that failed or was cancelled can be retried.');
  }
  return {
    ok: true,
    job: {
      ...job,
      status: 'queued',
      actsFor: by,
      updatedAt: now,
      finishedAt: null,
      runner: null,
      dueAt: now,
      attempts: 0,
      cancelAsked: false,
      problem: null,
    },
  };
}

function addedUp(before: JobProgress['deeds'], more: JobProgress['deeds']): JobProgress['deeds'] {
  if (!before || !more) return before ?? more;
  const codes = new Set([...Object.keys(before), ...Object.keys(more)]);
  return Object.fromEntries([...codes].map((code) => [code, (before[code] ?? 0) + (more[code] ?? 0)]));
}

function ended(job: Job, status: Job['status'], problem: string | null, now: Date): Job {
  return {
    ...job,
    status,
    problem,
    updatedAt: now,
    finishedAt: now,
    runner: null,
    dueAt: null,
    cancelAsked: false,
  };
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}
