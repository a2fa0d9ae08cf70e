import { median } from './rounds.ts';

/** Something that is done once, anew each time. */
export type Deed = () => Promise<unknown>;

export interface Beside {
  /** Median of the ratios of the single rounds: the first's time by the second's. */
  readonly ratio: number;
  /** Median milliseconds of each, for the eye; they depend on the machine. */
  readonly times: readonly [number, number];
}

/**
 * Times two things one after the other, round by round, whoever begins taking turns, so that drift of the
 * machine hits both alike. One at a time: this is about what one person waits for.
 */
export async function sideBySide(first: Deed, second: Deed, rounds: number): Promise<Beside> {
  await first();
  await second();
  const times: [number, number][] = [];
  for (let round = 0; round < rounds; round++) {
    const a = round % 2 === 0 ? await timed(first) : 0;
    const b = await timed(second);
    times.push([round % 2 === 0 ? a : await timed(first), b]);
  }
  return {
    ratio: median(times.map(([a, b]) => a / b)),
    times: [median(times.map(([a]) => a)), median(times.map(([, b]) => b))],
  };
}

async function timed(deed: Deed): Promise<number> {
  const began = performance.now();
  await deed();
  return performance.now() - began;
}

/** Tells on stderr what both took here: of interest while tuning, not a result. */
export function times(what: string, { ratio, times: [a, b] }: Beside): void {
  process.stderr.write(`  ${what}: ${Math.round(a)} ms, beside ${Math.round(b)} ms (${ratio.toFixed(2)})\n`);
}
