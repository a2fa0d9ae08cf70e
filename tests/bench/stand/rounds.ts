import type { LoadGenerator } from './load.ts';
import type { QuestionName } from './questions.ts';
import type { Server } from './server.ts';

export interface Contender {
  readonly server: Server;
  readonly question: QuestionName;
}

/** What one side did in one window. */
export interface Window {
  readonly perSecond: number;
  readonly p99: number;
  /** Microseconds of the server's CPU for each request. */
  readonly cpu: number;
}

/** One side beside the other: medians of the ratios of the single rounds. */
export interface Comparison {
  readonly perSecond: number;
  readonly p99: number;
  readonly cpu: number;
  readonly failures: number;
  /** Median of each side, for the eye; they depend on the machine. */
  readonly sides: readonly [Window, Window];
}

export interface Protocol {
  readonly rounds: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export const PROTOCOL: Protocol = { rounds: 9, warmUpSeconds: 1.5, seconds: 3 };

/** Alternates windows of both sides, whoever begins taking turns, so that drift of the machine hits both alike. */
export async function compare(
  load: LoadGenerator,
  [a, b]: readonly [Contender, Contender],
  connections: number,
  { rounds, warmUpSeconds, seconds }: Protocol = PROTOCOL,
): Promise<Comparison> {
  let failures = 0;
  const measure = async ({ server, question }: Contender): Promise<Window> => {
    await load.run({ url: server.url, question, connections, seconds: warmUpSeconds });
    const before = await server.cpu();
    const {
      answers,
      perSecond,
      p99,
      failures: failed,
    } = await load.run({
      url: server.url,
      question,
      connections,
      seconds,
    });
    failures += failed;
    return { perSecond, p99, cpu: ((await server.cpu()) - before) / answers };
  };
  const first: Window[] = [];
  const second: Window[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) first.push(await measure(a));
    second.push(await measure(b));
    if (round % 2 === 1) first.push(await measure(a));
  }
  const ratio = (of: keyof Window): number =>
    median(first.map((window, round) => window[of] / (second[round]?.[of] ?? Number.NaN)));
  return {
    perSecond: ratio('perSecond'),
    p99: ratio('p99'),
    cpu: ratio('cpu'),
    failures,
    sides: [typical(first), typical(second)],
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}

function typical(windows: readonly Window[]): Window {
  const of = (name: keyof Window): number => median(windows.map((window) => window[name]));
  return { perSecond: of('perSecond'), p99: of('p99'), cpu: of('cpu') };
}
