import type { Job, JobProgress, JobReport, JobRow } from '@latchkey/domain/job/job';
import { advance, finish, isComplete, plan } from '@latchkey/domain/job/states';
import { jobEvent } from '@latchkey/domain/job/audit';
import { jobPagePath, jobReportPath } from '../../firestore/collections.ts';
import type { Write } from '../../firestore/store.ts';
import type { JobChange } from './heldJob.ts';
import { changeHeld } from './heldJob.ts';
import { readJob } from './readJob.ts';
import type { JobKindRunner, JobStep, NextPage, OrProblem } from './kind.ts';

/** What a run needs for each of its pages. */
export interface PageRun {
  /** The runner's name in the lease. */
  readonly me: string;
  readonly kind: JobKindRunner;
  readonly clock: () => Date;
}

/**
 * Carries out the page whose input was written down before, and meanwhile finds out what the next one is
 * about. Report, progress and the next page's input are one commit: what was done is told exactly once.
 * @returns the job after it, or null when it is in other hands by now
 */
export async function runPage(run: PageRun, step: JobStep, input: object): Promise<Job | null> {
  const { job, call } = step;
  const { page, cursor, progress } = job;
  const known = progress.done + progress.refused + run.kind.sizeOf(input);
  const [rows, next, held] = await Promise.all([
    run.kind.carryOut(step, input),
    job.allPlanned || job.planned > page + 1 ? null : run.kind.nextPage(step, cursor, known),
    readJob(call.store, job.environment, job.id),
  ]);
  const now = run.clock();
  const moved = (current: Job): JobChange => {
    const advanced = advance(current, counted(rows), now);
    const planned = next?.ok ? plan(advanced, plannedBy(next)) : advanced;
    const writes = [reportWrite(job, rows, now), ...inputWrites(advanced, next)];
    if (!isComplete(planned)) return { job: planned, writes };
    const done = finish(planned, now);
    return { job: done, writes, audit: [jobEvent('job.done', done)] };
  };
  return changeHeld(call, job, run.me, moved, held);
}

/**
 * Writes down the next page where none is yet: at the beginning, and where what was found ahead was a
 * problem. A sentence instead of a job says why it must not go on.
 */
export async function planPage(run: PageRun, step: JobStep): Promise<OrProblem<{ job: Job | null }>> {
  const { job, call } = step;
  const { total, done, refused } = job.progress;
  const begun = job.planned === 0 ? await run.kind.begin(step) : ({ ok: true, total } as const);
  if (!begun.ok) return begun;
  const next = await run.kind.nextPage(step, job.cursor, done + refused);
  if (!next.ok) return next;
  const planned = await changeHeld(call, job, run.me, (current) => ({
    job: plan({ ...current, progress: { ...current.progress, total: begun.total } }, plannedBy(next)),
    writes: inputWrites(current, next),
  }));
  return { ok: true, job: planned };
}

function plannedBy({ input, cursor, last }: NextPage) {
  return { pages: input === null ? 0 : 1, cursor, allPlanned: last } as const;
}

function inputWrites(job: Job, next: OrProblem<NextPage> | null): Write[] {
  if (!next?.ok || next.input === null) return [];
  return [{ kind: 'set', path: jobPagePath(job.environment, job.id, job.planned), data: next.input }];
}

function reportWrite({ environment, id, page }: Job, rows: readonly JobRow[], at: Date): Write {
  const report: JobReport = { page, at, refused: counted(rows).refused, rows };
  return { kind: 'set', path: jobReportPath(environment, id, page), data: report };
}

function counted(rows: readonly JobRow[]): Omit<JobProgress, 'total'> {
  const done = rows.filter(({ outcome }) => outcome === 'done');
  const codes = Object.groupBy(done, ({ code }) => code ?? '');
  const deeds = Object.entries(codes).flatMap(([code, some]) => (code === '' ? [] : [[code, some?.length]]));
  return {
    done: done.length,
    refused: rows.length - done.length,
    ...(deeds.length > 0 && { deeds: Object.fromEntries(deeds) as Record<string, number> }),
  };
}
