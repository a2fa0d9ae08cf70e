import type { Environment } from '@latchkey/domain/environment';
import { sameJson } from '@latchkey/domain/json';
import type { License } from '@latchkey/domain/license/license';
import type { ReminderCursor, ReminderCursors } from '@latchkey/domain/mail/reminders';
import { cursorsFor, reach, reminderName, reminderOf, walkDue } from '@latchkey/domain/mail/reminders';
import { envPath, mailPath, settingsPath } from '../../firestore/collections.ts';
import type { Stored } from '../../firestore/records.ts';
import { toLicense } from '../../firestore/records.ts';
import type { Query, Snapshot, Write } from '../../firestore/store.ts';
import { ConflictError, unchanged } from '../../firestore/store.ts';
import type { Call } from '../context.ts';
import { mailSwitches, mailWrite } from './orderMail.ts';

const PAGE = 100;

export interface RemindResult {
  readonly ordered: number;
  /** True when the time ran out first; the next run goes on. */
  readonly more: boolean;
}

/**
 * Orders the reminders that have come due: for each number of days ahead, the licenses whose expiry came within
 * reach since the last walk. A page's mails and the place where the next page begins are one commit on the place
 * as it was read, so that a walk that was killed goes on, and of two at once each page is done by one.
 */
export async function remindCustomers(
  call: Call,
  environment: Environment,
  until: () => boolean,
): Promise<RemindResult> {
  const switches = await mailSwitches(call, environment);
  const days = switches?.reminders ? switches.reminderDays : [];
  const path = settingsPath(environment, 'reminder-progress');
  let ordered = 0;
  while (!until()) {
    const [progress] = await call.store.getAll<ReminderCursors>([path]);
    if (!progress) throw new Error('the store left out a document');
    const stored = progress.data ?? {};
    const cursors = cursorsFor(stored, days, call.now);
    const due = walkDue(cursors, days, call.now);
    try {
      if (due !== undefined) ordered += await walkPage(call, environment, progress, cursors, due);
      else {
        if (!sameJson(stored, cursors)) await call.store.commit([save(progress, cursors)]);
        return { ordered, more: false };
      }
    } catch (error) {
      // Somebody else did this page; the next look shows where they are.
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  return { ordered, more: true };
}

/** One page for one number of days; gives back how many mails it ordered. */
async function walkPage(
  call: Call,
  environment: Environment,
  progress: Snapshot<ReminderCursors>,
  cursors: ReminderCursors,
  days: number,
): Promise<number> {
  const end = reach(days, call.now);
  const cursor = cursors[`d${days}`] ?? { at: end, path: '' };
  const found = await call.store.query<Stored<License>>(pageQuery(environment, cursor, end));
  const wanted = found.flatMap((snapshot) => {
    const license = toLicense(environment)(snapshot)?.record;
    const mail = license && reminderOf(license, days);
    return mail ? [{ id: call.derivedId(reminderName(license, days)), mail }] : [];
  });
  // A date that was moved away and back is still the date that the reminder was about.
  const known = await call.store.getAll(wanted.map(({ id }) => mailPath(environment, id)));
  const fresh = wanted.filter((_, index) => known[index]?.data === undefined);
  const last = found.length < PAGE ? undefined : found.at(-1);
  const next = last?.data ? { at: last.data.expirySort, path: last.path } : { at: end, path: '' };
  await call.store.commit([
    save(progress, { ...cursors, [`d${days}`]: next }),
    ...fresh.map(({ id, mail }) => mailWrite(call, environment, mail, id)),
  ]);
  return fresh.length;
}

/** Many licenses end at the same second of a day, so a place among them has a path, too. */
function pageQuery(environment: Environment, { at, path }: ReminderCursor, end: Date): Query {
  return {
    parent: envPath(environment),
    collection: 'licenses',
    where: [
      ['expirySort', path === '' ? '>' : '>=', at],
      ['expirySort', '<=', end],
    ],
    orderBy: [
      ['expirySort', 'asc'],
      ['__name__', 'asc'],
    ],
    limit: PAGE,
    ...(path !== '' && { startAfter: [at, path] }),
  };
}

function save(progress: Snapshot<ReminderCursors>, cursors: ReminderCursors): Write {
  return { kind: 'set', path: progress.path, data: cursors, if: unchanged(progress) };
}
