export interface Scale {
  /** The value at the upper edge; never 0, so that shares of it can be taken. */
  readonly top: number;
  /** Round values from 0 up to the top, whole numbers all of them. */
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 2.5, 5, 10];

/** A scale from 0 in three or four round steps that leaves no value above its edge. */
export function niceScale(largest: number): Scale {
  const rough = Math.max(largest, 1) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const factor = STEPS.find((step) => step * magnitude >= rough) ?? 10;
  const step = Math.max(1, factor * magnitude);
  const whole = Number.isInteger(step) ? step : Math.ceil(step);
  const count = Math.max(1, Math.ceil(largest / whole));
  return { top: whole * count, ticks: Array.from({ length: count + 1 }, (_, index) => index * whole) };
}
