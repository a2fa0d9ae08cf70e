import type { Comparison, Window } from './rounds.ts';

/** Tells what both sides did on this machine, on stderr: of interest while tuning, not a result. */
export function sides(what: string, { sides: [a, b] }: Comparison): void {
  process.stderr.write(`  ${what}: ${side(a)}, beside ${side(b)}\n`);
}

function side({ perSecond, p99, cpu }: Window): string {
  return `${Math.round(perSecond)}/s p99 ${p99.toFixed(1)} ms ${Math.round(cpu)} us CPU`;
}
