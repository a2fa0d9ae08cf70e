/** A small repeatable source of chance (mulberry32): the demo looks the same on every start. */
export interface Chance {
  /** 0 <= x < 1 */
  next(): number;
  /** Whole number from 0 to limit - 1. */
  below(limit: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
}

export function chance(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, pick: (items) => items[below(items.length)] ?? items[0] };
}
