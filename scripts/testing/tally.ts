/** What a runner has to say in the end: numbers of tests. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const nothing: Tally = { passed: 0, failed: 0 };

export function add(...tallies: readonly Tally[]): Tally {
  const sum = (pick: (tally: Tally) => number) => tallies.reduce((total, tally) => total + pick(tally), 0);
  return { passed: sum((tally) => tally.passed), failed: sum((tally) => tally.failed) };
}

/**
 * A runner that ends badly without naming a failed test (it crashed, a file could not be loaded, a process was
 * left behind), or that found nothing to run, counts as one failed test: silence is not success.
 */
export function honest({ passed, failed }: Tally, code: number): Tally {
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}
