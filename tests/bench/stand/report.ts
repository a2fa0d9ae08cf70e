import type { Row } from './goals.ts';
import { standing } from './goals.ts';

/** The table as printed: figure, goals beside it, and which one is met. */
export function table(rows: readonly Row[]): string {
  const head = ['', 'what', 'beside', 'measured', 'must', 'aim', 'met'];
  const lines = rows.map((row) => [
    row.part,
    row.what,
    row.beside,
    String(round(row.measured)),
    row.goal ? bound(row.goal.better, row.goal.must) : '',
    row.goal ? bound(row.goal.better, row.goal.aim) : '',
    row.fault ?? standing(row),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)),
  );
  const text = (line: readonly string[]): string =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [head, widths.map((width) => '-'.repeat(width)), ...lines].map(text).join('\n');
}

/** The same for latest.json: ratios and counts only, so that two machines may be compared. */
export function records(rows: readonly Row[]): (Pick<Row, 'part' | 'what'> & object)[] {
  return rows.map(({ part, what, beside, goal, measured, fault }) => ({
    part,
    what,
    beside,
    measured: round(measured),
    ...(goal && { must: bound(goal.better, goal.must), aim: bound(goal.better, goal.aim) }),
    met: standing({ part, what, beside, goal, measured, ...(fault !== undefined && { fault }) }),
    ...(fault !== undefined && { fault }),
  }));
}

function bound(better: 'more' | 'less', figure: number): string {
  return `${better === 'more' ? '>=' : '<='} ${figure}`;
}

function round(figure: number): number {
  return Math.round(figure * 1000) / 1000;
}
