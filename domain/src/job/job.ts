import type { Actor } from '../access/actor.ts';
import type { Environment } from '../environment.ts';
import type { JobWork } from './work.ts';

export const JOB_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export interface JobProgress {
  /** Rows in all; null while it is not known. */
  readonly total: number | null;
  readonly done: number;
  readonly refused: number;
  /** Of those done, how many did what, by the codes of their rows; absent where a kind does only one thing. */
  readonly deeds?: Readonly<Record<string, number>>;
}

/** environments/{env}/jobs/{id}: work that goes on when nobody looks at it. */
export interface Job {
  readonly id: string;
  readonly environment: Environment;
  readonly work: JobWork;
  readonly status: JobStatus;
  readonly progress: JobProgress;
  readonly createdAt: Date;
  readonly createdBy: Actor;
  /** Whose right counts while it runs: whoever started it, or retried it last. */
  readonly actsFor: Actor;
  /** Its first run; null while it waits for that. */
  readonly startedAt: Date | null;
  /** When it last moved on. */
  readonly updatedAt: Date;
  /** null until it is done, failed or cancelled. */
  readonly finishedAt: Date | null;
  /** Pages that are finished, each with its report; also the number of the next one. */
  readonly page: number;
  /** Pages whose input is written; a page is written down before it is worked on. */
  readonly planned: number;
  /** Where the next page begins, in the words of its kind; null = at the beginning. */
  readonly cursor: string | null;
  /** True when every page there will be is planned. */
  readonly allPlanned: boolean;
  /** Who works on it; null = nobody. */
  readonly runner: string | null;
  /** From when on a runner may take it: at once while it waits, when the lease lapses while it runs; null when it has ended. */
  readonly dueAt: Date | null;
  /** Runs since a page was last finished. */
  readonly attempts: number;
  /** Somebody wants it to stop; it does after the page under way. */
  readonly cancelAsked: boolean;
  /** Why it failed, in a sentence that says what to do. */
  readonly problem: string | null;
}

/** One row of a report. */
export interface JobRow {
  /** The line of the file it came from; absent where there was no file. */
  readonly line?: number;
  readonly licenseId: string | null;
  /** null where the license was gone already. */
  readonly keyHint: string | null;
  readonly outcome: 'done' | 'refused';
  /** Why it was refused, or what it did where its kind does more than one thing; otherwise null. */
  readonly code: string | null;
  readonly sentence: string | null;
}

/** jobs/{id}/reports/{page}: what came of one page, in the order of its rows. */
export interface JobReport {
  readonly page: number;
  readonly at: Date;
  readonly refused: number;
  readonly rows: readonly JobRow[];
}

export function hasEnded(status: JobStatus): boolean {
  return status === 'done' || status === 'failed' || status === 'cancelled';
}
