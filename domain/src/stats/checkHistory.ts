import type { VerdictCode } from '../license/codes.ts';
import { isOk } from '../license/codes.ts';
import type { CheckAction } from '../license/validation.ts';
import type { CheckStats } from './day.ts';
import { HOUR_MS, hourName, statsDay } from './day.ts';

/** Hour by hour, oldest first: how often software was told that it may run, that it may not, and "activated". */
export interface CheckHistory {
  readonly accepted: readonly number[];
  readonly refused: readonly number[];
  readonly activated: readonly number[];
}

/** The given number of hours from `from` (the beginning of an hour); hours without a record are 0. */
export function checkHistory(records: readonly CheckStats[], from: Date, hours: number): CheckHistory {
  const starts = Array.from({ length: hours }, (_, index) => new Date(from.getTime() + index * HOUR_MS));
  const byDay = Map.groupBy(records, ({ day }) => day);
  const series = (action: CheckAction, counts: (code: VerdictCode) => boolean): number[] =>
    starts.map((at) =>
      (byDay.get(statsDay(at)) ?? []).reduce(
        (sum, record) => sum + countOf(record.hours[hourName(at)]?.[action], counts),
        0,
      ),
    );
  return {
    accepted: series('validate', isOk),
    refused: series('validate', (code) => !isOk(code)),
    activated: series('activate', (code) => code === 'ACTIVATED'),
  };
}

export interface RefusalCount {
  readonly code: VerdictCode;
  readonly count: number;
}

/** Why validates were refused in these hours, the most frequent reason first. */
export function refusalCounts(records: readonly CheckStats[], from: Date, hours: number): RefusalCount[] {
  const counts = new Map<VerdictCode, number>();
  for (let hour = 0; hour < hours; hour++) {
    const at = new Date(from.getTime() + hour * HOUR_MS);
    for (const record of records.filter(({ day }) => day === statsDay(at))) {
      for (const [code, count] of codesOf(record.hours[hourName(at)]?.validate)) {
        if (!isOk(code)) counts.set(code, (counts.get(code) ?? 0) + count);
      }
    }
  }
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

type CodeCounts = Readonly<Partial<Record<VerdictCode, number>>>;

function countOf(codes: CodeCounts | undefined, counts: (code: VerdictCode) => boolean): number {
  return codesOf(codes).reduce((sum, [code, count]) => (counts(code) ? sum + count : sum), 0);
}

/** Only the server writes these records, from codes it knows. */
function codesOf(codes: CodeCounts = {}): [VerdictCode, number][] {
  return Object.entries(codes) as [VerdictCode, number][];
}
