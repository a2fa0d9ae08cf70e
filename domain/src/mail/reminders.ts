import type { License } from '../license/license.ts';
import { dayWords, daysLeftWords } from './words.ts';
import type { MailOrder } from './record.ts';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** The licenses that a reminder is about: alive, somebody's, and not renewed already. */
export function reminderOf(license: License, days: number): MailOrder | null {
  const { customerEmail: to, customerId, expiresAt, renewedToId, id: licenseId } = license;
  if (to === null || expiresAt === null || renewedToId !== null) return null;
  const alive = ['assigned', 'active', 'inactive'].includes(license.status);
  if (!alive) return null;
  const facts = { daysLeft: daysLeftWords(days), expires: dayWords(expiresAt) };
  return { kind: 'reminder', to, customerId, licenseId, facts };
}

/** What makes a reminder this one and no other: the license, the date it is about, the days ahead. */
export function reminderName(license: Pick<License, 'id' | 'expiresAt'>, days: number): string {
  return `reminder ${license.id} ${license.expiresAt?.toISOString() ?? 'never'} ${days}`;
}

/** How far a walk has come: everything up to this moment is done, and at the moment itself up to this path. */
export interface ReminderCursor {
  readonly at: Date;
  /** '' = nothing at the moment itself is left. */
  readonly path: string;
}
/** By the days ahead: `d30`, `d14`, `d7`. */
export type ReminderCursors = Readonly<Record<string, ReminderCursor>>;

/** Licenses that expire by then are within reach of a reminder so many days ahead. */
export function reach(days: number, now: Date): Date {
  return new Date(now.getTime() + days * DAY_MS);
}

/**
 * Where the walks go on. A number of days that is new, or was off, begins with the licenses that come within
 * reach from now on: nobody is flooded with what would have been. Numbers that are gone are forgotten.
 */
export function cursorsFor(stored: ReminderCursors, days: readonly number[], now: Date): ReminderCursors {
  const begin = (one: number): ReminderCursor => ({ at: reach(one, now), path: '' });
  return Object.fromEntries(days.map((one) => [`d${one}`, stored[`d${one}`] ?? begin(one)]));
}

/** The number of days whose walk is not over yet; undefined = all are. */
export function walkDue(cursors: ReminderCursors, days: readonly number[], now: Date): number | undefined {
  return days.find((one) => {
    const cursor = cursors[`d${one}`];
    return cursor !== undefined && (cursor.path !== '' || cursor.at < reach(one, now));
  });
}
