/** One column: an hour or a day. */
export interface TimePoint {
  readonly key: string;
  /** Below the column, where there is room: "14 Mar". */
  readonly short: string;
  /** In the hint and the table: "Saturday, 14 March". */
  readonly long: string;
  /** One for each series, from the ground up. */
  readonly values: readonly number[];
}

/** A part of every column, told apart by its word, its colour and whether it is hatched. */
export interface BarSeries {
  readonly name: string;
  readonly look: 'plain' | 'hatched';
}

const LABELS = 8;

/** Which columns carry a label: the last, and every so many before it. */
export function labelled(count: number): (index: number) => boolean {
  const every = Math.max(1, Math.ceil(count / LABELS));
  return (index) => (count - 1 - index) % every === 0;
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

export function grouped(count: number): string {
  return count.toLocaleString('en');
}
