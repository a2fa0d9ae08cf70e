import type { Actor } from '@latchkey/domain/access/actor';
import type { Role } from '@latchkey/domain/access/roles';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { AskedBulk } from '@latchkey/domain/job/bulk';
import { prepareBulk } from '@latchkey/domain/job/bulk';
import type { Job, JobReport, JobRow } from '@latchkey/domain/job/job';
import type { BulkCommand, SelectedLicenses } from '@latchkey/domain/job/work';
import { jobPath, userPath } from '@latchkey/functions/firestore/collections';
import { toJob } from '@latchkey/functions/firestore/records';
import type { Store } from '@latchkey/functions/firestore/store';
import type { JobSurroundings, RunResult } from '@latchkey/functions/operations/jobs/runJob';
import { runJob } from '@latchkey/functions/operations/jobs/runJob';
import { startJob } from '@latchkey/functions/operations/jobs/startJob';
import { person } from './builders.ts';
import { documents } from './inventory.ts';
import type { World } from './world.ts';

export const SUSPEND: BulkCommand = { type: 'suspend', publicReason: 'because', note: null };
export const NO_FILTER: SelectedLicenses = {
  search: null,
  status: null,
  productId: null,
  createdSince: null,
};

export function picked(licenses: readonly { readonly id: string }[]): AskedBulk['selection'] {
  return { by: 'ids', ids: licenses.map(({ id }) => id) };
}

export function filtered(filter: Partial<SelectedLicenses> = {}): AskedBulk['selection'] {
  return { by: 'filter', filter: { ...NO_FILTER, ...filter } };
}

/** Somebody who may start jobs: the record that a runner asks about them. */
export async function starter(world: World, role: Role = 'owner', change: object = {}): Promise<Actor> {
  const actor = { ...person(role), uid: `uid-${role}-${world.tools.newId()}` } as Extract<
    Actor,
    { kind: 'person' }
  >;
  await setRecord(world, actor.uid, { role, ...change });
  return actor;
}

export async function setRecord(world: World, uid: string, change: object): Promise<void> {
  const long = new Date(0);
  const blank = { email: 'x@example.com', name: 'x', environments: null, customerId: null, disabled: false };
  const data = { ...blank, claimsValidAfter: long, createdAt: long, ...change };
  await world.store.commit([{ kind: 'set', path: userPath(uid), data }]);
}

/** Puts a bulk job down as the door does; gives its id. */
export async function startBulk(
  world: World,
  command: BulkCommand,
  selection: AskedBulk['selection'],
  by: { actor?: Actor; confirmed?: number } = {},
): Promise<string> {
  const prepared = prepareBulk({ command, selection, confirmed: by.confirmed ?? null });
  if (!prepared.ok) throw new Error(prepared.code);
  return startJob(world.call({ actor: by.actor ?? (await starter(world)) }), 'production', prepared);
}

/** Runs a job as a function does; errors that it reports are thrown unless they are expected. */
export function run(
  world: World,
  jobId: string,
  around: Partial<JobSurroundings> & { readonly store?: Store } = {},
): Promise<RunResult> {
  const { store = world.store, ...rest } = around;
  return runJob({ ...world.tools, store }, 'production', jobId, {
    clock: () => new Date(),
    until: () => false,
    report: (error) => {
      throw error;
    },
    ...rest,
  });
}

export async function readJob(world: World, jobId: string): Promise<Job> {
  const [snapshot] = await world.store.getAll<never>([jobPath('production', jobId)]);
  const job = toJob('production')(snapshot)?.record;
  if (!job) throw new Error('the job is gone');
  return job;
}

/** Every row of every report, in the order of the pages. */
export async function rowsOf(world: World, jobId: string): Promise<JobRow[]> {
  const reports = await world.store.query<JobReport>({
    parent: jobPath('production', jobId),
    collection: 'reports',
    orderBy: [['page', 'asc']],
    limit: 1_000,
  });
  return reports.flatMap(({ data }) => data?.rows ?? []);
}

/** The events that a job wrote about licenses. */
export async function eventsOf(world: World, jobId: string): Promise<AuditEvent[]> {
  const found = await documents<AuditEvent>(world, 'audit', [['requestId', '==', jobId]]);
  return found.flatMap(({ data }) => (data && data.licenseId !== null ? [data] : []));
}

/** What the audit says about a job itself, in order. */
export async function lifeOf(world: World, jobId: string): Promise<AuditEvent[]> {
  const found = await documents<AuditEvent>(world, 'audit', [['about', '==', `job/${jobId}`]]);
  return found.flatMap(({ data }) => data ?? []).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** A store whose process is killed by the first commit that `dies` points at, before or after it is applied. */
export function killedAt(
  store: Store,
  dies: (paths: readonly string[]) => boolean,
  when: 'before' | 'after' = 'before',
): Store {
  let dead = false;
  return {
    ...store,
    async commit(writes) {
      if (dead) throw new Error('killed');
      if (!dies(writes.map(({ path }) => path))) return store.commit(writes);
      dead = true;
      if (when === 'after') await store.commit(writes);
      throw new Error('killed');
    },
  };
}
