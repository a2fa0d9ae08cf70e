import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { workFolder } from './paths.ts';

/**
 * Runs a verb and leaves with its exit code (0 when it returns none). The user never sees a stack: a Failure
 * is its own explanation, anything else goes to a file that the message names.
 */
export async function runVerb(verb: (args: readonly string[]) => Promise<number | void>): Promise<never> {
  try {
    process.exit((await verb(process.argv.slice(2))) ?? 0);
  } catch (error) {
    process.stderr.write(`\n${error instanceof Failure ? error.message : unexpected(error)}\n`);
    process.exit(1);
  }
}

function unexpected(error: unknown): string {
  const file = join(workFolder, 'last-error.log');
  mkdirSync(workFolder, { recursive: true });
  writeFileSync(file, `${error instanceof Error ? error.stack : String(error)}\n`);
  const what = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `That did not work: ${what}\nDetails are in ${file}.`;
}
