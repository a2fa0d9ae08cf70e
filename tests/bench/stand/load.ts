import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { QuestionName } from './questions.ts';

export interface LoadOrder {
  readonly url: string;
  readonly question: QuestionName;
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly answers: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p99: number;
  /** Answers that were not what they should be, and requests without one. */
  readonly failures: number;
}

export interface LoadGenerator {
  run(order: LoadOrder): Promise<LoadResult>;
  stop(): Promise<void>;
}

/** The load generator runs apart from servers and harness, so that it disturbs neither's figures. */
export function loadGenerator(): LoadGenerator {
  const child = fork(join(import.meta.dirname, 'loadProcess.ts'));
  const gone = once(child, 'exit');
  return {
    async run(order) {
      const result = once(child, 'message') as Promise<[LoadResult]>;
      child.send(order);
      return (await result)[0];
    },
    async stop() {
      child.kill();
      await gone;
    },
  };
}
