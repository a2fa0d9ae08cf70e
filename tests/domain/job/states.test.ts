import type { Job } from '@latchkey/domain/job/job';
import { hasEnded, JOB_STATUSES } from '@latchkey/domain/job/job';
import {
  advance,
  cancel,
  claim,
  fail,
  finish,
  GIVE_UP_AFTER_MS,
  HEARTBEAT_MS,
  holds,
  isComplete,
  isHopeless,
  LEASE_MS,
  MAX_ATTEMPTS,
  newJob,
  plan,
  release,
  renew,
  retry,
  stop,
} from '@latchkey/domain/job/states';
import { describe, expect, test } from 'vitest';
import { ACTORS, later, NOW } from '../../support/builders.ts';

function aJob(change: Partial<Job> = {}): Job {
  const work = {
    kind: 'bulk-licenses',
    command: { type: 'reactivate' },
    selection: { by: 'ids', count: 120 },
    confirmed: null,
  } as const;
  const fresh = {
    id: 'job-1',
    environment: 'production',
    work,
    planned: 3,
    allPlanned: true,
    total: 120,
  } as const;
  return { ...newJob(fresh, ACTORS.operator, NOW), ...change };
}

const running = (change: Partial<Job> = {}): Job =>
  aJob({ status: 'running', runner: 'me', startedAt: NOW, dueAt: later(LEASE_MS), attempts: 1, ...change });
const STATES: Readonly<Record<Job['status'], Job>> = {
  queued: aJob(),
  running: running(),
  done: finish(running(), NOW),
  failed: fail(running(), 'It failed.', NOW),
  cancelled: stop(running(), NOW),
};

test('a new job waits for its first runner, in the name of who started it', () => {
  expect(aJob()).toMatchObject({
    status: 'queued',
    createdBy: ACTORS.operator,
    actsFor: ACTORS.operator,
    dueAt: NOW,
    startedAt: null,
    finishedAt: null,
    page: 0,
    attempts: 0,
  });
});

/** What may be done in which state; everything else is refused and changes nothing. */
const TABLE = {
  queued: { claim: true, cancel: 'cancelled', retry: 'JOB_NOT_STOPPED' },
  running: { claim: false, cancel: 'running', retry: 'JOB_NOT_STOPPED' },
  done: { claim: false, cancel: 'JOB_ENDED', retry: 'JOB_NOT_STOPPED' },
  failed: { claim: false, cancel: 'JOB_ENDED', retry: 'queued' },
  cancelled: { claim: false, cancel: 'JOB_ENDED', retry: 'queued' },
} as const;

describe.each(JOB_STATUSES)('a job that is %s', (status) => {
  const job = STATES[status];
  const row = TABLE[status];

  test(`claimed: ${row.claim}`, () => {
    expect(claim(job, 'other', NOW) !== null).toBe(row.claim);
  });

  test(`cancelled: ${row.cancel}`, () => {
    const decision = cancel(job, NOW);
    expect(decision.ok ? decision.job.status : decision.code).toBe(row.cancel);
  });

  test(`retried: ${row.retry}`, () => {
    const decision = retry(job, ACTORS.admin, NOW);
    expect(decision.ok ? decision.job.status : decision.code).toBe(row.retry);
  });

  test('is due exactly until it has ended', () => {
    expect(job.dueAt === null).toBe(hasEnded(status));
    expect(job.finishedAt === null).toBe(!hasEnded(status));
  });
});

describe('the lease', () => {
  test('of a runner holds to its last millisecond and not a moment longer', () => {
    const job = running();
    expect(claim(job, 'other', later(LEASE_MS - 1))).toBeNull();
    const taken = claim(job, 'other', later(LEASE_MS));
    expect(taken).toMatchObject({ runner: 'other', attempts: 2, dueAt: later(2 * LEASE_MS), startedAt: NOW });
    expect(taken && [holds(taken, 'me'), holds(taken, 'other')]).toEqual([false, true]);
  });

  test('is renewed with every page, which also proves that the job gets on', () => {
    const after = advance(running({ attempts: 4 }), { done: 40, refused: 10 }, later(1_000));
    expect(after).toMatchObject({
      page: 1,
      attempts: 0,
      dueAt: later(1_000 + LEASE_MS),
      progress: { total: 120, done: 40, refused: 10 },
    });
  });

  test('is renewed by a runner that is alive; one renewal may get lost', () => {
    expect(2 * HEARTBEAT_MS).toBeLessThan(LEASE_MS);
    const alive = renew(running(), later(2 * HEARTBEAT_MS));
    expect(claim(alive, 'other', later(LEASE_MS))).toBeNull();
    expect(alive).toMatchObject({ runner: 'me', attempts: 1, updatedAt: NOW });
  });

  test('that is given back lets the next runner in at once', () => {
    const given = release(running(), later(1));
    expect(holds(given, 'me')).toBe(false);
    expect(claim(given, 'other', later(1))).not.toBeNull();
  });
});

describe('a job is hopeless', () => {
  test.each([
    ['after many runs and many minutes without a page', MAX_ATTEMPTS + 1, GIVE_UP_AFTER_MS, true],
    ['not yet while the minutes are few', MAX_ATTEMPTS + 1, GIVE_UP_AFTER_MS - 1, false],
    ['not yet while the runs are few', MAX_ATTEMPTS, GIVE_UP_AFTER_MS, false],
  ])('%s', (_, attempts, ms, hopeless) => {
    expect(isHopeless(running({ attempts }), later(ms))).toBe(hopeless);
  });
});

describe('complete', () => {
  test.each([
    [2, 3, true, false],
    [3, 3, true, true],
    [3, 3, false, false],
    [0, 0, true, true],
    [0, 0, false, false],
  ])('page %d of %d, all planned %s: %s', (page, planned, allPlanned, expected) => {
    expect(isComplete(running({ page, planned, allPlanned }))).toBe(expected);
  });

  test('a page is planned with the place where the next begins', () => {
    const job = running({ planned: 1, allPlanned: false });
    expect(plan(job, { pages: 1, cursor: 'b', allPlanned: false })).toMatchObject({
      planned: 2,
      cursor: 'b',
    });
    expect(plan(job, { pages: 0, cursor: null, allPlanned: true })).toMatchObject({
      planned: 1,
      allPlanned: true,
    });
  });

  test('the total of a job that is done is what there was, also where it was only estimated', () => {
    const job = running({ progress: { total: 130, done: 100, refused: 21 } });
    expect(finish(job, NOW).progress).toEqual({ total: 121, done: 100, refused: 21 });
  });
});

describe('a retry', () => {
  test('goes on where the job stopped, for whoever retries it', () => {
    const stopped = fail(
      running({ page: 2, cursor: 'c', attempts: 6, progress: { total: 120, done: 90, refused: 10 } }),
      'It failed.',
      NOW,
    );
    const decision = retry(stopped, ACTORS.admin, later(5));
    expect(decision.ok && decision.job).toMatchObject({
      status: 'queued',
      page: 2,
      cursor: 'c',
      progress: { total: 120, done: 90, refused: 10 },
      createdBy: ACTORS.operator,
      actsFor: ACTORS.admin,
      attempts: 0,
      problem: null,
      finishedAt: null,
      dueAt: later(5),
    });
  });

  test('of a job that was asked to stop does not stop again', () => {
    const asked = cancel(running(), NOW);
    const stopped = asked.ok ? stop(asked.job, NOW) : running();
    const decision = retry(stopped, ACTORS.admin, NOW);
    expect(decision.ok && decision.job.cancelAsked).toBe(false);
  });
});
