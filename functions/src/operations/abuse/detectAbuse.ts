import { activeRules } from '@latchkey/domain/abuse/activeRules';
import type { Environment } from '@latchkey/domain/environment';
import { envPath, settingsPath } from '../../firestore/collections.ts';
import type { Query, Snapshot } from '../../firestore/store.ts';
import { ConflictError, unchanged } from '../../firestore/store.ts';
import type { Call } from '../context.ts';
import { lookAtLicense } from './lookAtLicense.ts';
import { needsSignals } from './readFacts.ts';

const PAGE = 300;
const AT_ONCE = 5;
/** A commit may land so long after the moment that its event names. */
const LATE_MS = 60_000;
/** Whoever switches rules on after a break does not want the break judged. */
const OLDEST_MS = 24 * 60 * 60 * 1000;

/** settings/abuse-progress: until when devices that came were looked at. */
interface Progress {
  readonly at: Date;
}

export interface DetectResult {
  readonly licenses: number;
  readonly cases: number;
  readonly failed: number;
  /** True when the time ran out first; the next run goes on. */
  readonly more: boolean;
}

/**
 * Looks at every license that something happened to since the last run. The progress is a moment that only
 * grows: a run that was killed, missed or doubled is made good by the next one, and looking twice changes
 * nothing. While no rule is on, nothing is read.
 */
export async function detectAbuse(
  call: Call,
  environment: Environment,
  until: () => boolean,
  report: (error: unknown) => void,
): Promise<DetectResult> {
  const rules = activeRules(await call.settings.read(call.store, environment, 'abuse'));
  if (rules.length === 0) return { licenses: 0, cases: 0, failed: 0, more: false };
  const [progress] = await call.store.getAll<Progress>([settingsPath(environment, 'abuse-progress')]);
  const from = startOf(progress?.data, call.now);
  const walks = [
    ...(rules.every(({ rule }) => rule === 'over-limit') ? [] : [newDevices(environment, from)]),
    ...(rules.some(needsSignals) ? [newSignals(environment, from)] : []),
  ];
  const result = { licenses: 0, cases: 0, failed: 0 };
  const looked = new Set<string>();
  for (const walk of walks) {
    let query: Query | null = walk;
    while (query !== null) {
      if (until()) return { ...result, more: true };
      const page: Snapshot<{ licenseId: string; at: Date }>[] = await call.store.query(query);
      const fresh = [...new Set(page.flatMap(({ data }) => data?.licenseId ?? []))].filter(
        (id) => !looked.has(id),
      );
      const { cases, failed } = await lookAtAll(call, environment, fresh, from, report);
      result.cases += cases;
      result.failed += failed;
      for (const id of fresh) looked.add(id);
      query = next(walk, page);
    }
  }
  result.licenses = looked.size;
  // What could not be looked at is looked at again.
  if (result.failed === 0) await keep(call, environment, progress);
  return { ...result, more: false };
}

function startOf(progress: Progress | undefined, now: Date): Date {
  const last = progress?.at.getTime() ?? 0;
  const known = now.getTime() - last <= OLDEST_MS ? last : now.getTime();
  return new Date(known - LATE_MS);
}

function newDevices(environment: Environment, from: Date): Query {
  return {
    parent: envPath(environment),
    collection: 'audit',
    where: [
      ['action', '==', 'activation.created'],
      ['at', '>', from],
    ],
    orderBy: [
      ['at', 'asc'],
      ['__name__', 'asc'],
    ],
    limit: PAGE,
    select: ['licenseId', 'at'],
  };
}

function newSignals(environment: Environment, from: Date): Query {
  return {
    parent: envPath(environment),
    collection: 'abuseSignals',
    where: [['at', '>', from]],
    orderBy: [
      ['at', 'asc'],
      ['__name__', 'asc'],
    ],
    limit: PAGE,
    select: ['licenseId', 'at'],
  };
}

function next(walk: Query, page: readonly Snapshot<{ readonly at: Date }>[]): Query | null {
  const last = page.length < PAGE ? undefined : page.at(-1);
  return last?.data ? { ...walk, startAfter: [last.data.at, last.path] } : null;
}

/** One license that cannot be looked at keeps nobody from the others. */
async function lookAtAll(
  call: Call,
  environment: Environment,
  licenseIds: readonly string[],
  from: Date,
  report: (error: unknown) => void,
): Promise<{ cases: number; failed: number }> {
  const result = { cases: 0, failed: 0 };
  const waiting = [...licenseIds];
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        result.cases += await lookAtLicense(call, environment, id, from);
      } catch (error) {
        result.failed += 1;
        report(error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return result;
}

async function keep(
  call: Call,
  environment: Environment,
  before: Snapshot<Progress> | undefined,
): Promise<void> {
  const path = settingsPath(environment, 'abuse-progress');
  const version = before ? unchanged(before) : { exists: false };
  await call.store
    .commit([{ kind: 'set', path, data: { at: call.now }, if: version }])
    .catch((error: unknown) => {
      // Somebody else has come as far; what we looked at stays looked at.
      if (!(error instanceof ConflictError)) throw error;
    });
}
