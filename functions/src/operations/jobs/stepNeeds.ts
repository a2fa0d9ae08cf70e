import type { Job } from '@latchkey/domain/job/job';
import { apiKeyPath, jobPagePath, jobPath, userPath } from '../../firestore/collections.ts';
import { toJob } from '../../firestore/records.ts';
import type { Snapshot, Store } from '../../firestore/store.ts';
import { runnerOf } from './runners.ts';

/** What one step of a job needs beside the job itself. */
export interface StepNeeds {
  /** Of the page to be carried out; nothing where none is planned yet. */
  readonly input: Snapshot<never> | undefined;
  /** What its kind asks for, in its order. */
  readonly found: readonly Snapshot<never>[];
  /** What the starter may do by now; nothing for those whose right cannot end. */
  readonly starter: Snapshot<never> | undefined;
}

/** For a job that is as it was read: the first step, whose job was just taken. */
export async function readNeeds(store: Store, job: Job): Promise<StepNeeds> {
  return inOrder(job, await store.getAll<never>(pathsOf(job)));
}

/** The job as it stands, with what its next step needs, in one round trip. */
export async function readStep(
  store: Store,
  before: Job,
): Promise<{ readonly job: Job | undefined; readonly needs: StepNeeds }> {
  const { environment, id } = before;
  const [snapshot, ...others] = await store.getAll<never>([jobPath(environment, id), ...pathsOf(before)]);
  return { job: toJob(environment)(snapshot)?.record, needs: inOrder(before, others) };
}

function pathsOf(job: Job): string[] {
  return [jobPagePath(job.environment, job.id, job.page), ...kindPaths(job), ...starterPaths(job)];
}

function inOrder(job: Job, [input, ...others]: readonly Snapshot<never>[]): StepNeeds {
  const many = kindPaths(job).length;
  return { input, found: others.slice(0, many), starter: others[many] };
}

function kindPaths(job: Job): readonly string[] {
  return runnerOf(job.work).reads?.(job) ?? [];
}

function starterPaths({ actsFor, environment }: Job): string[] {
  if (actsFor.kind === 'person') return [userPath(actsFor.uid)];
  return actsFor.kind === 'api-key' ? [apiKeyPath(environment, actsFor.keyId)] : [];
}
