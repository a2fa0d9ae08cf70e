import { Failure } from '../lib/failure.mjs';
import { whenOrphaned } from '../lib/orphan.mjs';
import { step } from '../lib/progress.mjs';
import { startStack, type Stack, type StackOptions } from './startStack.ts';

type Signal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** Runs `work` beside a stack and returns its exit code; the stack never outlives it. */
export async function withStack(
  options: StackOptions,
  work: (stack: Stack, interrupted: Promise<Signal>) => Promise<number>,
): Promise<number> {
  let starting = true;
  const interrupted = firstInterrupt();
  // Until there is a stack there is nothing to wind down: the emulators end when this process does.
  void interrupted.then((signal) => starting && process.exit(exitCode(signal)));
  const stack = await startStack(options);
  starting = false;
  const crash = stack.crashed.then((what) => {
    throw new Failure(what);
  });
  try {
    return await Promise.race([work(stack, interrupted), crash]);
  } finally {
    await step('Stopping the stack', () => stack.stop());
  }
}

/** The code a shell gives to a process that ended by that signal. */
export function exitCode(signal: Signal): number {
  return { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal];
}

/** From now on signals no longer end this process; a terminal and npm may well send the same one twice. */
function firstInterrupt(): Promise<Signal> {
  return new Promise((resolve) => {
    whenOrphaned(() => resolve('SIGHUP'));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });
}
