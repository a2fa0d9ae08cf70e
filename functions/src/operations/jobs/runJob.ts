import type { Actor } from '@latchkey/domain/access/actor';
import type { Person } from '@latchkey/domain/access/person';
import type { ApiKey } from '@latchkey/domain/apiKey/apiKey';
import type { Environment } from '@latchkey/domain/environment';
import { jobEvent } from '@latchkey/domain/job/audit';
import type { Job } from '@latchkey/domain/job/job';
import { lostRight } from '@latchkey/domain/job/problems';
import { mayGoOn } from '@latchkey/domain/job/starter';
import { fail, finish, HEARTBEAT_MS, isComplete, release, renew, stop } from '@latchkey/domain/job/states';
import { jobPermission } from '@latchkey/domain/job/work';
import type { Snapshot } from '../../firestore/store.ts';
import type { Call, Tools } from '../context.ts';
import { changeHeld } from './heldJob.ts';
import { heartbeat } from './heartbeat.ts';
import { JobHalt } from './jobHalt.ts';
import type { JobStep } from './kind.ts';
import { runnerOf } from './runners.ts';
import type { PageRun } from './runPage.ts';
import { planPage, runPage } from './runPage.ts';
import type { StepNeeds } from './stepNeeds.ts';
import { readNeeds, readStep } from './stepNeeds.ts';
import { takeJob } from './takeJob.ts';

export interface JobSurroundings {
  /** Read again for each page: jobs outlive the moment at which they were taken. */
  readonly clock: () => Date;
  /** True when the run has to end; the next one goes on. */
  readonly until: () => boolean;
  readonly report: (error: unknown, what: string) => void;
}

/** `waiting`: the next run goes on with it. `elsewhere`: it is in other hands, not due, or has ended. */
export type RunResult = 'ended' | 'waiting' | 'elsewhere';

/**
 * Runs a job page by page until it ends or the run has to. Any number of runners may try: one takes the
 * lease, renews it while it works, and every page is committed under it. A runner may die anywhere; when its
 * lease lapses another goes on with the page it was at, whose rows recognise what is done.
 */
export async function runJob(
  tools: Tools,
  environment: Environment,
  jobId: string,
  around: JobSurroundings,
): Promise<RunResult> {
  const { clock, report } = around;
  const me = tools.newId();
  const clockwork: Call = { ...tools, now: clock(), requestId: jobId, actor: { kind: 'clock' } };
  const taken = await takeJob(clockwork, environment, jobId, me, (job) => readNeeds(tools.store, job));
  if (taken === null) return 'elsewhere';
  let { job } = taken;
  let needs: StepNeeds | null = taken.read;
  const run: PageRun = { me, clock, kind: runnerOf(job.work) };
  const { id } = job;
  const alive = heartbeat(HEARTBEAT_MS, () =>
    changeHeld(clockwork, { environment, id }, me, (current) => ({ job: renew(current, clock()) })),
  );
  try {
    for (;;) {
      const step = await nextStep(tools, run, job, around, needs);
      if (typeof step === 'string') return step;
      needs = null;
      if (step.dueAt !== job.dueAt) alive.beaten();
      job = step;
    }
  } catch (error) {
    report(error, 'job');
    // The next tick tries again; should giving it back fail as well, the lease lapses.
    const given = (current: Job) => ({ job: release(current, clock()) });
    await changeHeld(clockwork, job, me, given).catch((again: unknown) => report(again, 'job'));
    return 'waiting';
  } finally {
    await alive.stop();
  }
}

/**
 * One step on: the job after it, or how the run ends.
 * @param known what was read with the lease, at the first step; later ones read the job with what they need
 */
async function nextStep(
  tools: Tools,
  run: PageRun,
  before: Job,
  { clock, until, report }: JobSurroundings,
  known: StepNeeds | null,
): Promise<Job | RunResult> {
  const { environment, id, page, actsFor } = before;
  const { job, needs } = known ? { job: before, needs: known } : await readStep(tools.store, before);
  if (job?.runner !== run.me) return 'elsewhere';
  const { input, starter, found } = needs;

  const now = clock();
  const step: JobStep = { call: { ...tools, now, requestId: id, actor: actorOf(job) }, job, found, report };
  const end = async (change: (current: Job) => Job): Promise<RunResult> =>
    (await changeHeld(step.call, job, run.me, (current) => ended(change(current)))) ? 'ended' : 'elsewhere';
  const failWith = (problem: string) => end((current) => fail(current, problem, now));

  if (job.cancelAsked) return end((current) => stop(current, now));
  if (!mayGoOn(actsFor, starterOf(job, starter), environment, jobPermission(job.work), now)) {
    return failWith(lostRight(actsFor));
  }
  if (isComplete(job)) return end((current) => finish(current, now));
  if (until()) {
    await changeHeld(step.call, job, run.me, (current) => ({ job: release(current, now) }));
    return 'waiting';
  }
  if (page >= job.planned) {
    const planned = await planPage(run, step);
    return planned.ok ? (planned.job ?? 'elsewhere') : failWith(planned.problem);
  }
  if (input?.data === undefined) throw new Error('The input of a page is gone');
  const after = await runPage(run, step, input.data).catch(haltOf);
  if (after instanceof JobHalt) return failWith(after.message);
  if (after === null) return 'elsewhere';
  return after.status === 'running' ? after : 'ended';
}

/** A page that halts the job on purpose; every other error is thrown on. */
function haltOf(error: unknown): JobHalt {
  if (error instanceof JobHalt) return error;
  throw error;
}

function ended(job: Job) {
  const { status } = job;
  const how = status === 'done' ? 'job.done' : status === 'failed' ? 'job.failed' : 'job.cancelled';
  return { job, audit: [jobEvent(how, job)] };
}

function actorOf({ id, actsFor }: Job): Call['actor'] {
  return { kind: 'job', jobId: id, startedBy: nameOf(actsFor) };
}

function nameOf(actor: Actor): string {
  if (actor.kind === 'person') return actor.name;
  return actor.kind === 'api-key' ? `API key ${actor.name}` : actor.kind;
}

function starterOf({ actsFor, environment }: Job, snapshot: Snapshot<never> | undefined) {
  const stored = snapshot as Snapshot<object> | undefined;
  const { data, id = '' } = stored ?? {};
  const isPerson = actsFor.kind === 'person';
  return {
    person: isPerson && data ? { ...(data as Omit<Person, 'uid'>), uid: id } : null,
    apiKey:
      actsFor.kind === 'api-key' && data
        ? { ...(data as Omit<ApiKey, 'id' | 'environment'>), id, environment }
        : null,
  };
}
