import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './paths.ts';

export interface Outcome {
  /** 0 = well; anything else, also a program that could not be started, is not. */
  readonly code: number;
  /** What it said on both streams, without colours; empty when it was shown to the user instead. */
  readonly output: string;
}

export interface RunOptions {
  /** The repository's root by default. */
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** true = the user sees what it says while it runs, and may answer. */
  readonly shown?: boolean;
  /** Ends the program early. */
  readonly signal?: AbortSignal;
}

/** Runs a program to its end. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const { cwd = root, env = process.env, shown = false, signal } = options;
  return new Promise((resolve) => {
    const stdio = shown ? 'inherit' : (['ignore', 'pipe', 'pipe'] as const);
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: stdio === 'inherit' ? stdio : [...stdio],
      ...(signal && { signal }),
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: stripVTControlCharacters(output) }));
  });
}

/** Runs a program out of node_modules (named by its file there) under this very Node. */
export function runPackage(file: string, args: readonly string[], options?: RunOptions): Promise<Outcome> {
  return run(process.execPath, [join(root, 'node_modules', file), ...args], options);
}
