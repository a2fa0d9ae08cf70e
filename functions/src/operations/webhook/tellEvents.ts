import type { Environment } from '@latchkey/domain/environment';
import type { OutboxEntry } from '@latchkey/domain/outbox/entry';
import type { Snapshot } from '../../firestore/store.ts';
import type { Call } from '../context.ts';
import { fanOut } from './fanOut.ts';

/** Events told in one go; an entry alone holds no more than a commit makes. */
const TOGETHER = 500;

/**
 * A bulk change leaves an entry for each of its commits: those of one page of the outbox are told together, in
 * the round trips of one.
 * @returns the paths of the entries that are done; each other one is tried alone: where something went wrong, all
 */
export async function tellEvents(
  call: Call,
  environment: Environment,
  entries: readonly Snapshot<OutboxEntry>[],
): Promise<ReadonlySet<string>> {
  let events = 0;
  const some = entries.flatMap(({ path, data }) => {
    if (data?.work.kind !== 'webhook-events') return [];
    const { eventIds } = data.work;
    events += eventIds.length;
    return events > TOGETHER ? [] : [{ path, eventIds }];
  });
  if (some.length < 2) return new Set();
  try {
    await fanOut(
      call,
      environment,
      some.flatMap(({ eventIds }) => eventIds),
    );
    await call.store.commit(some.map(({ path }) => ({ kind: 'delete', path })));
  } catch {
    return new Set();
  }
  return new Set(some.map(({ path }) => path));
}
