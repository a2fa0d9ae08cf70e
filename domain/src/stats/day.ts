import type { CheckAction } from '../license/validation.ts';
import type { VerdictCode } from '../license/codes.ts';
import type { LicenseStatus } from '../license/license.ts';

/**
 * environments/{env}/stats/{day}-checks-{shard}: how shipped software was answered on a day (UTC), hour by
 * hour. Instances add to one of a few shards each, so that they do not wait for one another.
 */
export interface CheckStats {
  readonly kind: 'checks';
  readonly day: string;
  readonly hours: Readonly<Partial<Record<HourName, HourCounts>>>;
}

export type HourCounts = Readonly<
  Partial<Record<CheckAction, Readonly<Partial<Record<VerdictCode, number>>>>>
>;
export type HourName = `h${string}`;

/** environments/{env}/stats/{day}-totals: what there was when the day was last looked at. */
export interface TotalStats {
  readonly kind: 'totals';
  readonly day: string;
  readonly at: Date;
  readonly products: number;
  readonly licenses: Readonly<Record<LicenseStatus, number>>;
}

export type Stats = CheckStats | TotalStats;

/** 100 instances that add once a minute write less than one document in two seconds. */
export const SHARDS = 4;
export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;

/** "2026-03-04", in UTC. */
export function statsDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** "h05": a name that needs no quoting in a field path. */
export function hourName(at: Date): HourName {
  return `h${at.toISOString().slice(11, 13)}`;
}

/** Where one answer is counted: "hours.h05.validate.VALID". */
export function checkField(action: CheckAction, code: VerdictCode, at: Date): string {
  return `hours.${hourName(at)}.${action}.${code}`;
}

export function startOfHour(at: Date): Date {
  return new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
}
