import { otherEvent } from '@latchkey/domain/audit/draft';
import type { Environment } from '@latchkey/domain/environment';
import type { RetentionName } from '@latchkey/domain/settings/retention';
import { keptSince } from '@latchkey/domain/settings/retention';
import { envPath } from '../../firestore/collections.ts';
import type { Snapshot } from '../../firestore/store.ts';
import { ConflictError } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { removePart } from './parts.ts';
import type { RetentionRow } from './rows.ts';
import { RETENTION_ROWS } from './rows.ts';

const PAGE = 200;

export type RetentionResult = { readonly [N in RetentionName]: number } & {
  /** True when the time ran out first; the next run goes on. */
  readonly more: boolean;
};

/**
 * Deletes what is older than the settings of the environment want it kept. Each page is one commit with the event
 * that says how many went, so a run may be killed, doubled or missed: what is still there is found by the next.
 */
export async function applyRetention(
  call: Call,
  environment: Environment,
  until: () => boolean,
): Promise<RetentionResult> {
  const kept = await call.settings.read(call.store, environment, 'retention');
  const gone = { jobs: 0, mails: 0, deliveries: 0, signIns: 0 };
  let more = false;
  for (const row of RETENTION_ROWS) {
    const before = keptSince(kept, row.name, call.now);
    if (before === null) continue;
    const outcome = await applyRow(call, environment, row, before, until);
    gone[row.name] = outcome.gone;
    more ||= outcome.more;
  }
  return { ...gone, more };
}

async function applyRow(
  call: Call,
  environment: Environment,
  row: RetentionRow,
  before: Date,
  until: () => boolean,
): Promise<{ readonly gone: number; readonly more: boolean }> {
  let gone = 0;
  while (!until()) {
    const page = await row.find(call.store, envPath(environment), before, PAGE);
    if (page.length === 0) return { gone, more: false };
    const bare = await withoutParts(call, row, page, until);
    if (!(await removed(call, environment, row, bare, before))) return { gone, more: true };
    gone += bare.length;
    if (bare.length === page.length && page.length < PAGE) return { gone, more: false };
  }
  return { gone, more: true };
}

/** Those of the page that have nothing below them any more. */
async function withoutParts(
  call: Call,
  { parts }: RetentionRow,
  page: readonly Snapshot<object>[],
  until: () => boolean,
): Promise<readonly Snapshot<object>[]> {
  if (parts.length === 0) return page;
  const bare: Snapshot<object>[] = [];
  for (const record of page) {
    const done = await Promise.all(parts.map((part) => removePart(call.store, record.path, part, until)));
    if (!done.every(Boolean)) break;
    bare.push(record);
  }
  return bare;
}

async function removed(
  call: Call,
  environment: Environment,
  row: RetentionRow,
  records: readonly Snapshot<object>[],
  before: Date,
): Promise<boolean> {
  if (records.length === 0) return true;
  const event = otherEvent('settings.retention-applied', {
    about: 'settings/retention',
    note: `From before ${before.toISOString()}.`,
    changes: { [`deleted.${row.name}`]: { before: null, after: records.length } },
  });
  try {
    await call.store.commit([...records.map(row.remove), ...auditWrites(environment, call, [event])]);
    return true;
  } catch (error) {
    // Somebody was at one of them; the next run looks again.
    if (error instanceof ConflictError) return false;
    throw error;
  }
}
