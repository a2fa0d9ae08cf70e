import type { Role } from '@latchkey/domain/access/roles';
import type { Environment } from '@latchkey/domain/environment';
import type { AskedBulk } from '@latchkey/domain/job/bulk';
import { prepareBulk } from '@latchkey/domain/job/bulk';
import type { BulkCommand } from '@latchkey/domain/job/work';
import type { License, LicenseStatus } from '@latchkey/domain/license/license';
import { envPath } from '@latchkey/functions/firestore/collections';
import { commandJob } from '@latchkey/functions/operations/jobs/commandJob';
import { runJob } from '@latchkey/functions/operations/jobs/runJob';
import { startJob } from '@latchkey/functions/operations/jobs/startJob';
import { before, callAt, DAY, demoTools, draft, HOUR } from './past.ts';
import { staff } from './staff.ts';

const OVERDUE: BulkCommand = {
  type: 'suspend',
  publicReason: 'The invoice of last month has not been paid.',
  note: 'List from accounting, second reminder sent.',
};
const WITHDRAWN: BulkCommand = {
  type: 'revoke',
  publicReason: 'The licenses were part of a withdrawn offer.',
  note: null,
};
const NORTHWIND = { email: 'purchasing@northwind.example', name: 'Northwind Purchasing' };

/** Some weeks of bulk work: done with refusals, cancelled, failed because the list had grown. */
export async function seedJobs(now: Date): Promise<void> {
  const overdue = before(now, 41 * DAY);
  const chosen = await some('production', ['active', 'inactive', 'suspended'], 26, overdue);
  await done(overdue, 'operator', 'production', OVERDUE, chosen);
  const suspended = await changedAt('production', 'suspended', overdue);
  await done(before(now, 39 * DAY), 'operator', 'production', { type: 'unsuspend' }, suspended);

  const delivery = before(now, 12 * DAY);
  const pool = await some('production', ['available'], 12, delivery);
  await done(delivery, 'operator', 'production', { type: 'assign', customer: NORTHWIND }, pool);

  const mistake = before(now, 6 * DAY);
  await cancelled(
    mistake,
    'production',
    WITHDRAWN,
    await some('production', ['active', 'assigned'], 14, mistake),
  );

  const cleaning = before(now, 3 * DAY);
  const unsold = await some('staging', ['available'], 4, cleaning);
  await done(cleaning, 'admin', 'staging', { type: 'delete' }, unsold);
  await grown(before(now, 7 * HOUR), 'production');
}

/** A job over these licenses, begun and finished. */
async function done(
  at: Date,
  role: Role,
  environment: Environment,
  command: BulkCommand,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await run(await start(at, role, environment, command, { by: 'ids', ids }, ids.length), environment, at);
}

/** Somebody noticed before anything had happened. */
async function cancelled(
  at: Date,
  environment: Environment,
  command: BulkCommand,
  ids: readonly string[],
): Promise<void> {
  const jobId = await start(at, 'admin', environment, command, { by: 'ids', ids }, ids.length);
  const call = callAt(new Date(at.getTime() + 900), staff('admin'));
  const outcome = await commandJob(call, environment, jobId, 'cancel');
  if (!outcome.ok) throw new Error(`demo job was not cancelled: ${outcome.code}`);
}

/** Deleting all that were revoked, by a number from a list that was no longer true. */
async function grown(at: Date, environment: Environment): Promise<void> {
  const filter = { search: null, status: 'revoked', productId: 'acme-editor', createdSince: null } as const;
  const jobId = await start(at, 'admin', environment, { type: 'delete' }, { by: 'filter', filter }, 2);
  await run(jobId, environment, at);
}

async function start(
  at: Date,
  role: Role,
  environment: Environment,
  command: BulkCommand,
  selection: AskedBulk['selection'],
  confirmed: number,
): Promise<string> {
  const prepared = prepareBulk({ command, selection, confirmed });
  if (!prepared.ok) throw new Error(`demo job was refused: ${prepared.code}`);
  return startJob(callAt(at, staff(role)), environment, prepared);
}

/** Runs it as a function would have, a second and a half later. */
export async function run(jobId: string, environment: Environment, at: Date): Promise<void> {
  let clock = at.getTime() + 1_500;
  await runJob(demoTools(), environment, jobId, {
    clock: () => new Date((clock += 180)),
    until: () => false,
    report: (error) => {
      throw error;
    },
  });
}

/** Licenses of these states that nobody has touched since, none of those that have a fixed place in the demo. */
async function some(
  environment: Environment,
  statuses: readonly LicenseStatus[],
  most: number,
  at: Date,
): Promise<string[]> {
  const licenses = await licensesOf(environment);
  return licenses
    .filter(({ data }) => data && statuses.includes(data.status) && data.updatedAt < at)
    .filter(({ data }) => !data?.key.startsWith('DEMO-'))
    .slice(0, most)
    .map(({ id }) => id);
}

/** Licenses that came into this state by the job of that moment. */
async function changedAt(environment: Environment, status: LicenseStatus, at: Date): Promise<string[]> {
  const from = at.getTime();
  return (await licensesOf(environment))
    .filter(({ data }) => data?.status === status)
    .filter(({ data }) => data && Math.abs(data.statusChangedAt.getTime() - from) < HOUR)
    .map(({ id }) => id);
}

function licensesOf(environment: Environment) {
  return draft.query<License>({ parent: envPath(environment), collection: 'licenses', limit: 10_000 });
}
